"""Landscapes: derivatives by finite differences, minima by SciPy."""

import numpy as np
import pytest
from scipy import optimize

from course_lib import landscapes as ls

TABLE = {
    "quadratic": ls.quadratic(),
    "quadratic 3d": ls.quadratic((1.0, 2.0, 5.0), minimum=(10.0, -1.0, 0.5)),
    "rotated": ls.rotated_quadratic((2.0, 30.0), angle=0.3, minimum=(1.0, -2.0)),
    "rosenbrock": ls.rosenbrock(),
    "rosenbrock(2, 7)": ls.rosenbrock(2.0, 7.0),
    "beale": ls.beale(),
    "saddle": ls.saddle(2.0),
}


def central_differences(f, theta, h=1e-5):
    steps = h * np.eye(len(theta))
    return np.array([(f(theta + e) - f(theta - e)) / (2 * h) for e in steps])


def derivative_errors(landscape, theta):
    """Relative errors of gradient and Hessian."""
    pairs = [(landscape.gradient, landscape.value), (landscape.hessian, landscape.gradient)]
    errors = []
    for derivative, function in pairs:
        numerical = central_differences(function, theta)
        assert np.abs(numerical).max() > 1e-3, "a zero derivative would pass for anything"
        errors.append(np.abs(derivative(theta) - numerical).max() / np.abs(numerical).max())
    return errors


@pytest.mark.parametrize("name", TABLE)
def test_gradient_and_hessian_are_derivatives(name):
    landscape = TABLE[name]
    for seed in range(5):
        noise = np.random.default_rng(seed).normal(size=len(landscape.start))
        assert max(derivative_errors(landscape, np.array(landscape.start) + noise)) < 1e-7


@pytest.mark.parametrize("name", TABLE)
def test_a_planted_error_is_caught(name):
    landscape = TABLE[name]
    theta = np.array(landscape.start) + 0.5
    wrong = ls.Landscape(
        **vars(landscape)
        | {
            "gradient": lambda t: landscape.gradient(t) * (1 + 1e-5),
            "hessian": lambda t: landscape.hessian(t) * (1 + 1e-5),
        }
    )
    assert derivative_errors(wrong, theta)[0] > 1e-6
    wrong_hessian = ls.Landscape(**vars(landscape) | {"hessian": wrong.hessian})
    assert derivative_errors(wrong_hessian, theta)[1] > 1e-6


@pytest.mark.parametrize("name", TABLE)
def test_the_minimum_is_where_scipy_finds_it(name):
    landscape = TABLE[name]
    found = optimize.minimize(
        landscape.value_and_grad, np.array(landscape.start), jac=True, tol=1e-10
    )
    minimum = np.array(landscape.minimum)
    if name == "saddle":
        minimum[1] *= np.sign(found.x[1])  # there are two
    np.testing.assert_allclose(found.x, minimum, atol=1e-5)
    assert landscape.value(minimum) <= found.fun + 1e-12
    assert np.linalg.eigvalsh(landscape.hessian(minimum)).min() > 0


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_grids_of_points_and_their_dtype(name, dtype):
    landscape = TABLE[name]
    d = len(landscape.start)
    grid = np.random.default_rng(0).normal(size=(3, 4, d)).astype(dtype)
    before = grid.copy()
    functions = (landscape.value, landscape.gradient, landscape.hessian)
    for function, shape in zip(functions, [(), (d,), (d, d)], strict=True):
        values = function(grid)
        assert values.shape == (3, 4, *shape)
        assert values.dtype == dtype
        np.testing.assert_allclose(values[1, 2], function(grid[1, 2]), rtol=1e-5)
    np.testing.assert_array_equal(grid, before)


def test_the_curvatures_are_the_eigenvalues_whatever_the_rotation():
    H = ls.rotated_quadratic((3.0, 7.0), angle=1.0).hessian(np.zeros(2))
    np.testing.assert_allclose(np.linalg.eigvalsh(H), [3, 7])
    assert abs(H[0, 1]) > 1


def test_the_saddle_is_one_and_has_value_minus_a_quarter_at_its_minima():
    landscape = ls.saddle()
    assert np.linalg.eigvalsh(landscape.hessian(np.zeros(2))).tolist() == [-1, 1]
    assert landscape.value(np.array(landscape.minimum)) == -0.25


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: ls.quadratic((1.0, 0.0)), "curvatures must be positive"),
        (lambda: ls.quadratic((1.0,), minimum=(1.0, 2.0)), "minimum must have length 1"),
        (lambda: ls.rotated_quadratic((1.0, 2.0, 3.0)), "curvatures must be two numbers"),
        (lambda: ls.rosenbrock(b=0.0), "b=0.0"),
        (lambda: ls.saddle(-1.0), "curvature=-1.0"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()
