"""The noise ball: exact values by SciPy and by simulation, bounds, and violated hypotheses."""

import numpy as np
import pytest
from scipy import linalg

from course_lib import noise_ball as nb
from course_lib import optimizers

EIGENVALUES = [1.0, 2.0, 5.0, 10.0]


def lyapunov(alpha, eigenvalues, noise_var, beta1=0.0, batch_size=1):
    """Stationary mean square from the covariance equation of the pair (theta, m)."""
    total = 0.0
    for lam, v in zip(eigenvalues, np.broadcast_to(noise_var, len(eigenvalues)), strict=True):
        # m+ = beta1 m + (1 - beta1)(lam theta + noise); theta+ = theta - alpha m+
        A = np.array([[1 - alpha * (1 - beta1) * lam, -alpha * beta1], [(1 - beta1) * lam, beta1]])
        b = np.array([-alpha * (1 - beta1), 1 - beta1])
        total += linalg.solve_discrete_lyapunov(A, np.outer(b, b) * v / batch_size)[0, 0]
    return total


@pytest.mark.parametrize("alpha", [0.01, 0.05, 0.1, 0.19])
@pytest.mark.parametrize("beta1", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("batch_size", [1, 8])
def test_the_exact_values_solve_the_covariance_equation(alpha, beta1, batch_size):
    noise_var = [1.0, 0.5, 0.0, 3.0]
    exact = nb.exact_stationary_momentum(alpha, EIGENVALUES, noise_var, beta1, batch_size)
    assert exact == pytest.approx(lyapunov(alpha, EIGENVALUES, noise_var, beta1, batch_size))
    if beta1 == 0:
        plain = nb.exact_stationary(alpha, EIGENVALUES, noise_var, batch_size)
        assert plain == pytest.approx(exact, rel=1e-14)
    later = nb.exact_stationary_momentum(alpha, EIGENVALUES, noise_var, beta1 + 0.01, batch_size)
    assert abs(later - exact) > 1e-7 * exact, "another beta must not pass"


def test_the_exact_transient_is_the_recursion_and_ends_in_the_exact_value():
    noise_var, alpha, lam = np.array([1.0, 0.5, 0.0, 3.0]), 0.15, np.array(EIGENVALUES)
    second_moment, expected = np.full(4, 4.0), []
    for _ in range(400):
        expected.append(second_moment.sum())
        second_moment = second_moment * (1 - alpha * lam) ** 2 + alpha**2 * noise_var / 3
    found = nb.exact_mean_square(np.arange(400), alpha, EIGENVALUES, noise_var, 3, theta0=2.0)
    np.testing.assert_allclose(found, expected, rtol=1e-10)
    exact = nb.exact_stationary(alpha, EIGENVALUES, noise_var, 3)
    assert found[-1] == pytest.approx(exact, rel=1e-10)


@pytest.mark.parametrize(
    ("alpha", "exact", "bound"),
    [(0.01, 0.00910, 0.0201), (0.05, 0.0479, 0.1026), (0.1, 0.1037, 0.2105), (2 / 11, 0.2889, 0.4)],
)
def test_simulation_exact_value_and_bound(alpha, exact, bound):
    """4000 runs, averaged over the last 60 steps: the sampling error is well below 2 %."""
    rng, n_steps = np.random.default_rng(0), 600
    run = nb.simulate_sgd(EIGENVALUES, 1.0, alpha, 1, n_steps, 4000, rng)
    window = np.arange(n_steps - 60, n_steps + 1)
    expected = nb.exact_mean_square(window, alpha, EIGENVALUES, 1.0)
    assert run[window].mean() == pytest.approx(expected.mean(), rel=0.02)
    mu, L, M = nb.quadratic_constants(EIGENVALUES, 1.0)
    assert nb.exact_stationary(alpha, EIGENVALUES, 1.0) == pytest.approx(exact, rel=2e-3)
    assert nb.noise_ball(alpha, mu, M, L=L) == pytest.approx(bound, rel=2e-3)
    start, rate = 4.0, (1 - alpha * mu) ** 2
    over_time = rate ** np.arange(n_steps + 1) * start + nb.noise_ball(alpha, mu, M, L=L)
    assert np.all(run <= over_time)


def test_twenty_thousand_runs_agree_with_the_exact_value_at_every_step():
    run = nb.simulate_sgd(
        EIGENVALUES, [1.0, 2.0, 0.5, 1.0], 0.1, 4, 200, 20_000, np.random.default_rng(1)
    )
    exact = nb.exact_mean_square(np.arange(201), 0.1, EIGENVALUES, [1.0, 4.0, 0.25, 1.0], 4)
    assert np.abs(run / exact - 1).max() < 0.03


@pytest.mark.parametrize("mutant", ["variance for std", "one draw for all runs", "B for root B"])
def test_wrong_noise_is_caught(mutant):
    std, batch_size, n_runs = 2.0, 4, 4000
    if mutant == "variance for std":
        std = std**2
    if mutant == "B for root B":
        batch_size = batch_size**2
    if mutant == "one draw for all runs":
        n_runs = 1
    run = nb.simulate_sgd(EIGENVALUES, std, 0.1, batch_size, 200, n_runs, np.random.default_rng(1))
    exact = nb.exact_mean_square(np.arange(201), 0.1, EIGENVALUES, 4.0, 4)
    assert np.abs(run / exact - 1).max() > 0.15


@pytest.mark.parametrize("alpha", [0.05, 0.2, 0.5, 1.0])
def test_equality_when_all_curvatures_are_equal(alpha):
    bound = nb.noise_ball(alpha, mu=1.0, M=4.0, L=1.0)
    assert nb.exact_stationary(alpha, np.ones(4), 1.0) == pytest.approx(bound, rel=1e-14)
    run = nb.simulate_sgd(np.ones(4), 1.0, alpha, 1, 200, 4000, np.random.default_rng(2))
    assert run[100:].mean() == pytest.approx(bound, rel=0.02)


def test_the_step_condition_is_sharp():
    """All noise in the steepest direction: equality at 2/(L + mu), and beyond it no bound."""
    eigenvalues, noise_var, limit = [1.0, 10.0], [0.0, 1.0], 2 / 11
    exact = nb.exact_stationary(limit, eigenvalues, noise_var)
    assert exact == pytest.approx(nb.noise_ball(limit, 1.0, 1.0, L=10.0), rel=1e-12)
    beyond = nb.exact_stationary(0.19, eigenvalues, noise_var)
    assert beyond > 1.8 * 0.19 / (2 - 0.19), "the formula of the bound is no bound here"
    with pytest.raises(ValueError, match=r"step condition alpha <= 2 / \(L \+ mu\) = 0.1818.*0.19"):
        nb.noise_ball(0.19, 1.0, 1.0, L=10.0)


def test_the_bound_holds_for_all_admitted_problems_and_rates():
    rng = np.random.default_rng(3)
    for _ in range(500):
        eigenvalues, noise_var = rng.uniform(0.1, 10, size=3), rng.exponential(size=3)
        mu, L, M = nb.quadratic_constants(eigenvalues, noise_var)
        alpha = rng.uniform(0.001, 1) * 2 / (L + mu)
        exact = nb.exact_stationary(alpha, eigenvalues, noise_var)
        assert exact <= nb.noise_ball(alpha, mu, M, L=L) * (1 + 1e-12)


def test_a_batch_divides_the_ball_by_its_size():
    one = nb.exact_stationary(0.05, EIGENVALUES, 1.0)
    for B in (2, 16, 64):
        assert B * nb.exact_stationary(0.05, EIGENVALUES, 1.0, B) == pytest.approx(one, rel=1e-14)
        assert B * nb.noise_ball(0.05, 1.0, 4.0, B) == pytest.approx(nb.noise_ball(0.05, 1.0, 4.0))
        run = nb.simulate_sgd(EIGENVALUES, 1.0, 0.05, B, 300, 2000, np.random.default_rng(B))
        assert B * run[240:].mean() == pytest.approx(one, rel=0.03)


def test_it_is_variance_and_not_bias():
    """The mean of theta is zero, so its mean square is all variance: half the runs on each side."""
    rng = np.random.default_rng(4)
    theta = np.ones(20_000)
    for _ in range(300):
        theta = theta - 0.1 * (theta + rng.standard_normal(20_000))
    standard_error = theta.std() / np.sqrt(20_000)
    assert abs(theta.mean()) < 4 * standard_error


@pytest.mark.parametrize(
    ("alpha_h", "ratio"), [(0.05, 0.976), (0.1, 0.953), (0.5, 0.760), (1, 0.514)]
)
def test_momentum_hardly_shrinks_the_ball_at_small_rates(alpha_h, ratio):
    momentum = nb.exact_stationary_momentum(alpha_h, [1.0], 1.0, 0.9)
    assert momentum / nb.exact_stationary(alpha_h, [1.0], 1.0) == pytest.approx(ratio, abs=6e-4)
    run = nb.simulate_sgd([1.0], 1.0, alpha_h, 1, 600, 4000, np.random.default_rng(5), beta1=0.9)
    assert run[200:].mean() == pytest.approx(momentum, rel=0.02)


def test_momentum_in_keras_form_has_a_ball_ten_times_as_large():
    exact = nb.exact_stationary_momentum(0.1 / (1 - 0.9), [1.0], 1.0, 0.9)
    assert exact == pytest.approx(0.5135, abs=1e-4)
    rule, rng = optimizers.ClassicalMomentum(0.1, momentum=0.9), np.random.default_rng(6)
    theta = np.ones(5000)
    state, squares = rule.init(theta), []
    for t in range(500):
        theta, state = rule.step(theta, theta + rng.standard_normal(5000), state)
        squares.append(np.mean(theta**2) if t >= 100 else np.nan)
    assert np.nanmean(squares) == pytest.approx(exact, rel=0.02)


def test_the_bound_of_slides_001_does_not_vanish_for_large_batches():
    bounds = [nb.bounded_gradient_ball(0.1, 1.0, 1.0, 3.0, B, radius=3.0) for B in (1, 10, 10**6)]
    np.testing.assert_allclose(bounds, [0.5, 0.455, 0.45], atol=1e-6)
    assert nb.noise_ball(0.1, 1.0, 1.0, 10**6) < 1e-6
    for B in (1, 10, 1000):
        exact = nb.exact_stationary(0.1, [1.0], 1.0, B)
        assert exact <= nb.bounded_gradient_ball(0.1, 1.0, 1.0, 3.0, B, radius=3.0)


def test_contradictory_hypotheses_are_reported():
    with pytest.warns(nb.HypothesisWarning, match="bounded gradients contradict strong convexity"):
        nb.bounded_gradient_ball(0.1, 1.0, 1.0, 3.0)
    with pytest.raises(ValueError, match=r"bounded gradient violated.*G >= c \* radius = 4.*G=3.0"):
        nb.bounded_gradient_ball(0.1, 1.0, 1.0, 3.0, radius=4.0)
    with pytest.raises(ValueError, match=r"alpha <= 1 / \(2 c\) = 0.5 violated.*0.6"):
        nb.bounded_gradient_ball(0.6, 1.0, 1.0, 3.0, radius=3.0)


def test_noise_that_grows_with_theta_has_no_bound():
    """E13: x^2 theta^2 / 2 with x ~ N(0, 1) multiplies E theta^2 by 1 - 2a + 3a^2."""
    x2 = np.random.default_rng(7).standard_normal(1_000_000) ** 2
    for alpha in (0.3, 0.8):
        factor = np.mean((1 - alpha * x2) ** 2)
        assert factor == pytest.approx(1 - 2 * alpha + 3 * alpha**2, rel=0.03)
    with pytest.raises(ValueError, match="M must be finite"):
        nb.noise_ball(0.8, 1.0, np.inf)


@pytest.mark.parametrize("radius2", [0.001, 0.05, 0.5, 5.0])
@pytest.mark.parametrize("batch_size", [1, 10])
def test_largest_learning_rate_is_on_the_bound_or_on_the_cap(radius2, batch_size):
    alpha = nb.largest_learning_rate(radius2, 1.0, 10.0, 4.0, batch_size)
    bound = nb.noise_ball(alpha, 1.0, 4.0, batch_size, L=10.0)
    if alpha < 2 / 11:
        assert bound == pytest.approx(radius2, rel=1e-12)
    else:
        assert alpha == 2 / 11
        assert bound <= radius2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: nb.quadratic_constants([1.0, 0.0], 1.0), "eigenvalues must be positive"),
        (lambda: nb.quadratic_constants([1.0], -1.0), "noise_var=-1.0"),
        (lambda: nb.noise_ball(0.0, 1.0, 1.0), "alpha=0.0"),
        (lambda: nb.noise_ball(0.1, 2.0, 1.0, L=1.0), "L must be at least mu"),
        (lambda: nb.noise_ball(1.1, 1.0, 1.0), "step condition"),
        (lambda: nb.exact_stationary(0.2, [10.0], 1.0), "no stationary state"),
        (lambda: nb.exact_mean_square(3, 0.2, [10.0], 1.0), "no stationary state"),
        (lambda: nb.exact_stationary_momentum(0.1, [1.0], 1.0, 1.0), "beta1=1.0"),
        (lambda: nb.largest_learning_rate(-1.0, 1.0, 1.0, 1.0), "radius2=-1.0"),
        (
            lambda: nb.simulate_sgd([1.0], 1.0, 0.1, 0, 10, 10, np.random.default_rng(0)),
            "batch_size=0",
        ),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()
