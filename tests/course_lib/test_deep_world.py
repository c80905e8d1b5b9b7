"""Deep world: volumes by SciPy and Monte Carlo, theorems on fits, and where the slides slip."""

import numpy as np
import pytest
from scipy import integrate, special

from course_lib import deep_world as dw
from course_lib import landscapes as ls


@pytest.mark.parametrize("d", [1, 2, 3, 7, 10, 40])
def test_ball_to_cube_ratio_is_an_iterated_integral(d):
    """The ball's slices are balls: V(d) = V(d-1) * integral of (1 - x^2)^((d-1)/2) over [-1, 1]."""
    volume = 2.0
    for k in range(2, d + 1):
        volume *= integrate.quad(lambda x, k=k: (1 - x**2) ** ((k - 1) / 2), -1, 1)[0]
    assert dw.ball_to_cube_ratio(d) == pytest.approx(volume / 2.0**d, rel=1e-7)


def test_ball_to_cube_ratio_in_ten_dimensions_and_by_monte_carlo():
    assert dw.ball_to_cube_ratio(10) == pytest.approx(0.00249039, abs=5e-9)
    slides_without_the_factorial = np.pi**5 / 2**10
    assert slides_without_the_factorial > 100 * dw.ball_to_cube_ratio(10)
    points = np.random.default_rng(0).uniform(-1, 1, size=(200_000, 5))
    assert np.mean((points**2).sum(axis=1) < 1) == pytest.approx(dw.ball_to_cube_ratio(5), rel=0.02)


def test_ball_to_cube_ratio_does_not_overflow():
    with np.errstate(all="raise"):
        assert dw.ball_to_cube_ratio(320) > 0
        assert dw.ball_to_cube_ratio(1000) == 0
    d = 1000
    expected = d / 2 * np.log(np.pi) - special.gammaln(d / 2 + 1) - d * np.log(2)
    assert dw.log_ball_to_cube_ratio(d) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(("d", "contrast"), [(2, 0.016), (10, 0.264), (100, 0.697), (1000, 0.892)])
def test_distances_lose_their_contrast(d, contrast):
    rng = np.random.default_rng(0)
    assert dw.distance_contrast(rng.uniform(size=(1000, d)), rng) == pytest.approx(
        contrast, rel=0.15
    )


def test_it_is_the_intrinsic_dimension_that_counts():
    rng = np.random.default_rng(0)
    plane = rng.uniform(size=(1000, 2)) @ np.linalg.qr(rng.normal(size=(1000, 2)))[0].T
    assert plane.shape == (1000, 1000)
    assert dw.distance_contrast(plane, rng) < 0.03


def test_distance_contrast_by_hand():
    X = np.array([[0.0], [1.0], [3.0]])
    expected = np.mean([1 / 3, 1 / 2, 2 / 3])
    assert dw.distance_contrast(X, np.random.default_rng(0)) == pytest.approx(expected)


@pytest.mark.parametrize("q", [0.01, 0.05, 0.3])
@pytest.mark.parametrize("p", [0.5, 0.95, 0.999])
def test_random_trials_are_just_enough(q, p):
    n = dw.random_trials_needed(q, p)
    assert 1 - (1 - q) ** n >= p
    assert 1 - (1 - q) ** (n - 1) < p
    assert dw.random_trials_needed(0.5, 1 - 0.5**3) == 3


def test_sixty_random_trials_hit_the_best_twentieth():
    trials = np.random.default_rng(0).uniform(size=(20_000, 60))
    assert np.mean(trials.min(axis=1) < 0.05) == pytest.approx(0.954, abs=0.005)
    assert dw.random_trials_needed(0.05, 0.953) == 60
    assert dw.grid_size(10, 6) == 10**6


@pytest.mark.parametrize(
    ("n", "fractions", "sizes"),
    [
        (10, (0.6, 0.2, 0.2), [6, 2, 2]),
        (11, (0.6, 0.2, 0.2), [7, 2, 2]),
        (100, (0.29, 0.71), [29, 71]),
        (3, (0.5, 0.5), [2, 1]),
        (1_000_000, (0.98, 0.01, 0.01), [980_000, 10_000, 10_000]),
        (5, (0.98, 0.01, 0.01), [5, 0, 0]),
    ],
)
def test_split_is_disjoint_complete_and_of_the_right_sizes(n, fractions, sizes):
    parts = dw.split(n, fractions, np.random.default_rng(0))
    assert [len(part) for part in parts] == sizes
    together = np.concatenate(parts)
    np.testing.assert_array_equal(np.sort(together), np.arange(n))
    assert n < 10 or not np.array_equal(together, np.arange(n))


@pytest.mark.parametrize("p", [5, 20, 60])
def test_min_norm_fit_is_the_pseudoinverse(p):
    rng = np.random.default_rng(0)
    Phi, y = rng.normal(size=(20, p)), rng.normal(size=20)
    np.testing.assert_allclose(dw.min_norm_fit(Phi, y), np.linalg.pinv(Phi) @ y, atol=1e-10)
    ridge = np.linalg.solve(Phi.T @ Phi + 0.3 * np.eye(p), Phi.T @ y)
    np.testing.assert_allclose(dw.min_norm_fit(Phi, y, ridge=0.3), ridge, atol=1e-10)


def test_min_norm_fit_survives_repeated_features():
    Phi = np.random.default_rng(0).normal(size=(20, 3))
    y = Phi @ [1.0, 2.0, 3.0]
    w = dw.min_norm_fit(np.hstack([Phi, Phi]), y)
    np.testing.assert_allclose(w, [0.5, 1.0, 1.5] * 2, atol=1e-10)


def test_gradient_descent_from_zero_finds_the_same_interpolant():
    rng = np.random.default_rng(0)
    Phi, y, w = rng.normal(size=(5, 40)), rng.normal(size=5), np.zeros(40)
    for _ in range(3000):
        w -= 0.01 * Phi.T @ (Phi @ w - y)
    np.testing.assert_allclose(w, dw.min_norm_fit(Phi, y), atol=1e-10)


@pytest.mark.parametrize("p", [4, 10, 30, 60])
def test_min_norm_risk_is_the_mean_of_simulated_risks(p):
    """20 samples of 60 Gaussian inputs, of which the fit uses p; the risk of each fit is exact."""
    n, noise, n_sets = 20, 0.5, 1500
    rng = np.random.default_rng(p)
    c = rng.normal(size=60) / 8
    risks = []
    for _ in range(n_sets):
        X = rng.normal(size=(n, 60))
        w = np.linalg.pinv(X[:, :p]) @ (X @ c + noise * rng.normal(size=n))
        risks.append(noise**2 + np.sum((w - c[:p]) ** 2) + np.sum(c[p:] ** 2))
    expected = dw.min_norm_risk(n, p, np.sum(c[:p] ** 2), np.sum(c[p:] ** 2), noise**2)
    assert abs(np.mean(risks) - expected) < 4 * np.std(risks) / np.sqrt(n_sets)
    assert np.std(risks) / np.sqrt(n_sets) < 0.05 * expected, "or else this proves nothing"


def test_min_norm_risk_is_infinite_around_the_peak_only():
    finite = [np.isfinite(dw.min_norm_risk(20, p, 1.0, 0.0, 0.1)) for p in range(17, 24)]
    assert finite == [True, True, False, False, False, True, True]
    far = dw.min_norm_risk(20, 10**9, 1.0, 0.0, 0.1)
    assert far == pytest.approx(1.1), "a fit that has seen next to nothing"


@pytest.mark.parametrize("D", [1, 2, 4])
@pytest.mark.parametrize("d", [4, 300])
def test_intrinsic_dimension_is_that_of_the_surface(D, d):
    rng = np.random.default_rng(D)
    X = rng.normal(size=(2000, D)) @ np.linalg.qr(rng.normal(size=(d, D)))[0].T + 1e6
    assert dw.intrinsic_dimension(X) == pytest.approx(D, rel=0.1)
    bent = np.column_stack([np.sin(X[:, :1]), X])
    assert dw.intrinsic_dimension(bent) == pytest.approx(D, rel=0.1)


@pytest.mark.parametrize("block", [1, 7, 10, 1000])
def test_intrinsic_dimension_by_hand_and_in_blocks(block):
    X = np.random.default_rng(0).normal(size=(10, 3))
    logs = []
    for x in X:
        _, first, second = sorted(np.linalg.norm(X - x, axis=1))[:3]
        logs.append(np.log(second / first))
    assert dw.intrinsic_dimension(X, block) == pytest.approx(1 / np.mean(logs))


def test_regression_task_is_noisy_in_training_only_and_the_same_in_both_parts():
    X, y, X_test, y_test = dw.regression_task(3000, 0.0, np.random.default_rng(0), n_test=3000)
    noisy = dw.regression_task(3000, 0.5, np.random.default_rng(0), n_test=3000)
    np.testing.assert_array_equal(noisy[0], X)
    np.testing.assert_array_equal(noisy[3], y_test)
    assert np.std(noisy[1] - y) == pytest.approx(0.5, rel=0.05)
    # A difference of two halves of Gaussians: E (relu(u) - relu(v))^2 = 1 - 1/pi.
    for part in (y, y_test):
        assert np.mean(part) == pytest.approx(0, abs=0.05)
        assert np.mean(part**2) == pytest.approx(1 - 1 / np.pi, rel=0.07)
    # The half of it that is linear, (u - v) / 2, has the same weights in both parts.
    w, w_test = (np.linalg.lstsq(A, b, rcond=None)[0] for A, b in ((X, y), (X_test, y_test)))
    np.testing.assert_allclose(w, w_test, atol=0.08)
    assert np.linalg.norm(w) == pytest.approx(np.sqrt(1 / 2), rel=0.05)


def test_random_features_have_mean_square_one_half():
    rng = np.random.default_rng(0)
    Phi = dw.random_features(rng.normal(size=(2000, 10)), 300, rng)
    assert Phi.min() == 0
    assert np.mean(Phi**2) == pytest.approx(0.5, rel=0.05)


def test_features_and_fits_keep_float32():
    rng = np.random.default_rng(0)
    Phi = dw.random_features(np.ones((4, 3), np.float32), 5, rng)
    assert Phi.dtype == np.float32
    assert dw.min_norm_fit(Phi, np.ones(4, np.float32), ridge=0.1).dtype == np.float32


@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_double_descent(noise):
    sizes = [10, 20, 40, 60, 80, 100, 120, 200, 800]
    runs = [dw.double_descent(100, sizes, noise, np.random.default_rng(s)) for s in range(3)]
    errors = np.median(runs, axis=0)
    assert sizes[np.argmax(errors)] == 100
    assert errors.max() > 10 * max(errors[2], errors[-1])
    assert np.all(np.diff(errors[5:]) < 0), "the second descent"
    assert noise > 0 or errors[-1] < errors[:5].min() / 2
    calm = dw.double_descent(100, sizes, noise, np.random.default_rng(0), ridge=10.0)
    assert calm.max() < 1, "a ridge takes the peak away"


def test_a_ridge_may_depend_on_the_number_of_features():
    def errors(sizes, ridge):
        return dw.double_descent(30, sizes, 0.5, np.random.default_rng(0), ridge=ridge)

    each = errors([10, 30, 90], lambda p: p / 10)
    for i, p in enumerate((10, 30, 90)):
        assert each[i] == errors([10, 30, 90], p / 10)[i]
    assert each[1] < errors([10, 30, 90], 0.0)[1] / 2


def test_stationary_points_by_their_hessians():
    saddle = ls.saddle()
    assert dw.classify_stationary_point(saddle.hessian(np.zeros(2))) == "saddle"
    assert dw.classify_stationary_point(saddle.hessian(np.array([0.0, 1.0]))) == "minimum"
    assert dw.classify_stationary_point(-np.eye(3)) == "maximum"
    # x^2 + y^3 and the monkey saddle x^3 - 3 x y^2 at the origin
    assert dw.classify_stationary_point(np.diag([2.0, 0.0])) == "degenerate"
    assert dw.classify_stationary_point(np.zeros((2, 2))) == "degenerate"


@pytest.mark.parametrize("scale", [1e-12, 1.0, 1e12])
def test_the_kind_of_a_point_does_not_depend_on_scale_or_rotation(scale):
    Q = np.linalg.qr(np.random.default_rng(0).normal(size=(3, 3)))[0]
    for eigenvalues, kind in [
        ((1, 2, 3), "minimum"),
        ((1, -2, 3), "saddle"),
        ((1, 0, 3), "degenerate"),
    ]:
        H = scale * Q @ np.diag(eigenvalues) @ Q.T
        assert dw.classify_stationary_point((H + H.T) / 2) == kind


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda rng: dw.ball_to_cube_ratio(0), "d=0"),
        (lambda rng: dw.distance_contrast(np.ones(3), rng), r"X.shape=\(3,\)"),
        (lambda rng: dw.distance_contrast(np.ones((3, 2)), rng), "all rows are equal"),
        (lambda rng: dw.intrinsic_dimension(np.ones((2, 2))), r"X.shape=\(2, 2\)"),
        (lambda rng: dw.intrinsic_dimension(np.ones((4, 2))), "occurs twice"),
        (lambda rng: dw.min_norm_risk(0, 5, 1.0, 0.0, 0.1), "n=0, p=5"),
        (lambda rng: dw.regression_task(5, -0.1, rng), "noise=-0.1"),
        (lambda rng: dw.regression_task(5, 0.1, rng, d=1), "d=1"),
        (lambda rng: dw.random_trials_needed(0.0, 0.5), "top_fraction=0.0"),
        (lambda rng: dw.random_trials_needed(0.5, 1.0), "confidence=1.0"),
        (lambda rng: dw.split(10, (0.5, 0.6), rng), r"fractions=\[0.5, 0.6\]"),
        (lambda rng: dw.min_norm_fit(np.ones((2, 2)), np.ones(2), -1.0), "ridge=-1.0"),
        (lambda rng: dw.double_descent(10, [5], -1.0, rng), "noise=-1.0"),
        (lambda rng: dw.classify_stationary_point(np.ones((2, 3))), r"H.shape=\(2, 3\)"),
        (lambda rng: dw.classify_stationary_point([[1.0, 2.0], [0.0, 1.0]]), "symmetric"),
        (lambda rng: dw.classify_stationary_point([[1e-12, 2e-12], [0.0, 1e-12]]), "symmetric"),
        (lambda rng: dw.classify_stationary_point(np.zeros((0, 0))), r"H.shape=\(0, 0\)"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call(np.random.default_rng(0))
