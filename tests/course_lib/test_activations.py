"""Activations against SciPy and finite differences; one row of the table per activation."""

import numpy as np
import pytest
from scipy import special

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
