"""Layers: one shared table; every row is checked in both modes, and its planted faults are caught.

A new layer is one row of `TABLE` here and one of the oracle table in `test_parity_layers.py`.
"""

import numpy as np
import pytest
from scipy import signal

from course_lib.activations import elu, elu_prime, tanh, tanh_prime
from course_lib.gradient_check import layer_errors
from course_lib.layers import (
    Activation,
    AveragePool2D,
    BatchNorm,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    MaxPool2D,
    SimpleRNN,
    Softmax,
)
from course_lib.layers.convolution import output_size, taps


def no_zeros(layer):
    """Move biases, gammas, betas and running statistics off their starting values."""
    rng = np.random.default_rng(7)
    for arrays in (layer.params, layer.state):
        for name, array in arrays.items():
            arrays[name] = array + rng.uniform(0.1, 0.9, size=array.shape)
    return layer


def distinct(shape):
    """Values with no two closer than a thousandth, none near zero: away from every kink."""
    values = np.arange(1, np.prod(shape) + 1) - np.prod(shape) / 2 - 0.25
    return np.random.default_rng(8).permutation(values).reshape(shape) / 100


def rng():
    return np.random.default_rng(3)


# Wrong ways to go backward. Each takes a layer after its forward pass, and dy.


def one_entry(name):
    """One coordinate of one gradient is a millionth of its largest entry off."""

    def backward(layer, dy):
        dx = type(layer).backward(layer, dy)
        wrong = dx if name == "x" else layer.grads[name]
        wrong = np.array(wrong)
        wrong.flat[0] += 1e-6 * np.abs(wrong).max()
        if name == "x":
            return wrong
        layer.grads[name] = wrong
        return dx

    return backward


def mean_over_the_batch(name):
    def backward(layer, dy):
        dx = type(layer).backward(layer, dy)
        layer.grads[name] = layer.grads[name] / len(dy)
        return dx

    return backward


def derivative_at_the_output(layer, dy):
    return dy * layer.g_prime(layer.g(layer.x))


def elementwise_softmax(layer, dy):
    s = layer.forward(layer.x)
    return s * (1 - s) * dy


def columns_first(layer, dy):
    return dy.reshape(layer.shape, order="F")


def mask_forgotten(layer, dy):
    return dy


def not_rescaled(layer, dy):
    return dy * (layer.mask != 0)


def statistics_as_constants(layer, dy):
    type(layer).backward(layer, dy)
    return layer.params["gamma"] / layer.std * dy


def mean_as_constant(layer, dy):
    dx = type(layer).backward(layer, dy)
    batch = tuple(range(dy.ndim - 1))
    return dx + layer.params["gamma"] / layer.std * dy.mean(axis=batch)


def flipped_kernel(layer, dy):
    K = layer.params["K"]
    layer.params["K"] = K[::-1, ::-1]
    dx = type(layer).backward(layer, dy)
    layer.params["K"] = K
    return dx


def padding_on_one_side(layer, dy):
    layer.margins = [(sum(margin), 0) for margin in layer.margins]
    return type(layer).backward(layer, dy)


def to_every_entry(layer, dy):
    layer._shares = lambda dy: [dy] * layer.window[0] ** 2
    return type(layer).backward(layer, dy)


def one_step_back(layer, dy):
    """Truncated: W_h passes nothing back, although it gets its own gradient."""
    Wh = layer.params["Wh"]
    layer.params["Wh"] = np.zeros_like(Wh)
    dx = type(layer).backward(layer, dy)
    layer.params["Wh"] = Wh
    return dx


# These are right in inference, where statistics are constants and dropout does nothing.
IN_TRAINING_ONLY = {statistics_as_constants, mean_as_constant, mask_forgotten, not_rescaled}

# layer, shape of x, planted faults
TABLE = {
    "Dense": (
        lambda: Dense(3, 4, rng()),
        (5, 3),
        [one_entry("x"), one_entry("W"), one_entry("b"), mean_over_the_batch("b")],
    ),
    "Dense in time": (lambda: Dense(3, 4, rng()), (2, 5, 3), [one_entry("W"), one_entry("b")]),
    "Activation tanh": (
        lambda: Activation(tanh, tanh_prime),
        (4, 3),
        [one_entry("x"), derivative_at_the_output],
    ),
    "Activation elu": (lambda: Activation(elu, elu_prime), (4, 3), [derivative_at_the_output]),
    "Softmax": (Softmax, (4, 3), [one_entry("x"), elementwise_softmax]),
    "Flatten": (Flatten, (3, 2, 4, 2), [one_entry("x"), columns_first]),
    "Dropout": (
        lambda: Dropout(0.4, rng()),
        (4, 6),
        [one_entry("x"), mask_forgotten, not_rescaled],
    ),
    "BatchNorm of vectors": (
        lambda: BatchNorm(4),
        (6, 4),
        [
            one_entry("x"),
            one_entry("gamma"),
            one_entry("beta"),
            statistics_as_constants,
            mean_as_constant,
            mean_over_the_batch("gamma"),
        ],
    ),
    "BatchNorm of images": (
        lambda: BatchNorm(2),
        (3, 4, 3, 2),
        [one_entry("x"), statistics_as_constants, mean_as_constant],
    ),
    "Conv2D": (
        lambda: Conv2D(2, 3, (3, 2), rng()),
        (2, 5, 4, 2),
        [one_entry("x"), one_entry("K"), one_entry("b"), flipped_kernel],
    ),
    "Conv2D same": (
        lambda: Conv2D(2, 3, (2, 4), rng(), padding="same"),
        (2, 5, 4, 2),
        [flipped_kernel, padding_on_one_side],
    ),
    "Conv2D stride 2": (lambda: Conv2D(2, 3, 3, rng(), stride=2), (2, 8, 7, 2), [flipped_kernel]),
    "Conv2D same, stride 3": (
        lambda: Conv2D(2, 2, 4, rng(), stride=3, padding="same"),
        (2, 8, 7, 2),
        [flipped_kernel, padding_on_one_side],
    ),
    "Conv2D stride past its window": (
        lambda: Conv2D(1, 2, 2, rng(), stride=3),
        (2, 7, 6, 1),
        [flipped_kernel],
    ),
    "MaxPool2D": (lambda: MaxPool2D(2), (2, 4, 5, 2), [one_entry("x"), to_every_entry]),
    "MaxPool2D overlapping": (lambda: MaxPool2D(3, stride=2), (2, 7, 6, 2), [to_every_entry]),
    "AveragePool2D": (lambda: AveragePool2D(2), (2, 5, 4, 2), [one_entry("x"), to_every_entry]),
    "AveragePool2D overlapping": (
        lambda: AveragePool2D(3, stride=1),
        (2, 5, 4, 2),
        [to_every_entry],
    ),
    "SimpleRNN": (
        lambda: SimpleRNN(3, 4, rng()),
        (2, 5, 3),
        [one_entry("x"), one_entry("Wx"), one_entry("Wh"), one_entry("b"), one_step_back],
    ),
    "SimpleRNN sequences": (
        lambda: SimpleRNN(3, 4, rng(), return_sequences=True),
        (2, 5, 3),
        [one_step_back],
    ),
}
ROWS = [pytest.param(make, shape, id=name) for name, (make, shape, _) in TABLE.items()]
FAULTS = [
    pytest.param(make, shape, fault, training, id=f"{name}-{number}-{training}")
    for name, (make, shape, faults) in TABLE.items()
    for number, fault in enumerate(faults)
    for training in ([True] if fault in IN_TRAINING_ONLY else [False, True])
]
modes = pytest.mark.parametrize("training", [False, True], ids=["inference", "training"])


@pytest.mark.parametrize(("make", "shape"), ROWS)
@modes
def test_gradients(make, shape, training):
    errors = layer_errors(no_zeros(make()), distinct(shape), rng(), training)
    assert max(errors.values()) < 1e-7, errors


@pytest.mark.parametrize(("make", "shape", "fault", "training"), FAULTS)
def test_planted_faults_are_caught(make, shape, fault, training):
    layer = no_zeros(make())
    layer.backward = fault.__get__(layer)
    errors = layer_errors(layer, distinct(shape), rng(), training)
    assert max(errors.values()) > 5e-7, errors


@pytest.mark.parametrize(("make", "shape"), ROWS)
@modes
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_is_kept_and_inputs_are_not_modified(make, shape, training, dtype):
    layer = no_zeros(make()).astype(dtype)
    x = distinct(shape).astype(dtype)
    y = layer.forward(x, training)
    dy = np.ones_like(y)
    x_before, y_before = x.copy(), y.copy()
    dx = layer.backward(dy)
    arrays = [y, dx, *layer.params.values(), *layer.grads.values(), *layer.state.values()]
    assert {array.dtype for array in arrays} == {np.dtype(dtype)}
    assert dx.shape == x.shape
    assert {k: v.shape for k, v in layer.grads.items()} == {
        k: v.shape for k, v in layer.params.items()
    }
    np.testing.assert_array_equal(x, x_before)
    np.testing.assert_array_equal(y, y_before)
    np.testing.assert_array_equal(dy, 1)


@pytest.mark.parametrize(("make", "shape"), ROWS)
def test_samples_do_not_see_each_other_in_inference(make, shape):
    layer, x = no_zeros(make()), distinct(shape)
    np.testing.assert_allclose(layer.forward(x)[:1], layer.forward(x[:1]), rtol=1e-12)


# Convolution and pooling against SciPy, block by block.


@pytest.mark.parametrize(("make", "shape"), ROWS)
def test_the_gradients_of_the_parameters_alone_are_those_of_backward(make, shape):
    layer, x = make(), distinct(shape)
    dy = np.random.default_rng(9).normal(size=layer.forward(x).shape)
    layer.backward(dy)
    both = layer.grads
    layer.grads = {}
    layer.forward(x)
    assert layer.backward_params(dy) is None
    assert layer.grads.keys() == both.keys()
    for name, grad in both.items():
        np.testing.assert_array_equal(layer.grads[name], grad)


@pytest.mark.parametrize("size", [5, 6])
@pytest.mark.parametrize("stride", [1, 2])
def test_convolution_is_scipys_correlation_and_not_its_convolution(size, stride):
    layer = no_zeros(Conv2D(2, 3, (3, 2), rng(), stride=stride))
    x = distinct((2, size, 6, 2))
    K, b = layer.params["K"], layer.params["b"]
    expected, flipped = (
        np.array(
            [
                [
                    sum(f(image[:, :, c], K[:, :, c, k], mode="valid") for c in range(2)) + b[k]
                    for k in range(3)
                ]
                for image in x
            ]
        ).transpose(0, 2, 3, 1)[:, ::stride, ::stride]
        for f in (signal.correlate2d, signal.convolve2d)
    )
    np.testing.assert_allclose(layer.forward(x), expected, rtol=1e-12)
    assert np.abs(layer.forward(x) - flipped).max() > 0.01


def test_a_shifted_image_gives_a_shifted_response():
    layer, x = no_zeros(Conv2D(1, 2, 3, rng())), distinct((1, 8, 8, 1))
    np.testing.assert_allclose(
        layer.forward(np.roll(x, 1, axis=2))[:, :, 1:], layer.forward(x)[:, :, :-1], rtol=1e-12
    )


def test_pooling_is_blockwise():
    x = distinct((2, 4, 6, 3))
    blocks = x.reshape(2, 2, 2, 3, 2, 3)
    np.testing.assert_array_equal(MaxPool2D(2).forward(x), blocks.max(axis=(2, 4)))
    np.testing.assert_allclose(AveragePool2D(2).forward(x), blocks.mean(axis=(2, 4)), rtol=1e-12)


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_each_window_gives_its_gradient_to_exactly_one_of_tied_maxima(stride):
    layer, x = MaxPool2D(3, stride), np.ones((2, 9, 9, 2))
    dy = rng().uniform(1, 2, size=layer.forward(x).shape)
    dx = layer.backward(dy)
    assert dx.sum() == pytest.approx(dy.sum(), rel=1e-12)
    np.testing.assert_array_equal(
        dx[:, : stride * dy.shape[1] : stride, ::stride][:, :, : dy.shape[2]], dy
    )


def test_output_size_counts_the_places_of_a_window():
    for size, window, stride, padding in np.ndindex(9, 5, 4, 3):
        window, stride = window + 1, stride + 1
        places = range(-padding, size + padding - window + 1, stride)
        if size + 2 * padding >= window:
            assert output_size(size, window, stride, padding) == len(places)


def test_a_window_of_one_pixel_changes_nothing():
    x = distinct((2, 3, 4, 2))
    for layer in (MaxPool2D(1), AveragePool2D(1)):
        np.testing.assert_array_equal(layer.forward(x), x)
        np.testing.assert_array_equal(layer.backward(x), x)


def test_taps_are_views():
    x = np.zeros((1, 3, 3, 1))
    for view in taps(x, (2, 2), 1):
        view += 1
    np.testing.assert_array_equal(x[0, :, :, 0], [[1, 2, 1], [2, 4, 2], [1, 2, 1]])


# What single layers promise.


def test_batchnorm_standardises_the_batch_and_remembers_it():
    layer, x = BatchNorm(3, momentum=0.75, epsilon=0.0), 5 + 3 * distinct((50, 3))
    y = layer.forward(x, training=True)
    np.testing.assert_allclose(y.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(y.std(axis=0), 1, rtol=1e-12)
    for _ in range(200):
        layer.forward(x, training=True)
    np.testing.assert_allclose(layer.state["running_mean"], x.mean(axis=0), rtol=1e-12)
    np.testing.assert_allclose(layer.forward(x), y, rtol=1e-9, atol=1e-12)


def test_batchnorm_keeps_its_statistics_in_inference():
    layer = no_zeros(BatchNorm(3))
    before = {name: array.copy() for name, array in layer.state.items()}
    layer.forward(distinct((5, 3)))
    for name, array in layer.state.items():
        np.testing.assert_array_equal(array, before[name])


def test_dropout_keeps_the_mean_drops_the_rate_and_every_sample_on_its_own():
    layer = Dropout(0.3, rng())
    y = layer.forward(np.ones((2000, 50)), training=True)
    assert np.mean(y == 0) == pytest.approx(0.3, abs=5 * (0.21 / y.size) ** 0.5)
    assert y.mean() == pytest.approx(1, abs=0.01)
    assert set(np.unique(y)) == {0, 1 / (1 - 0.3)}
    assert np.all(y.std(axis=0) > 0), "one mask for the whole batch"
    assert np.any(layer.forward(np.ones((2000, 50)), training=True) != y), "the same mask again"
    assert layer.forward(y) is y
    np.testing.assert_array_equal(Dropout(0.0, rng()).forward(y, training=True), y)


def test_rnn_is_a_chain_of_dense_layers_that_share_weights():
    layer, x = no_zeros(SimpleRNN(3, 4, rng(), return_sequences=True)), distinct((2, 6, 3))
    H = layer.forward(x)
    np.testing.assert_allclose(
        np.arctanh(H[:, 1:]) - H[:, :-1] @ layer.params["Wh"],
        x[:, 1:] @ layer.params["Wx"] + layer.params["b"],
        rtol=1e-8,
    )
    last = no_zeros(SimpleRNN(3, 4, rng()))
    np.testing.assert_array_equal(last.forward(x), H[:, -1])
    np.testing.assert_array_equal(last.forward(x[:, :1]), H[:, 0])


def test_the_gradient_of_an_rnn_vanishes_or_explodes_with_its_eigenvalues():
    for scale, low, high in ((0.5, 1e-20, 1e-8), (2.0, 1e8, 1e20)):
        layer = SimpleRNN(2, 2, rng())
        layer.params["Wh"] = scale * np.eye(2)
        layer.forward(np.zeros((1, 40, 2)))
        dx = layer.backward(np.ones((1, 2)))
        assert low < np.abs(dx[0, 0]).max() / np.abs(dx[0, -1]).max() < high


BAD = [
    (lambda: Dropout(1.0, rng()), r"rate must be in \[0, 1\). Received: rate=1.0"),
    (lambda: Dropout(-0.1, rng()), "rate=-0.1"),
    (lambda: BatchNorm(3, momentum=1), "momentum=1"),
    (lambda: BatchNorm(3, epsilon=-1), "epsilon=-1"),
    (lambda: Conv2D(1, 1, 3, rng(), padding="full"), "padding='full'"),
    (lambda: Conv2D(1, 1, 3, rng(), stride=0), "stride=0"),
    (lambda: Conv2D(1, 1, 0, rng()), r"shape=\(0, 0, 1, 1\)"),
    (lambda: MaxPool2D(0), "size=0"),
    (lambda: AveragePool2D(2, stride=0), "stride=0"),
    (lambda: output_size(5, 3, stride=0), "stride=0"),
    (lambda: Dense(3, 2, rng()).forward(np.ones((4, 2))), r"\(N, ..., 3\).*x.shape=\(4, 2\)"),
    (lambda: Dense(3, 2, rng()).forward(np.ones(3)), r"x.shape=\(3,\)"),
    (lambda: BatchNorm(3).forward(np.ones((4, 2))), "BatchNorm needs x"),
    (lambda: Conv2D(3, 1, 3, rng()).forward(np.ones((4, 9, 9, 1))), r"\(N, H, W, 3\)"),
    (lambda: Conv2D(1, 1, 3, rng()).forward(np.ones((9, 9, 1))), r"x.shape=\(9, 9, 1\)"),
    (lambda: Conv2D(1, 1, 3, rng()).forward(np.ones((1, 9, 2, 1))), "window=3, size=2"),
    (lambda: MaxPool2D(2).forward(np.ones((4, 4))), "MaxPool2D needs x"),
    (lambda: MaxPool2D(3).forward(np.ones((1, 2, 4, 1))), "window=3, size=2"),
    (lambda: SimpleRNN(3, 2, rng()).forward(np.ones((4, 3))), r"\(N, T, 3\)"),
    (lambda: SimpleRNN(3, 2, rng()).forward(np.ones((4, 0, 3))), r"x.shape=\(4, 0, 3\)"),
]


@pytest.mark.parametrize(("call", "message"), BAD)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()
