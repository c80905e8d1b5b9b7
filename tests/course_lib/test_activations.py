"""Activations against SciPy and finite differences; one row of the table per activation."""

import numpy as np
import pytest
from scipy import special
from scipy.optimize import minimize_scalar

from course_lib import activations

# name, independent formula, places where the derivative does not exist
TABLE = [
    ("identity", lambda z: z, []),
    ("sigmoid", special.expit, []),
    ("tanh", lambda z: 2 * special.expit(2 * z) - 1, []),
    ("relu", lambda z: 0.5 * (z + np.abs(z)), [0.0]),
    ("leaky_relu", lambda z: 0.505 * z + 0.495 * np.abs(z), [0.0]),
    ("elu", lambda z: np.where(z > 0, z, z * special.exprel(np.minimum(z, 0))), [0.0]),
    ("softplus", lambda z: -special.log_expit(-z), []),
    ("silu", lambda z: z * special.expit(z), []),
    ("gelu", lambda z: z * special.ndtr(z), []),
]
NAMES = [row[0] for row in TABLE]


@pytest.mark.parametrize(("name", "formula", "kinks"), TABLE, ids=NAMES)
def test_values_and_derivatives(name, formula, kinks):
    g, g_prime = getattr(activations, name), getattr(activations, f"{name}_prime")
    z = np.linspace(-6, 6, 1201)
    np.testing.assert_allclose(g(z), formula(z), rtol=1e-12, atol=1e-15)

    smooth = z[np.all(np.abs(z[:, None] - np.array(kinks)) > 1e-4, axis=1)]
    h = 1e-5
    numerical = (g(smooth + h) - g(smooth - h)) / (2 * h)
    np.testing.assert_allclose(g_prime(smooth), numerical, rtol=1e-6, atol=1e-8)
    assert np.abs(numerical).max() > 0.1, "a zero derivative would pass for anything"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_extreme_inputs_keep_dtype_and_do_not_warn(name, dtype):
    z = np.array([-1e4, -100, 0, 100, 1e4], dtype)
    for function in (getattr(activations, name), getattr(activations, f"{name}_prime")):
        before = z.copy()
        values = function(z)  # a warning is an error here
        assert values.dtype == dtype
        assert np.isfinite(values).all()
        np.testing.assert_array_equal(z, before)


def test_the_conventions_at_zero():
    assert activations.relu_prime(0.0) == 0
    assert activations.leaky_relu_prime(0.0, slope=0.2) == 0.2
    assert activations.elu_prime(0.0, alpha=1.7) == 1.7


def test_elu_scales_with_alpha_and_meets_its_derivative():
    z = np.array([-3.0, -0.1])
    np.testing.assert_allclose(
        activations.elu_prime(z, alpha=2.5), activations.elu(z, alpha=2.5) + 2.5, rtol=1e-12
    )


def test_integers_become_float64():
    assert activations.relu(np.array([-1, 2])).dtype == np.float64


def test_the_smallest_values_that_silu_and_gelu_claim():
    for g, smallest in ((activations.silu, -0.278), (activations.gelu, -0.170)):
        assert minimize_scalar(g, (-2, -1)).fun == pytest.approx(smallest, abs=5e-4)


def test_gelu_keeps_its_relative_precision_in_the_left_tail():
    z = np.array([-5.0, -10.0, -30.0])
    np.testing.assert_allclose(activations.gelu(z), z * special.ndtr(z), rtol=1e-12)


SCORES = np.random.default_rng(0).normal(size=(3, 4, 5)) * 4


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_softmax_and_log_softmax_are_scipys(axis):
    np.testing.assert_allclose(
        activations.softmax(SCORES, axis), special.softmax(SCORES, axis), rtol=1e-12
    )
    np.testing.assert_allclose(
        activations.log_softmax(SCORES, axis), special.log_softmax(SCORES, axis), rtol=1e-12
    )


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_softmax_jvp_is_the_derivative_along_a_direction_and_its_own_transpose(axis):
    rng = np.random.default_rng(1)
    V, U = rng.normal(size=(2, *SCORES.shape))
    h = 1e-5
    along = activations.softmax(SCORES + h * V, axis) - activations.softmax(SCORES - h * V, axis)
    product = activations.softmax_jvp(SCORES, V, axis)
    assert np.abs(product).max() > 0.1, "a zero derivative would pass for anything"
    np.testing.assert_allclose(product, along / (2 * h), atol=1e-9)
    transposed = activations.softmax_jvp(SCORES, U, axis)
    assert np.sum(U * product) == pytest.approx(np.sum(transposed * V), rel=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_softmax_of_huge_scores_keeps_dtype_and_does_not_warn(dtype):
    Z = np.array([[1e4, 0, -1e4], [-1e4, -1e4, -1e4]], dtype)
    before = Z.copy()
    for values in (
        activations.softmax(Z),
        activations.log_softmax(Z),
        activations.softmax_jvp(Z, np.ones_like(Z)),
    ):
        assert values.dtype == dtype
        assert np.isfinite(values).all()
    np.testing.assert_array_equal(Z, before)
    np.testing.assert_allclose(activations.softmax(Z).sum(axis=-1), 1, rtol=1e-6)


def test_softmax_jvp_names_a_wrong_shape():
    with pytest.raises(ValueError, match=r"V.shape=\(3,\)"):
        activations.softmax_jvp(np.ones((2, 3)), np.ones(3))


@pytest.mark.parametrize("name", NAMES)
def test_the_largest_float32_neither_overflows_nor_warns(name):
    largest = np.finfo(np.float32).max
    z = np.array([-largest, largest], np.float32)
    for function in (getattr(activations, name), getattr(activations, f"{name}_prime")):
        assert np.isfinite(function(z)).all()
