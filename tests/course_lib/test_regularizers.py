"""Regularisers: closed forms, the minimisers that they are defined by, exact zeros."""

import numpy as np
import pytest
from scipy.optimize import approx_fprime, minimize, minimize_scalar

from course_lib.optimizers import SGD, Adam, AdamW
from course_lib.regularizers import (
    L1,
    L2,
    SoftThreshold,
    WeightDecay,
    soft_threshold,
    weights_of,
)

THETA = np.array([[1.5, -0.2], [-3.0, 0.7]])


@pytest.mark.parametrize("penalty", [L1(0.3), L2(0.3)])
def test_gradients_of_penalties_are_those_of_a_finite_difference(penalty):
    numerical = approx_fprime(THETA.ravel(), penalty.penalty, 1e-7).reshape(THETA.shape)
    assert np.abs(numerical).min() > 0.05, "a zero gradient would pass for anything"
    np.testing.assert_allclose(penalty.gradient(THETA), numerical, atol=1e-6)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(
    "function",
    [
        L1(0.3).gradient,
        L2(0.3).gradient,
        lambda theta: soft_threshold(theta, 0.3),
        lambda theta: WeightDecay(strength=0.3).step(theta, None, ())[0],
        lambda theta: SoftThreshold(strength=0.3).step(theta, None, ())[0],
    ],
)
def test_dtype_is_kept_and_the_input_not_modified(function, dtype):
    theta = THETA.astype(dtype)
    assert function(theta).dtype == dtype
    np.testing.assert_array_equal(theta, THETA.astype(dtype))


@pytest.mark.parametrize("theta", [2.0, 0.31, 0.3, 0.1, -0.1, -5.0])
def test_soft_threshold_minimises_what_it_is_said_to_minimise(theta):
    found = minimize_scalar(
        lambda x: 0.5 * (x - theta) ** 2 + 0.3 * abs(x), options={"xtol": 1e-10}
    )
    assert soft_threshold(theta, 0.3) == pytest.approx(found.x, abs=1e-6)
    assert abs(theta) > 0.3 or soft_threshold(theta, 0.3) == 0
    assert soft_threshold(theta, 0) == theta


def least_squares():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(60, 20))
    w = np.where(np.arange(20) < 4, 3.0, 0.0)
    return X, X @ w + 0.5 * rng.normal(size=60)


def descend(X, y, rule, n_steps, before=None, penalty=None, after=None):
    params, states = {"w": np.ones((X.shape[1], 1))}, {}
    for _ in range(n_steps):
        grads = {"w": X.T @ (X @ params["w"] - y[:, None])}
        if penalty is not None:
            grads["w"] += penalty.gradient(params["w"])
        if before is not None:
            before.update(params, grads, {}, learning_rate=rule.learning_rate)
        rule.update(params, grads, states)
        if after is not None:
            after.update(params, grads, {}, learning_rate=rule.learning_rate)
    return params["w"][:, 0]


def test_l2_and_decay_with_gradient_descent_are_both_ridge_regression():
    X, y = least_squares()
    ridge = np.linalg.solve(X.T @ X + 7 * np.eye(20), X.T @ y)
    rule = SGD(learning_rate=1 / np.linalg.norm(X.T @ X, 2))
    np.testing.assert_allclose(descend(X, y, rule, 500, penalty=L2(7)), ridge, rtol=1e-9)
    decayed = descend(X, y, rule, 500, before=WeightDecay(strength=7))
    np.testing.assert_allclose(decayed, ridge, rtol=1e-9)
    # the same at every step, not only at the end
    np.testing.assert_allclose(
        descend(X, y, rule, 3, penalty=L2(7)),
        descend(X, y, rule, 3, before=WeightDecay(strength=7)),
        rtol=1e-12,
    )
    # after the step instead of before it, or without the learning rate, it would be another one
    assert np.abs(descend(X, y, rule, 500, after=WeightDecay(strength=7)) - ridge).max() > 1e-3


def test_decay_before_adam_is_adamw_and_l2_is_not():
    X, y = least_squares()
    decayed = descend(X, y, Adam(learning_rate=0.01), 50, before=WeightDecay(strength=0.5))
    adamw = descend(X, y, AdamW(learning_rate=0.01, weight_decay=0.5), 50)
    np.testing.assert_allclose(decayed, adamw, rtol=1e-12)
    coupled = descend(X, y, Adam(learning_rate=0.01), 50, penalty=L2(0.5))
    assert np.abs(coupled - adamw).max() > 0.05


def test_the_soft_threshold_solves_the_lasso_with_exact_zeros_and_the_subgradient_does_not():
    X, y = least_squares()
    rule = SGD(learning_rate=1 / np.linalg.norm(X.T @ X, 2))
    w = descend(X, y, rule, 2000, after=SoftThreshold(strength=20))

    # the same problem with w = p - q, p and q not negative: smooth, with bounds
    def objective(pq):
        p, q = pq[:20], pq[20:]
        residual = X @ (p - q) - y
        g = X.T @ residual
        return residual @ residual / 2 + 20 * pq.sum(), np.concatenate([g, -g]) + 20

    pq = minimize(
        objective, np.ones(40), jac=True, bounds=[(0, None)] * 40, tol=1e-14, method="L-BFGS-B"
    ).x
    np.testing.assert_allclose(w, pq[:20] - pq[20:], atol=1e-4)
    assert np.sum(w == 0) > 10
    assert np.sum(descend(X, y, rule, 2000, penalty=L1(20)) == 0) == 0


def test_weights_are_matrices_and_kernels():
    arrays = {
        "W": np.ones((2, 3)),
        "K": np.ones((3, 3, 1, 2)),
        "b": np.ones(3),
        "gamma": np.ones(2),
    }
    assert sorted(weights_of(arrays)) == ["K", "W"]
    assert weights_of(arrays)["W"] is arrays["W"]


@pytest.mark.parametrize(
    "kind", [L1, L2, lambda s: WeightDecay(strength=s), lambda s: SoftThreshold(strength=s)]
)
def test_negative_strength_is_named(kind):
    with pytest.raises(ValueError, match="strength=-1"):
        kind(-1)


def test_negative_threshold_is_named():
    with pytest.raises(ValueError, match="threshold=-1"):
        soft_threshold(THETA, -1)
