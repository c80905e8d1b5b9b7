"""The MNIST benchmark trains on some digits, watches others, and reads the test digits once."""

import re
from types import SimpleNamespace

import numpy as np
import pytest

from course_lib.mnist import Digits


@pytest.fixture
def benchmark(root):
    """benchmarks/mnist_full.py as a module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(root / "benchmarks")
        import mnist_full

        yield mnist_full


class Recorder:
    """Stands for a network: keeps what it is trained on, and reads the first pixel as the class."""

    def __init__(self):
        self.fitted, self.predicted = [], []

    def fit(self, X, y, validation_data, **options):
        self.fitted.append((X, y, *validation_data))
        return SimpleNamespace(history={"val_accuracy": [0.5, 0.75]})

    def predict(self, X, **options):
        self.predicted.append(X)
        return np.eye(10)[X[:, 0, 0, 0].astype(int)]

    def count_params(self):
        return 56858


def numbered(n, n_wrong):
    """Images whose first pixel is their label, but for the first few."""
    y = np.arange(n) % 10
    X = np.zeros((n, 28, 28, 1), dtype=np.float32)
    X[:, 0, 0, 0] = np.where(np.arange(n) < n_wrong, (y + 1) % 10, y)
    return X, y


@pytest.mark.parametrize(("n_wrong", "verdict"), [(1, "met"), (2, "missed")])
def test_what_is_read_when(benchmark, monkeypatch, n_wrong, verdict):
    network = Recorder()
    monkeypatch.setattr(benchmark, "digit_cnn", lambda **switches: network)
    digits = Digits(*numbered(60, 5), *numbered(200, n_wrong))
    result = benchmark.table(digits, epochs=2, seed=0, n_dev=20)
    ((X, y, X_dev, y_dev),) = network.fitted
    np.testing.assert_array_equal(X, digits.X_train[:40])
    np.testing.assert_array_equal(y, digits.y_train[:40])
    np.testing.assert_array_equal(X_dev, digits.X_train[40:])
    np.testing.assert_array_equal(y_dev, digits.y_train[40:])
    (read,) = network.predicted
    np.testing.assert_array_equal(read, digits.X_test)
    assert "| 40 / 20 / 200 |" in result
    assert f"**{1 - n_wrong / 200:.2%}** ± " in result
    assert f"≥ 99.2%: {verdict} |" in result


@pytest.mark.slow
def test_a_real_network_trains_on_a_few_digits(benchmark):
    digits = Digits(*numbered(300, 0), *numbered(50, 0))
    result = benchmark.table(digits, epochs=1, seed=0, n_dev=50)
    assert re.search(r"\*\*\d+\.\d\d%\*\*", result)


def test_the_page_shows_a_measurement(root, benchmark):
    page = (root / "benchmarks" / "MNIST.md").read_text(encoding="utf-8")
    (table,) = benchmark.TABLE.findall(page)
    assert "| 55000 / 5000 / 10000 |" in table
    accuracy, verdict = re.search(r"\*\*([\d.]+)%\*\* ± 0\.\d\d%; ≥ 99.2%: (\w+)", table).groups()
    assert (verdict == "met") == (float(accuracy) >= 99.2)
    assert re.search(r"Python 3[\d.]+, tensorflow [\d.]+, keras [\d.]+; \d+ cores\.", table)
