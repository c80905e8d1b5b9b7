"""Sequential: gradients of whole networks, names, snapshots, the table."""

import copy
import subprocess
import sys

import numpy as np
import pytest

from course_lib.activations import relu, tanh, tanh_prime
from course_lib.approximation import deep_network
from course_lib.gradient_check import layer_errors
from course_lib.layers import (
    Activation,
    AveragePool2D,
    BatchNorm,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Layer,
    MaxPool2D,
    SimpleRNN,
)
from course_lib.network import Sequential


def smooth():
    return Activation(tanh, tanh_prime)


def mlp(rng):
    return Sequential(
        [Dense(3, 5, rng), smooth(), BatchNorm(5), Dropout(0.3, rng), Dense(5, 2, rng)]
    )


def cnn(rng):
    return Sequential(
        [
            Conv2D(2, 3, 3, rng, padding="same"),
            smooth(),
            BatchNorm(3),
            MaxPool2D(2),
            Conv2D(3, 2, 2, rng),
            smooth(),
            AveragePool2D(2, stride=1),
            Flatten(),
            Dense(4, 2, rng),
        ]
    )


def rnn(rng):
    return Sequential(
        [
            SimpleRNN(3, 4, rng, return_sequences=True),
            SimpleRNN(4, 3, rng),
            Sequential([Dense(3, 2, rng)]),
        ]
    )


SHAPES = {mlp: (6, 3), cnn: (3, 8, 7, 2), rnn: (3, 5, 3)}
networks = pytest.mark.parametrize(
    ("make", "shape"), SHAPES.items(), ids=[make.__name__ for make in SHAPES]
)
modes = pytest.mark.parametrize("training", [False, True], ids=["inference", "training"])


def no_zeros(network, seed=1):
    rng = np.random.default_rng(seed)
    for array in (network.params | network.state).values():
        array += rng.uniform(0.1, 0.5, size=array.shape)
    return network


def example(make, shape):
    rng = np.random.default_rng(0)
    return no_zeros(make(rng)), rng.normal(size=shape)


@networks
@modes
def test_gradients_of_a_whole_network(make, shape, training):
    network, x = example(make, shape)
    errors = layer_errors(network, x, np.random.default_rng(2), training)
    assert max(errors.values()) < 1e-7, errors


def test_the_bias_before_batchnorm_has_no_gradient_in_training():
    rng = np.random.default_rng(0)
    network = no_zeros(Sequential([Dense(3, 5, rng), BatchNorm(5)]))
    for training in (True, False):
        y = network.forward(rng.normal(size=(6, 3)), training)
        network.backward(rng.normal(size=y.shape))
        gradient = np.abs(network.grads["0.b"]).max()
        assert gradient < 1e-12 if training else gradient > 0.1


class OffByAThousandth(Layer):
    """Does nothing, but says that it does."""

    def forward(self, x, training=False):
        return x

    def backward(self, dy):
        return 1.001 * dy


@networks
@modes
@pytest.mark.parametrize("position", [0, 1, 2])
def test_a_layer_that_passes_a_wrong_gradient_back_is_caught(make, shape, training, position):
    network, x = example(make, shape)
    network.layers.insert(position, OffByAThousandth())
    with_fault = layer_errors(network, x, np.random.default_rng(2), training)
    assert with_fault["x"] > 5e-4


def test_it_is_the_deep_network_of_chapter_1():
    rng = np.random.default_rng(3)
    network = no_zeros(
        Sequential(
            [
                Dense(3, 7, rng),
                Activation(relu, None),
                Dense(7, 6, rng),
                Activation(relu, None),
                Dense(6, 2, rng),
            ]
        )
    )
    X = rng.normal(size=(9, 3))
    layers = [(network.params[f"{i}.W"], network.params[f"{i}.b"]) for i in (0, 2, 4)]
    np.testing.assert_allclose(network.forward(X), deep_network(X, layers), rtol=1e-12)


def test_names_lead_to_the_arrays_themselves():
    network, _ = example(mlp, (6, 3))
    assert list(network.params) == ["0.W", "0.b", "2.gamma", "2.beta", "4.W", "4.b"]
    assert list(network.state) == ["2.running_mean", "2.running_var"]
    assert network.params["4.W"] is network.layers[4].params["W"]
    nested, _ = example(rnn, (3, 5, 3))
    assert nested.params["2.0.W"] is nested.layers[2].layers[0].params["W"]


@networks
def test_predict_is_forward_in_inference_whatever_the_batch(make, shape):
    network, x = example(make, shape)
    expected = network.forward(x)
    for batch_size in (1, 2, 100):
        np.testing.assert_allclose(network.predict(x, batch_size), expected, rtol=1e-12)
    assert not np.allclose(network.forward(x, training=True), expected) or make is rnn


@networks
def test_float32_stays_float32_through_forward_and_backward(make, shape):
    network, x = example(make, shape)
    network.astype(np.float32)
    x = x.astype(np.float32)
    y = network.forward(x, training=True)
    dx = network.backward(np.ones_like(y))
    arrays = [y, dx, *network.params.values(), *network.grads.values(), *network.state.values()]
    assert {array.dtype for array in arrays} == {np.dtype(np.float32)}


@networks
def test_restore_brings_back_parameters_and_running_statistics(make, shape):
    network, x = example(make, shape)
    before, snapshot = network.forward(x), network.snapshot()
    network.forward(x, training=True)
    no_zeros(network, seed=9)
    assert not np.allclose(network.forward(x), before)
    network.restore(snapshot)
    np.testing.assert_array_equal(network.forward(x), before)
    for name, array in network.params.items():
        assert not np.shares_memory(array, snapshot[name])


def test_restore_refuses_another_network():
    network, _ = example(mlp, (6, 3))
    other = copy.deepcopy(network).snapshot()
    other["0.W"] = other["0.W"].T
    with pytest.raises(ValueError, match=r"'0.W': \(3, 5\).*Received.*'0.W': \(5, 3\)"):
        network.restore(other)
    del other["0.W"]
    with pytest.raises(ValueError, match="Received"):
        network.restore(other)


def test_the_summary_of_a_cnn():
    network, x = example(cnn, (3, 8, 7, 2))
    before = network.forward(x)
    lines = network.summary((8, 7, 2)).splitlines()
    assert [line.split()[0] for line in lines[1:-1]] == [str(i) for i in range(9)]
    assert "Conv2D" in lines[1]
    assert "(N, 8, 7, 3)" in lines[1]
    assert lines[1].endswith(" 57")  # 3 * 3 * 2 * 3 + 3
    assert "(N, 4, 3, 3)" in lines[4]
    assert "(N, 4)" in lines[8]
    assert lines[-1].endswith(" 99")  # 57 + 6 + (2 * 2 * 3 * 2 + 2) + (4 * 2 + 2)
    assert sum(theta.size for theta in network.params.values()) == 99
    assert len({len(line) for line in lines}) == 1, "the columns are aligned"
    network.backward(np.ones_like(before))  # still possible: the summary works on a copy


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Sequential([]), "empty list"),
        (lambda: mlp(np.random.default_rng(0)).predict(np.ones((0, 3))), r"X.shape=\(0, 3\)"),
        (lambda: mlp(np.random.default_rng(0)).predict(np.ones((2, 3)), 0), "batch_size=0"),
        (lambda: mlp(np.random.default_rng(0)).summary((4,)), r"x.shape=\(1, 4\)"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_training_a_network_imports_numpy_only():
    code = (
        "import sys, course_lib.gradient_check, course_lib.network, course_lib.training;"
        "print([m for m in ('matplotlib', 'scipy', 'tensorflow', 'tqdm') if m in sys.modules])"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert output.stdout.strip() == "[]"
