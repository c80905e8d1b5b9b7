"""Layers against Keras, forward and backward, in float32; and faults that this must notice.

`tf.GradientTape` differentiates Keras's layer; nothing of ours is involved. Errors are relative to
the largest entry, and at most 1e-5.
"""

import keras
import numpy as np
import pytest
import tensorflow as tf

from course_lib.activations import gelu, gelu_prime, relu, relu_prime
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
from course_lib.network import Sequential
from course_lib.optimizers import SGD
from course_lib.training import fit, minibatches

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)


def rng(seed=3):
    return np.random.default_rng(seed)


def k(name, *args, **options):
    """A Keras layer, to be made inside the test."""
    return lambda: getattr(keras.layers, name)(*args, **options)


IMAGES = (3, 9, 8, 2)
# ours, Keras's, shape of x
TABLE = {
    "Dense": (lambda: Dense(5, 4, rng()), k("Dense", 4), (6, 5)),
    "Dense in time": (lambda: Dense(5, 4, rng()), k("Dense", 4), (2, 3, 5)),
    "relu": (lambda: Activation(relu, relu_prime), k("ReLU"), (6, 5)),
    "gelu": (lambda: Activation(gelu, gelu_prime), k("Activation", "gelu"), (6, 5)),
    "Softmax": (Softmax, k("Softmax"), (6, 5)),
    "Flatten": (Flatten, k("Flatten"), IMAGES),
    "BatchNorm of vectors": (
        lambda: BatchNorm(5, momentum=0.75, epsilon=1e-3),
        k("BatchNormalization", momentum=0.75),
        (6, 5),
    ),
    "BatchNorm of images": (
        lambda: BatchNorm(2, momentum=0.99, epsilon=1e-2),
        k("BatchNormalization", epsilon=1e-2),
        IMAGES,
    ),
    "Conv2D": (lambda: Conv2D(2, 4, 3, rng()), k("Conv2D", 4, 3), IMAGES),
    "Conv2D same": (
        lambda: Conv2D(2, 4, (2, 3), rng(), padding="same"),
        k("Conv2D", 4, (2, 3), padding="same"),
        IMAGES,
    ),
    "Conv2D stride": (lambda: Conv2D(2, 4, 3, rng(), stride=2), k("Conv2D", 4, 3, 2), IMAGES),
    "Conv2D same, stride": (
        lambda: Conv2D(2, 4, 4, rng(), stride=3, padding="same"),
        k("Conv2D", 4, 4, 3, "same"),
        IMAGES,
    ),
    "MaxPool2D": (lambda: MaxPool2D(2), k("MaxPooling2D", 2), IMAGES),
    "MaxPool2D overlapping": (lambda: MaxPool2D(3, 2), k("MaxPooling2D", 3, 2), IMAGES),
    "AveragePool2D": (lambda: AveragePool2D(2), k("AveragePooling2D", 2), IMAGES),
    "AveragePool2D overlapping": (
        lambda: AveragePool2D(3, 1),
        k("AveragePooling2D", 3, 1),
        IMAGES,
    ),
    "SimpleRNN": (lambda: SimpleRNN(5, 4, rng()), k("SimpleRNN", 4), (3, 6, 5)),
    "SimpleRNN sequences": (
        lambda: SimpleRNN(5, 4, rng(), return_sequences=True),
        k("SimpleRNN", 4, return_sequences=True),
        (3, 6, 5),
    ),
}


def inputs(shape):
    return (0.5 + 2 * rng(4).normal(size=shape)).astype(np.float32)


def pair(name):
    """Our layer and Keras's with the same weights, none of them zero, and inputs."""
    make, make_keras, shape = TABLE[name]
    ours, reference = make().astype(np.float32), make_keras()
    reference.build(shape)
    random = rng(5)
    for arrays in (ours.params, ours.state):
        for array in arrays.values():
            array += random.uniform(0.1, 0.6, size=array.shape)
    # Keras's order is that of our dictionaries, the state last.
    reference.set_weights([*ours.params.values(), *ours.state.values()])
    return ours, reference, inputs(shape)


def error(actual, expected):
    expected = np.asarray(expected)
    if np.shape(actual) != expected.shape:
        return np.inf
    return np.abs(actual - expected).max() / np.abs(expected).max()


def largest_error(ours, reference, x, training):
    """Over outputs, the gradients of x and of all parameters, and the state afterwards."""
    with tf.GradientTape() as tape:
        t = tf.constant(x)
        tape.watch(t)
        expected = reference(t, training=training)
        dy = rng(6).uniform(0.5, 1.5, size=expected.shape).astype(np.float32)
        loss = tf.reduce_sum(expected * dy)
    gradients = tape.gradient(loss, [t, *reference.trainable_variables])
    y = ours.forward(x, training)
    if y.shape != expected.shape:
        return np.inf
    dx = ours.backward(dy)
    found = [y, dx, *ours.grads.values(), *ours.state.values()]
    wanted = [expected, *gradients, *reference.weights[len(ours.params) :]]
    assert all(np.any(np.asarray(w)) for w in wanted), "zeros would agree with anything"
    return max(error(f, w) for f, w in zip(found, wanted, strict=True))


names = pytest.mark.parametrize("name", TABLE)
modes = pytest.mark.parametrize("training", [False, True], ids=["inference", "training"])


@names
@modes
def test_keras_agrees(name, training):
    assert largest_error(*pair(name), training) < 1e-5


# Faults: each changes one layer in one place.


def flip_kernel(layer):
    layer.params["K"] = layer.params["K"][::-1, ::-1].copy()


def swap_axes_of_kernel(layer):
    layer.params["K"] = np.ascontiguousarray(layer.params["K"].transpose(1, 0, 2, 3))


def pad_first(layer):
    margins = type(layer)._margins
    layer._margins = lambda size, window: margins(layer, size, window)[::-1]


def last_of_tied_maxima(layer):
    """Run through the window backwards, on the way back only."""
    views, shares = type(layer)._taps, type(layer)._shares

    def wrong(dy):
        layer._taps = lambda x: views(layer, x)[::-1]
        found = list(shares(layer, dy))[::-1]
        del layer._taps
        return found

    layer._shares = wrong


def unbiased_variance(layer):
    remember = type(layer)._remember

    def unbiased(name, new):
        n = layer.n_in_the_batch
        remember(layer, name, new * n / (n - 1) if name == "running_var" else new)

    layer._remember = unbiased


def swapped_momentum(layer):
    layer.momentum = 1 - layer.momentum


def epsilon_outside(layer):
    """sqrt(var) + epsilon: the same as another epsilon inside, feature by feature."""
    forward = type(layer).forward

    def wrong(x, training=False):
        var = x.var(axis=tuple(range(x.ndim - 1))) if training else layer.state["running_var"]
        epsilon = layer.epsilon
        layer.epsilon = (np.sqrt(var) + epsilon) ** 2 - var
        y = forward(layer, x, training)
        layer.epsilon = epsilon
        return y

    layer.forward = wrong


def momentum_off(layer):
    layer.momentum -= 0.01


def epsilon_of_the_paper(layer):
    layer.epsilon = 1e-5


def recurrent_weights_transposed(layer):
    layer.params["Wh"] = layer.params["Wh"].T.copy()


def other_gelu(layer):
    layer.g = lambda z: 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))


def slope_one_at_zero(layer):
    layer.g_prime = lambda z: (z >= 0).astype(z.dtype)


def channels_first(layer):
    layer.forward = lambda x, training=False: x.transpose(0, 3, 1, 2).reshape(len(x), -1)
    layer.backward = lambda dy: dy.reshape(IMAGES)


def bias_forgotten(layer):
    layer.params["b"] = np.zeros_like(layer.params["b"])


def mean_over_the_batch(layer):
    backward = type(layer).backward

    def wrong(dy):
        dx = backward(layer, dy)
        layer.grads["b"] = layer.grads["b"] / len(dy)
        return dx

    layer.backward = wrong


def over_the_batch(layer):
    layer.forward = lambda x, training=False: type(layer).forward(layer, x.T).T
    layer.backward = lambda dy: type(layer).backward(layer, dy.T).T


def sum_for_mean(layer):
    layer.forward = lambda x, training=False: 4 * type(layer).forward(layer, x)


def all_tied_maxima(layer):
    layer._shares = lambda dy: [(view == layer.y) * dy for view in layer._taps(layer.x)]


def stride_of_one(layer):
    layer.stride = 1


def recurrent_gradient_one_step_late(layer):
    backward = type(layer).backward

    def wrong(dy):
        dx = backward(layer, dy)
        H = layer.H.copy()
        layer.H[:, :-1] = H[:, 1:]
        backward(layer, dy)
        layer.H = H
        return dx

    layer.backward = wrong


BATCHNORM_FAULTS = [
    unbiased_variance,
    swapped_momentum,
    momentum_off,
    epsilon_outside,
    epsilon_of_the_paper,
]
FAULTS = [
    ("Dense", bias_forgotten),
    ("Dense", mean_over_the_batch),
    ("Softmax", over_the_batch),
    *(("Conv2D", fault) for fault in (flip_kernel, swap_axes_of_kernel, bias_forgotten)),
    ("Conv2D stride", stride_of_one),
    ("Conv2D same", pad_first),
    ("Conv2D same, stride", pad_first),
    *(("BatchNorm of vectors", fault) for fault in BATCHNORM_FAULTS),
    *(("BatchNorm of images", fault) for fault in BATCHNORM_FAULTS),
    ("AveragePool2D", sum_for_mean),
    ("MaxPool2D overlapping", stride_of_one),
    ("SimpleRNN", recurrent_weights_transposed),
    ("SimpleRNN", recurrent_gradient_one_step_late),
    ("gelu", other_gelu),
    ("Flatten", channels_first),
]


@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_faults_are_noticed(name, fault):
    ours, reference, x = pair(name)
    ours.n_in_the_batch = x.size // x.shape[-1]
    fault(ours)
    assert largest_error(ours, reference, x, training=True) > 2e-5


@pytest.mark.parametrize("name", ["MaxPool2D", "MaxPool2D overlapping"])
def test_of_tied_maxima_keras_and_we_take_the_first(name):
    ours, reference, x = pair(name)
    ties = np.round(x / 3)  # few values, so that most windows have several maxima
    assert largest_error(ours, reference, ties, training=True) < 1e-5
    for fault in (last_of_tied_maxima, all_tied_maxima):
        fault(ours)
        assert largest_error(ours, reference, x, training=True) < 1e-5, "it is about ties only"
        assert largest_error(ours, reference, ties, training=True) > 0.1


def test_relu_has_slope_zero_at_zero_in_keras_too():
    ours, reference, x = pair("relu")
    zeros = np.where(np.abs(x) < 1, 0, x)
    assert largest_error(ours, reference, zeros, training=True) < 1e-5
    slope_one_at_zero(ours)
    assert largest_error(ours, reference, zeros, training=True) > 0.1


class MaskOf:
    """A generator of randomness that repeats the mask that Keras drew."""

    def __init__(self, kept):
        self.kept = kept

    def random(self, shape):
        assert shape == self.kept.shape
        return np.where(self.kept, 1.0, 0.0)


@pytest.mark.parametrize("rate", [0.3, 0.75])
def test_dropout_with_the_mask_that_keras_drew(rate):
    x = inputs((40, 50))
    reference = keras.layers.Dropout(rate, seed=1)
    with tf.GradientTape() as tape:
        t = tf.constant(x)
        tape.watch(t)
        expected = reference(t, training=True)
        dy = inputs((40, 50))[::-1].copy()
        loss = tf.reduce_sum(expected * dy)
    gradient = tape.gradient(loss, t)
    kept = expected.numpy() != 0
    assert np.mean(~kept) == pytest.approx(rate, abs=0.05)

    def errors(factor=1.0):
        ours = Dropout(rate, MaskOf(kept))
        y = ours.forward(x, training=True) * factor
        return error(y, expected), error(ours.backward(dy) * factor, gradient)

    assert max(errors()) < 1e-5
    assert min(errors(factor=1 - rate)) > 0.1, "without the scaling it would differ"
    np.testing.assert_array_equal(Dropout(rate, rng()).forward(x), reference(x, training=False))


# A whole network, trained.


def image_networks():
    """The same small network twice, with the same weights; float64 in ours, float32 in Keras's."""
    random = rng(7)
    ours = Sequential(
        [
            Conv2D(2, 4, 3, random, padding="same"),
            BatchNorm(4, momentum=0.75, epsilon=1e-3),
            Activation(relu, relu_prime),
            MaxPool2D(2),
            Flatten(),
            Dense(64, 3, random),
        ]
    )
    reference = keras.Sequential(
        [
            keras.layers.Conv2D(4, 3, padding="same"),
            keras.layers.BatchNormalization(momentum=0.75),
            keras.layers.ReLU(),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(3),
        ]
    )
    reference.build((None, 8, 8, 2))
    for layer, twin in zip(ours.layers, reference.layers, strict=True):
        twin.set_weights([*layer.params.values(), *layer.state.values()])
    return ours, reference


def train_both(rule):
    """Five epochs of five batches, in the same order; the largest error of weights and losses."""
    random = rng(8)
    X, y = random.normal(size=(50, 8, 8, 2)), random.integers(0, 3, size=50)
    ours, reference = image_networks()
    start = np.concatenate([array.ravel() for array in ours.snapshot().values()])
    reference.compile(
        keras.optimizers.SGD(learning_rate=2**-4),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    batches = rng(9)
    losses = []
    for _ in range(5):
        epoch = [
            reference.train_on_batch(X[batch], y[batch], return_dict=True)["loss"]
            for batch in minibatches(50, 10, batches)
        ]
        losses.append(np.mean(epoch))
    history = fit(ours, X, y, rule, rng(9), epochs=5, batch_size=10)
    wanted = [w for twin in reference.layers for w in twin.get_weights()]
    found = [
        array for layer in ours.layers for array in [*layer.params.values(), *layer.state.values()]
    ]
    end = np.concatenate([array.ravel() for array in ours.snapshot().values()])
    assert np.linalg.norm(end - start) > 1, "nothing was learned"
    return max(
        error(np.array(history["loss"]), losses),
        *(error(f, w) for f, w in zip(found, wanted, strict=True) if np.abs(w).max() > 1e-3),
    )


def test_a_network_is_trained_as_by_keras():
    assert train_both(SGD(learning_rate=2**-4)) < 1e-5
    assert train_both(SGD(learning_rate=1.001 * 2**-4)) > 1e-4
