"""Newton, BFGS and L-BFGS: theorems on the update, and SciPy's minima."""

import numpy as np
import pytest
from scipy import optimize

from course_lib import landscapes as ls
from course_lib import quasi_newton as qn
from course_lib.line_search import wolfe_search

LANDSCAPES = [
    ls.quadratic((1.0, 5.0, 100.0), minimum=(10.0, -3.0, 0.1)),
    ls.rotated_quadratic(),
    ls.rosenbrock(),
    ls.beale(),
    ls.saddle(),
]


def logistic_regression(seed=0):
    """A convex problem in 6 dimensions: mean cross-entropy plus a small ridge."""
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(80, 6)), np.sign(rng.normal(size=80))

    def value_and_grad(w):
        margin = y * (X @ w)
        value = np.logaddexp(0, -margin).mean() + 0.005 * w @ w
        return value, -X.T @ (y * np.exp(-np.logaddexp(0, margin))) / 80 + 0.01 * w

    return value_and_grad


def minimise(name, landscape, start):
    if name == "newton":
        return qn.newton(landscape.value_and_grad, landscape.hessian, start)
    return getattr(qn, name)(landscape.value_and_grad, start)


@pytest.mark.parametrize("name", ["newton", "bfgs", "lbfgs"])
@pytest.mark.parametrize("landscape", LANDSCAPES, ids=lambda landscape: landscape.name)
def test_scipys_minima_are_reached(name, landscape):
    start = np.array(landscape.start)
    theirs = optimize.minimize(landscape.value_and_grad, start, jac=True, method="BFGS")
    ours = minimise(name, landscape, start)
    assert ours.converged
    assert ours.value <= theirs.fun + 1e-10
    theta = (
        np.array([1, np.sign(ours.theta[1])]) * ours.theta
        if landscape.minimum == (0, 1)
        else ours.theta
    )
    np.testing.assert_allclose(theta, landscape.minimum, atol=1e-6)
    np.testing.assert_array_equal(start, landscape.start)
    np.testing.assert_array_equal(ours.path[0], start)
    values = landscape.value(ours.path)
    assert np.all(np.diff(values) < 0)


@pytest.mark.parametrize("name", ["bfgs", "lbfgs"])
@pytest.mark.parametrize("d", [2, 10, 50])
def test_the_long_rosenbrock_valley(name, d):
    def value_and_grad(x):
        return optimize.rosen(x), optimize.rosen_der(x)

    start = np.full(d, 0.5)
    found = getattr(qn, name)(value_and_grad, start)
    assert found.converged
    theirs = optimize.minimize(value_and_grad, start, jac=True, tol=1e-10)
    np.testing.assert_allclose(found.theta, theirs.x, atol=1e-6)
    np.testing.assert_allclose(found.theta, 1, atol=1e-6)


@pytest.mark.parametrize("name", ["bfgs", "lbfgs"])
def test_logistic_regression(name):
    f = logistic_regression()
    found = getattr(qn, name)(f, np.zeros(6))
    theirs = optimize.minimize(f, np.zeros(6), jac=True, method="L-BFGS-B", tol=1e-14)
    assert found.converged
    np.testing.assert_allclose(found.theta, theirs.x, atol=1e-5)


def slides_update(H, s, y):
    """Slides 003: the left factor is I - y s' / s'y, not its transpose."""
    factor = np.eye(len(s)) - np.outer(y, s) / (s @ y)
    return factor @ H @ factor + np.outer(s, s) / (s @ y)


def random_update(update, seed, d=5):
    rng = np.random.default_rng(seed)
    A = rng.normal(size=(d, d))
    H, s, y = A @ A.T + np.eye(d), rng.normal(size=d), rng.normal(size=d)
    y = y if s @ y > 0 else -y
    return update(H, s, y), H, s, y


@pytest.mark.parametrize("seed", range(5))
def test_the_update_is_symmetric_positive_definite_and_satisfies_the_secant_equation(seed):
    new, _, s, y = random_update(qn.bfgs_update, seed)
    scale = np.abs(new).max()
    np.testing.assert_allclose(new, new.T, atol=1e-13 * scale)
    np.testing.assert_allclose(new @ y, s, atol=1e-12 * scale)
    assert np.linalg.eigvalsh(new).min() > 0

    wrong, *_ = random_update(slides_update, seed)
    assert np.abs(wrong - wrong.T).max() > 1e-3 * np.abs(wrong).max()


@pytest.mark.parametrize("seed", range(3))
def test_the_update_inverts_the_direct_update_of_the_hessian(seed):
    """B + y y'/y's - B s s' B / s' B s, the formula at the end of slides 003, which is right."""
    new, H, s, y = random_update(qn.bfgs_update, seed)
    B = np.linalg.inv(H)
    direct = B + np.outer(y, y) / (y @ s) - np.outer(B @ s, B @ s) / (s @ B @ s)
    np.testing.assert_allclose(direct @ new, np.eye(5), atol=1e-10 * np.abs(new).max())
    wrong, *_ = random_update(slides_update, seed)
    assert np.abs(direct @ wrong - np.eye(5)).max() > 0.1


def test_nothing_is_learnt_from_negative_curvature():
    H = np.eye(2)
    new = qn.bfgs_update(H, np.array([1.0, 0.0]), np.array([-1.0, 0.0]))
    np.testing.assert_array_equal(new, H)
    assert new is not H


def test_the_update_keeps_float32_and_its_inputs():
    H, s, y = np.eye(2, dtype=np.float32), np.float32([1, 0]), np.float32([2, 1])
    assert qn.bfgs_update(H, s, y).dtype == np.float32
    np.testing.assert_array_equal(H, np.eye(2))


def test_exact_after_as_many_steps_as_dimensions_with_independent_pairs():
    """With conjugate steps on a quadratic, d updates give the inverse Hessian itself."""
    rng = np.random.default_rng(0)
    A = rng.normal(size=(4, 4))
    A = A @ A.T + np.eye(4)
    _, conjugate = np.linalg.eigh(A)
    H = np.eye(4)
    for s in conjugate.T:
        H = qn.bfgs_update(H, s, A @ s)
    np.testing.assert_allclose(H, np.linalg.inv(A), atol=1e-12)


def test_two_loops_give_the_product_with_the_matrix_that_the_updates_build():
    rng = np.random.default_rng(0)
    A = np.diag([1.0, 2.0, 5.0, 9.0])
    pairs = [(s, A @ s) for s in rng.normal(size=(3, 4))]
    s, y = pairs[-1]
    H = np.eye(4) * (s @ y) / (y @ y)
    for s, y in pairs:
        H = qn.bfgs_update(H, s, y)
    grad = rng.normal(size=4)
    np.testing.assert_allclose(qn.lbfgs_direction(grad, pairs), -H @ grad, rtol=1e-12)
    assert np.abs(qn.lbfgs_direction(grad, pairs[::-1]) + H @ grad).max() > 1e-3
    np.testing.assert_array_equal(qn.lbfgs_direction(grad, []), -grad)


def test_bfgs_with_the_slides_update_gets_stuck(monkeypatch):
    valley = ls.rosenbrock()
    right = qn.bfgs(valley.value_and_grad, np.array(valley.start))
    assert right.converged
    assert len(right.path) < 50
    monkeypatch.setattr(qn, "bfgs_update", slides_update)
    with pytest.raises(ValueError, match="d must point downhill"):
        qn.bfgs(valley.value_and_grad, np.array(valley.start), n_steps=200)


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_the_line_search_satisfies_both_of_wolfes_conditions(scale):
    f = ls.rosenbrock().value_and_grad
    theta = np.array([-1.2, 1.0])
    value, grad = f(theta)
    d = -scale * grad
    new, new_value, new_grad, n = wolfe_search(f, theta, d, value, grad)
    a = (new - theta)[0] / d[0]
    assert new_value <= value + 1e-4 * a * grad @ d
    assert new_grad @ d >= 0.9 * grad @ d
    assert n < 60


def test_the_line_search_refuses_the_way_up_and_the_bottomless():
    with pytest.raises(ValueError, match=r"grad @ d = 4\.0"):
        wolfe_search(lambda x: (x @ x, 2 * x), np.ones(1), np.full(1, 2.0), 1.0, np.full(1, 2.0))
    with pytest.raises(ValueError, match=r"c1=0.9, c2=0.1"):
        wolfe_search(None, np.ones(1), -np.ones(1), 1.0, np.ones(1), c1=0.9, c2=0.1)
    with pytest.raises(RuntimeError, match="after 60 evaluations"):
        wolfe_search(lambda x: (x[0], np.ones(1)), np.ones(1), -np.ones(1), 1.0, np.ones(1))


def test_the_line_search_steps_back_from_where_the_function_is_not_defined():
    def value_and_grad(x):
        with np.errstate(invalid="ignore"):
            return float(x[0] - np.log(x[0])), 1 - 1 / x

    found = qn.bfgs(value_and_grad, np.array([100.0]))
    assert found.converged
    assert found.theta[0] == pytest.approx(1, abs=1e-6)


def test_newton_squares_its_error_and_leaves_the_saddle():
    valley = ls.rosenbrock()
    found = qn.newton(valley.value_and_grad, valley.hessian, np.array([0.9, 0.9]))
    errors = np.abs(found.path - 1).max(axis=1)
    assert errors[-1] < 1e-10
    assert len(found.path) < 12
    saddle = ls.saddle()
    start = np.array([1.5, 1e-3])
    plain = start - np.linalg.solve(saddle.hessian(start), saddle.gradient(start))
    assert np.abs(plain).max() < 1e-8, "the plain Newton step lands on the saddle"
    found = qn.newton(saddle.value_and_grad, saddle.hessian, start)
    assert found.value == pytest.approx(-0.25)


def test_evaluations_are_counted():
    calls = []

    def value_and_grad(x):
        calls.append(x)
        return optimize.rosen(x), optimize.rosen_der(x)

    assert qn.bfgs(value_and_grad, np.array([-1.2, 1.0])).n_evaluations == len(calls)


def test_a_budget_is_kept_and_reported():
    valley = ls.rosenbrock()
    found = qn.bfgs(valley.value_and_grad, np.array(valley.start), n_steps=3)
    assert not found.converged
    assert len(found.path) == 4


def test_lbfgs_names_a_bad_memory():
    with pytest.raises(ValueError, match="memory=0"):
        qn.lbfgs(ls.rosenbrock().value_and_grad, np.zeros(2), memory=0)
