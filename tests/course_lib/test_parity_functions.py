"""Activations, losses, initialisers and penalties against Keras; and faults this must notice."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from scipy import special

from course_lib import activations, initializers, losses
from course_lib.regularizers import L1, L2

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)

TOLERANCE = {np.float32: 2e-6, np.float64: 1e-14}


def value_and_gradient(function, x):
    """TensorFlow's value at x, and its gradient of the sum of all values."""
    with tf.GradientTape() as tape:
        t = tf.constant(x)
        tape.watch(t)
        value = function(t)
        total = tf.reduce_sum(value)
    return value.numpy(), tape.gradient(total, t).numpy()


def error(actual, expected):
    """Largest error, relative to the largest entry; infinite if type or shape is another."""
    actual, expected = np.asarray(actual), np.asarray(expected)
    if actual.dtype != expected.dtype or actual.shape != expected.shape:
        return np.inf
    assert np.any(expected), "zeros would agree with anything"
    return np.abs(actual - expected).max() / np.abs(expected).max()


# Activations. Name here, and Keras's function.

ACTIVATIONS = {
    "sigmoid": keras.ops.sigmoid,
    "tanh": keras.ops.tanh,
    "relu": keras.ops.relu,
    "leaky_relu": lambda z: keras.ops.leaky_relu(z, negative_slope=0.01),
    "elu": keras.ops.elu,
    "softplus": keras.ops.softplus,
    "silu": keras.ops.silu,
    "gelu": lambda z: keras.ops.gelu(z, approximate=False),
}
Z = {dtype: np.linspace(-8, 8, 641).astype(dtype) for dtype in TOLERANCE}
both_types = pytest.mark.parametrize("dtype", TOLERANCE, ids=["float32", "float64"])


def activation_errors(g, g_prime, reference, dtype):
    value, derivative = value_and_gradient(reference, Z[dtype])
    return error(g(Z[dtype]), value), error(g_prime(Z[dtype]), derivative)


@pytest.mark.parametrize("name", ACTIVATIONS)
@both_types
def test_activations_and_derivatives(name, dtype):
    g, g_prime = getattr(activations, name), getattr(activations, f"{name}_prime")
    # Keras keeps these two's constants, 0.01 and the root of 2, in float32 even for float64 inputs.
    tolerance = max(TOLERANCE[dtype], 1e-8 if name in ("leaky_relu", "gelu") else 0)
    assert max(activation_errors(g, g_prime, ACTIVATIONS[name], dtype)) < tolerance


# name, a wrong version of it, a wrong version of its derivative
WRONG = [
    ("leaky_relu", lambda z: activations.leaky_relu(z, 0.0101), activations.relu_prime),
    ("elu", lambda z: activations.elu(z, 1.001), lambda z: activations.elu_prime(z, 1.001)),
    ("relu", activations.softplus, lambda z: (z >= 0).astype(z.dtype)),
    ("softplus", activations.relu, activations.relu_prime),
    (
        "silu",
        lambda z: z * activations.sigmoid(z.dtype.type(1.702) * z),
        lambda z: activations.sigmoid(z) + activations.sigmoid_prime(z),
    ),
    (
        "gelu",
        lambda z: (0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))).astype(
            z.dtype
        ),
        lambda z: special.ndtr(z).astype(z.dtype),
    ),
    ("tanh", lambda z: np.tanh(1.001 * z).astype(z.dtype), lambda z: 1 - np.tanh(np.tanh(z)) ** 2),
    ("sigmoid", lambda z: np.tanh(z), lambda z: activations.sigmoid_prime(activations.sigmoid(z))),
]


@pytest.mark.parametrize(("name", "g", "g_prime"), WRONG, ids=[row[0] for row in WRONG])
@both_types
def test_wrong_activations_are_noticed(name, g, g_prime, dtype):
    assert min(activation_errors(g, g_prime, ACTIVATIONS[name], dtype)) > 20 * TOLERANCE[dtype]


SCORES = np.random.default_rng(0).normal(size=(4, 5, 6)) * 3


@pytest.mark.parametrize("axis", [0, 1, -1])
@both_types
def test_softmax_log_softmax_and_jacobian(axis, dtype):
    scores = SCORES.astype(dtype)
    V = np.random.default_rng(1).normal(size=scores.shape).astype(dtype)

    def reference(z):
        return keras.ops.softmax(z, axis=axis)

    value, _ = value_and_gradient(reference, scores)
    _, product = value_and_gradient(lambda z: reference(z) * V, scores)
    log_value, _ = value_and_gradient(lambda z: keras.ops.log_softmax(z, axis=axis), scores)
    tolerance = TOLERANCE[dtype]
    assert error(activations.softmax(scores, axis), value) < tolerance
    assert error(activations.log_softmax(scores, axis), log_value) < tolerance
    assert error(activations.softmax_jvp(scores, V, axis), product) < tolerance
    # the whole array as one axis, another axis, the derivative entry by entry
    s = activations.softmax(scores, axis)
    assert error(activations.softmax(scores.reshape(1, -1)).reshape(scores.shape), value) > 0.1
    assert error(activations.softmax(scores, axis - 1), value) > 0.1
    assert error(s * (1 - s) * V, product) > 0.1


# Losses. Name, Keras's loss, outputs, targets.

rng = np.random.default_rng(2)
LOGITS = 5 * rng.normal(size=(8, 6))
LOSSES = {
    "mse": ("mean_squared_error", "MeanSquaredError", {}, rng.normal(size=(8, 6))),
    "binary": (
        "binary_cross_entropy",
        "BinaryCrossentropy",
        {"from_logits": True},
        rng.integers(0, 2, size=(8, 6)),
    ),
    "integers": (
        "cross_entropy",
        "SparseCategoricalCrossentropy",
        {"from_logits": True},
        rng.integers(0, 6, size=8),
    ),
    "one-hot": (
        "cross_entropy",
        "CategoricalCrossentropy",
        {"from_logits": True},
        np.eye(6)[rng.integers(0, 6, size=8)],
    ),
    "soft": (
        "cross_entropy",
        "CategoricalCrossentropy",
        {"from_logits": True},
        rng.dirichlet(np.ones(6), size=8),
    ),
}
loss_case = pytest.mark.parametrize(
    ("name", "keras_name", "options", "targets"), LOSSES.values(), ids=LOSSES
)


def loss_errors(value, gradient, keras_name, options, logits, targets):
    reference = getattr(keras.losses, keras_name)(dtype=str(logits.dtype), **options)
    expected, slope = value_and_gradient(
        lambda z: reference(tf.constant(targets, z.dtype), z), logits
    )
    found = np.asarray(value(logits, targets), dtype=logits.dtype)
    return error(found, expected), error(gradient(logits, targets), slope)


@loss_case
@pytest.mark.parametrize("scale", [1, 1000], ids=["moderate", "huge"])
@both_types
def test_losses_and_gradients(name, keras_name, options, targets, scale, dtype):
    logits = (scale * LOGITS).astype(dtype)
    functions = getattr(losses, name), getattr(losses, f"{name}_gradient")
    assert max(loss_errors(*functions, keras_name, options, logits, targets)) < TOLERANCE[dtype]


@loss_case
def test_losses_that_add_up_or_forget_the_batch_are_noticed(name, keras_name, options, targets):
    value, gradient = getattr(losses, name), getattr(losses, f"{name}_gradient")
    logits = LOGITS.astype(np.float32)
    wrong = loss_errors(
        lambda z, y: value(z, y) * len(z),
        lambda z, y: gradient(z, y) * len(z),
        keras_name,
        options,
        logits,
        targets,
    )
    assert min(wrong) > 1
    shifted = loss_errors(
        lambda z, y: value(z, np.roll(y, 1, axis=0)),
        lambda z, y: gradient(z, np.roll(y, 1, axis=0)),
        keras_name,
        options,
        logits,
        targets,
    )
    assert min(shifted) > 1e-3


# Initialisers: the same standard deviation; Keras's normals are cut off.

SHAPE = (3, 3, 40, 120)  # fans 360 and 1080
KERAS_INITIALIZERS = {
    "glorot_normal": "GlorotNormal",
    "glorot_uniform": "GlorotUniform",
    "he_normal": "HeNormal",
    "he_uniform": "HeUniform",
    "lecun_normal": "LecunNormal",
    "lecun_uniform": "LecunUniform",
    "normal": "RandomNormal",
}
# a standard deviation from n samples is within 5 / sqrt(2 n) of the truth, and so is the other
SPREAD = 2 * 5 / np.sqrt(2 * np.prod(SHAPE))


def spread_error(W, keras_name):
    expected = np.asarray(getattr(keras.initializers, keras_name)(seed=1)(SHAPE))
    return abs(W.std() / expected.std() - 1)


@pytest.mark.parametrize(("name", "keras_name"), KERAS_INITIALIZERS.items())
def test_initializers_have_keras_moments(name, keras_name):
    W = getattr(initializers, name)(np.random.default_rng(0), SHAPE)
    assert abs(W.mean()) < 5 * W.std() / np.sqrt(W.size)
    assert spread_error(W, keras_name) < SPREAD
    # 4 % off; the other fan; the variance taken for the standard deviation
    assert spread_error(1.04 * W, keras_name) > SPREAD
    if name != "normal":
        transposed = getattr(initializers, name)(np.random.default_rng(0), (3, 3, 120, 40))
        assert name.startswith("glorot") or spread_error(transposed, keras_name) > SPREAD
    assert spread_error(W.std() * W, keras_name) > SPREAD


@pytest.mark.parametrize(
    ("name", "cut"),
    [("glorot_normal", True), ("he_normal", True), ("lecun_normal", True), ("normal", False)],
)
def test_where_keras_truncates(name, cut):
    reference = getattr(keras.initializers, KERAS_INITIALIZERS[name])(seed=1)
    W = np.asarray(reference(SHAPE))
    largest = np.abs(W).max() / W.std()
    assert (2.26 < largest < 2.29) if cut else largest > 3.5
    ours = getattr(initializers, name)(np.random.default_rng(0), SHAPE)
    assert np.abs(ours).max() / ours.std() > 3.5


def test_keras_orthogonal_has_the_singular_values_of_ours():
    for shape in ((3, 3, 4, 10), (2, 30)):
        reference = np.asarray(keras.initializers.Orthogonal(gain=1.5, seed=1)(shape))
        ours = initializers.orthogonal(np.random.default_rng(0), shape, gain=1.5)
        singular_values = (
            np.linalg.svd(W.reshape(-1, shape[-1]), compute_uv=False) for W in (ours, reference)
        )
        np.testing.assert_allclose(*singular_values, rtol=1e-5)


# Penalties: Keras's L2 has no factor 1/2.


@pytest.mark.parametrize(
    ("ours", "reference", "wrong"),
    [
        (L1(0.125), keras.regularizers.L1(0.125), L1(0.25)),
        (L2(0.25), keras.regularizers.L2(0.125), L2(0.125)),
    ],
    ids=["L1", "L2"],
)
def test_penalties(ours, reference, wrong):
    theta = np.array([[1.5, -0.2], [0.0, 0.7]], np.float32)
    value, gradient = value_and_gradient(reference, theta)
    assert ours.penalty(theta) == pytest.approx(value, rel=1e-6)
    assert error(ours.gradient(theta), gradient) < 1e-6
    assert wrong.penalty(theta) != pytest.approx(value, rel=0.1)
    assert error(wrong.gradient(theta), gradient) > 0.1
