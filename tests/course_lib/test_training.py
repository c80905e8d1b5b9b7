"""Training: batches, early stopping, and that `fit` does what each of its arguments says."""

import sys
import types

import numpy as np
import pytest

from course_lib.activations import tanh, tanh_prime
from course_lib.datasets import rings
from course_lib.layers import Activation, BatchNorm, Dense, Dropout
from course_lib.losses import (
    accuracy,
    cross_entropy,
    mean_squared_error,
    mean_squared_error_gradient,
)
from course_lib.network import Sequential
from course_lib.optimizers import SGD, Adam
from course_lib.regularizers import L1, L2, SoftThreshold, WeightDecay
from course_lib.training import early_stopping_epoch, evaluate, fit, minibatches


@pytest.mark.parametrize(("n", "size"), [(10, 3), (12, 4), (5, 100), (7, 1)])
def test_an_epoch_holds_every_sample_once_in_another_order_each_time(n, size):
    rng = np.random.default_rng(0)
    batches = list(minibatches(n, size, rng))
    assert sorted(np.concatenate(batches)) == list(range(n))
    assert len(batches) == -(-n // size)
    assert {len(batch) for batch in batches[:-1]} <= {size}
    again = np.concatenate(list(minibatches(n, size, rng)))
    assert np.any(again != np.concatenate(batches))


def test_neighbours_do_not_stay_together():
    first, *_ = minibatches(1000, 10, np.random.default_rng(0))
    assert np.any(np.abs(np.diff(first)) > 10)


@pytest.mark.parametrize(
    ("losses", "patience", "min_delta", "epoch"),
    [
        ([3, 2, 1], 1, 0, 2),
        ([1, 2, 3], 2, 0, 0),
        ([1, 1, 1], 5, 0, 0),
        ([3, 1, 2, 2, 0], 2, 0, 1),
        ([3, 1, 2, 2, 0], 3, 0, 4),
        ([3, 2.95, 2.9, 2.7], 5, 0.2, 3),
        ([3, 2.95, 2.9, 2.85], 5, 0.2, 0),
        ([2, np.nan, 1], 5, 0, 2),
        ([np.nan, 2, 1], 5, 0, 2),
    ],
)
def test_early_stopping_epoch(losses, patience, min_delta, epoch):
    assert early_stopping_epoch(losses, patience, min_delta) == epoch


RINGS = rings(np.random.default_rng(1), 200)


def network(seed=0, *extra):
    rng = np.random.default_rng(seed)
    return Sequential([Dense(2, 16, rng), Activation(tanh, tanh_prime), *extra, Dense(16, 2, rng)])


def run(net=None, rule=None, **options):
    net = net or network()
    options = {"epochs": 4, "batch_size": 20, **options}
    rule = rule or SGD(learning_rate=0.1)
    return net, fit(net, *RINGS, rule, np.random.default_rng(2), **options)


def weights(net):
    return np.concatenate([theta.ravel() for theta in net.params.values()])


def test_rings_are_learned_and_the_history_says_so():
    net, history = run(
        rule=Adam(learning_rate=0.02),
        epochs=30,
        metrics={"accuracy": accuracy},
        validation=rings(np.random.default_rng(5), 100),
    )
    assert list(history) == ["loss", "accuracy", "learning_rate", "val_loss", "val_accuracy"]
    assert {len(values) for values in history.values()} == {30}
    assert history["val_accuracy"][-1] == 1
    assert history["loss"][-1] < 0.1 * history["loss"][0]
    assert evaluate(net, *rings(np.random.default_rng(5), 100))["loss"] == history["val_loss"][-1]


def test_a_full_batch_is_gradient_descent():
    net, history = run(epochs=3, batch_size=200)
    reference = network()
    X, y = RINGS
    for epoch in range(3):
        assert history["loss"][epoch] == pytest.approx(evaluate(reference, X, y)["loss"])
        h, theta = 1e-5, reference.snapshot()
        gradient = {}
        for name, array in reference.params.items():
            gradient[name] = np.empty_like(array)
            for i in np.ndindex(array.shape):
                array[i] = theta[name][i] + h
                above = cross_entropy(reference.forward(X), y)
                array[i] = theta[name][i] - h
                gradient[name][i] = (above - cross_entropy(reference.forward(X), y)) / (2 * h)
                array[i] = theta[name][i]
        reference.restore({name: theta[name] - 0.1 * gradient[name] for name in theta})
    np.testing.assert_allclose(weights(net), weights(reference), atol=1e-8)


def test_the_loss_of_an_epoch_weighs_every_sample_alike():
    # nothing is learned at rate 0, so the mean over unequal batches is the loss of the whole set
    net, history = run(rule=SGD(learning_rate=0.0), batch_size=30, metrics={"accuracy": accuracy})
    whole = evaluate(net, *RINGS, metrics={"accuracy": accuracy})
    assert history["loss"] == pytest.approx([whole["loss"]] * 4)
    assert history["accuracy"] == pytest.approx([whole["accuracy"]] * 4)


def test_the_generator_decides():
    (one, h1), (two, h2) = run(), run()
    assert h1 == h2
    np.testing.assert_array_equal(weights(one), weights(two))


def test_the_schedule_is_asked_once_a_step_and_obeyed():
    asked = []
    _, history = run(epochs=2, schedule=lambda t: asked.append(t) or 0.1 / (1 + t))
    assert asked == list(range(20))
    assert history["learning_rate"] == [0.1 / 10, 0.1 / 20]
    still, _ = run(schedule=lambda t: 0.0)
    np.testing.assert_array_equal(weights(still), weights(network()))
    constant, _ = run(rule=SGD(learning_rate=123.0), schedule=lambda t: 0.1)
    np.testing.assert_array_equal(weights(constant), weights(run()[0]))


def test_regularisers_act_on_weights_and_not_on_biases():
    plain, _ = run()
    for option in (
        {"penalty": L2(0.1)},
        {"penalty": L1(0.01)},
        {"decay": WeightDecay(strength=0.1)},
        {"proximal": SoftThreshold(strength=0.01)},
    ):
        net, _ = run(**option)
        for name in ("0.W", "2.W"):
            assert np.sum(net.params[name] ** 2) < 0.99 * np.sum(plain.params[name] ** 2), option
    # with everything frozen but the regulariser, biases stay
    net = network()
    for array in net.params.values():
        array += 0.5
    before = net.snapshot()
    run(net, rule=Frozen(learning_rate=0.1), decay=WeightDecay(strength=0.1))
    for name, array in net.params.items():
        factor = (1 - 0.1 * 0.1) ** 40 if name.endswith("W") else 1
        np.testing.assert_allclose(array, factor * before[name], rtol=1e-12)


class Frozen(SGD):
    """A rule that does nothing."""

    def step(self, theta, grad, state):
        return theta, state


def test_l2_and_decay_agree_for_gradient_descent_and_only_there():
    (one, _), (two, _) = run(penalty=L2(0.1)), run(decay=WeightDecay(strength=0.1))
    np.testing.assert_allclose(weights(one), weights(two), rtol=1e-10)
    rule = Adam(learning_rate=0.01)
    (one, _), (two, _) = (
        run(rule=rule, penalty=L2(0.1)),
        run(rule=rule, decay=WeightDecay(strength=0.1)),
    )
    assert np.abs(weights(one) - weights(two)).max() > 0.01


def test_the_soft_threshold_leaves_exact_zeros():
    net, _ = run(epochs=20, proximal=SoftThreshold(strength=0.05))
    assert np.sum(net.params["0.W"] == 0) > 3


def test_early_stopping_returns_to_the_best_epoch_with_its_running_statistics():
    X, y = rings(np.random.default_rng(6), 60)
    validation = X, np.where(np.random.default_rng(7).random(60) < 0.3, 1 - y, y)
    net, history = run(
        network(0, BatchNorm(16), Dropout(0.2, np.random.default_rng(8))),
        rule=Adam(learning_rate=0.002),
        epochs=200,
        validation=validation,
        patience=5,
    )
    losses = history["val_loss"]
    best = early_stopping_epoch(losses, 5)
    assert len(losses) == best + 6 < 200
    assert best > 0
    assert losses[best] == min(losses)
    assert evaluate(net, *validation)["loss"] == losses[best]


def test_layers_train_in_training_mode_and_are_evaluated_in_the_other():
    net, _ = run(network(0, BatchNorm(16)))
    assert np.all(net.state["2.running_mean"] != 0)
    before = net.snapshot()
    evaluate(net, *RINGS)
    np.testing.assert_array_equal(net.state["2.running_var"], before["2.running_var"])


def test_regression_with_another_loss():
    X = np.linspace(-1, 1, 50)[:, None]
    net = Sequential([Dense(1, 1, np.random.default_rng(0))])
    fit(
        net,
        X,
        3 * X - 0.5,
        SGD(learning_rate=0.2),
        np.random.default_rng(1),
        epochs=100,
        loss=mean_squared_error,
        loss_gradient=mean_squared_error_gradient,
    )
    np.testing.assert_allclose(weights(net), [3, -0.5], rtol=1e-6)


def test_inputs_are_not_modified():
    before = [array.copy() for array in RINGS]
    run(rule=Adam(), penalty=L2(0.1))
    for array, copy in zip(RINGS, before, strict=True):
        np.testing.assert_array_equal(array, copy)


def test_it_is_silent_unless_asked(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)  # as if it were not installed
    run()
    assert capsys.readouterr() == ("", "")
    run(epochs=2, progress=True)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [["epoch", "1/2"], ["epoch", "2/2"]]
    assert "loss=" in lines[0]


def test_tqdm_is_imported_only_when_a_bar_is_wanted(monkeypatch, capsys):
    shown = []

    class Bar:
        def __init__(self, epochs, unit):
            self.epochs = epochs

        def __iter__(self):
            return iter(self.epochs)

        def set_postfix(self, values):
            shown.append(values)

    monkeypatch.delitem(sys.modules, "tqdm", raising=False)
    run()
    assert "tqdm" not in sys.modules
    monkeypatch.setitem(sys.modules, "tqdm", types.SimpleNamespace(tqdm=Bar))
    run(epochs=3, progress=True)
    assert len(shown) == 3
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"epochs": 0}, "epochs=0"),
        ({"batch_size": 0}, "batch_size=0"),
        ({"patience": 3}, "patience needs validation"),
        ({"patience": 0, "validation": RINGS}, "patience=0"),
    ],
)
def test_bad_arguments_of_fit_are_named(options, message):
    with pytest.raises(ValueError, match=message):
        run(**options)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: fit(network(), RINGS[0], RINGS[1][1:], SGD(), None),
            r"len\(X\)=200, len\(y\)=199",
        ),
        (lambda: early_stopping_epoch([], 1), "Received none"),
        (lambda: early_stopping_epoch([1.0], 0), "patience=0"),
        (lambda: early_stopping_epoch([1.0], 1, -1), "min_delta=-1"),
        (lambda: next(minibatches(0, 1, None)), "n_samples=0"),
    ],
)
def test_other_bad_input_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()
