"""Approximation: every function against a theorem, SciPy or a closed form."""

import numpy as np
import pytest
from scipy.optimize import linprog, minimize

from course_lib import approximation as ap
from course_lib.activations import relu, tanh, tanh_prime


def hidden_layer(n_in=2, n_units=6, seed=0):
    return ap.random_units(np.random.default_rng(seed), n_in, n_units, 1.0, 1.0)


def test_shallow_network_is_the_sum_over_units():
    W, b = hidden_layer()
    rng = np.random.default_rng(1)
    X, alpha = rng.normal(size=(5, 2)), rng.normal(size=6)
    by_hand = [
        sum(alpha[i] * np.tanh(x[0] * W[0, i] + x[1] * W[1, i] + b[i]) for i in range(6)) for x in X
    ]
    np.testing.assert_allclose(ap.shallow_network(X, W, b, alpha, tanh), by_hand, rtol=1e-12)


@pytest.mark.parametrize("ridge", [0.0, 0.7])
def test_fit_output_weights_finds_the_minimum_that_a_general_optimiser_finds(ridge):
    W, b = hidden_layer(n_units=4)
    rng = np.random.default_rng(2)
    X, y = rng.normal(size=(30, 2)), rng.normal(size=30)
    Phi = tanh(X @ W + b)

    def objective(alpha):
        return np.sum((Phi @ alpha - y) ** 2) + ridge * np.sum(alpha**2)

    found = minimize(objective, np.zeros(4), tol=1e-12)
    alpha = ap.fit_output_weights(X, y, W, b, tanh, ridge)
    np.testing.assert_allclose(alpha, found.x, atol=1e-5)
    assert objective(alpha) <= found.fun + 1e-12


def test_fit_output_weights_takes_the_smallest_of_many_minimisers():
    W, b = np.array([[1.0, 1.0]]), np.zeros(2)
    X = np.linspace(-1, 1, 9)[:, None]
    np.testing.assert_allclose(ap.fit_output_weights(X, X[:, 0], W, b, tanh).std(), 0, atol=1e-12)


def test_fit_output_weights_rejects_a_negative_ridge():
    with pytest.raises(ValueError, match="ridge=-1"):
        ap.fit_output_weights(np.ones((2, 1)), np.ones(2), *hidden_layer(1), tanh, ridge=-1)


@pytest.mark.parametrize(("a", "b", "n"), [(0.0, 1.0, 5), (-2.0, 3.0, 17), (1.0, 1.5, 1)])
def test_relu_interpolant_is_numpys_interpolant(a, b, n):
    x = np.linspace(a, b, 333)
    knots = np.linspace(a, b, n + 1)
    w, bias, alpha, c = ap.relu_interpolant(np.cos, a, b, n)
    network = c + relu(np.outer(x, w) + bias) @ alpha
    np.testing.assert_allclose(network, np.interp(x, knots, np.cos(knots)), atol=1e-12)


def test_relu_interpolant_respects_the_error_bound_and_reaches_it():
    n = 64
    w, bias, alpha, c = ap.relu_interpolant(lambda x: np.sin(2 * np.pi * x), 0.0, 1.0, n)
    x = np.linspace(0, 1, 64 * n + 1)
    error = np.abs(c + relu(np.outer(x, w) + bias) @ alpha - np.sin(2 * np.pi * x)).max()
    bound = np.pi**2 / 2 / n**2
    assert 0.99 * bound < error <= bound


@pytest.mark.parametrize(
    ("arguments", "message"), [((1.0, 1.0, 4), "a=1.0, b=1.0"), ((0.0, 1.0, 0), "n=0")]
)
def test_relu_interpolant_names_bad_input(arguments, message):
    with pytest.raises(ValueError, match=message):
        ap.relu_interpolant(np.cos, *arguments)


@pytest.mark.parametrize("degree", [1, 2, 3, 4])
@pytest.mark.parametrize("n_in", [1, 2])
def test_feature_rank_of_a_polynomial_is_the_dimension_of_the_polynomials(degree, n_in):
    W, b = hidden_layer(n_in, 40)
    X = np.random.default_rng(3).uniform(-1, 1, size=(80, n_in))
    dimension = degree + 1 if n_in == 1 else (degree + 1) * (degree + 2) // 2
    assert ap.feature_rank(X, W, b, lambda z: z**degree) == dimension


def test_feature_rank_of_dead_units_is_zero():
    W, b = hidden_layer(1, 3)
    assert ap.feature_rank(np.ones((4, 1)), W, b, lambda z: 0 * z) == 0


@pytest.mark.parametrize("k", [1, 2, 5, 9])
def test_tent_network_is_the_triangle_wave(k):
    layers = ap.tent_network(k)
    assert [W.shape for W, _ in layers] == [(1, 2)] + [(2, 2)] * (k - 1) + [(2, 1)]
    x = np.random.default_rng(4).uniform(0, 1, size=500)
    triangle = 1 - np.abs(1 - np.mod(2.0**k * x, 2))
    np.testing.assert_allclose(ap.deep_network(x[:, None], layers)[:, 0], triangle, atol=1e-12)
    grid = np.linspace(0, 1, 2 ** (k + 2) + 1)
    assert ap.count_linear_pieces(grid, ap.deep_network(grid[:, None], layers)[:, 0]) == 2**k


def test_tent_network_composes_the_tent_map():
    x = np.linspace(0, 1, 41)
    expected = ap.tent_map(ap.tent_map(x))
    np.testing.assert_allclose(
        ap.deep_network(x[:, None], ap.tent_network(2))[:, 0], expected, atol=1e-14
    )


def test_a_shallow_relu_network_has_at_most_one_piece_more_than_units():
    rng = np.random.default_rng(5)
    for n in (1, 4, 11):
        bends, alpha = np.sort(rng.uniform(size=n)), rng.normal(size=n)
        x = np.union1d(bends, np.linspace(0, 1, 50))
        y = relu(x[:, None] - bends) @ alpha
        assert ap.count_linear_pieces(x, y) == n + 1


def test_count_linear_pieces_rejects_unordered_points():
    with pytest.raises(ValueError, match="increasing"):
        ap.count_linear_pieces(np.array([0.0, 0.0]), np.zeros(2))


@pytest.mark.parametrize("layers_or_k", [0, -1])
def test_bad_depths_are_named(layers_or_k):
    with pytest.raises(ValueError, match=f"k={layers_or_k}"):
        ap.tent_network(layers_or_k)
    with pytest.raises(ValueError, match="empty list"):
        ap.deep_network(np.ones((1, 1)), [])


@pytest.mark.parametrize("degree", [1, 2, 3, 5, 7])
def test_best_polynomial_is_the_minimum_of_a_linear_program(degree):
    def wave(x):
        return np.sin(2 * np.pi * x) * np.exp(-(x**2))

    polynomial, error = ap.best_polynomial(wave, degree)
    x = np.linspace(-1, 1, 801)
    assert np.abs(polynomial(x) - wave(x)).max() <= error + 1e-12

    V, one = np.polynomial.chebyshev.chebvander(x, degree), np.ones((len(x), 1))
    program = linprog(
        np.r_[np.zeros(degree + 1), 1.0],
        A_ub=np.block([[V, -one], [-V, -one]]),
        b_ub=np.r_[wave(x), -wave(x)],
        bounds=[(None, None)] * (degree + 1) + [(0, None)],
    )
    assert error == pytest.approx(program.fun, rel=2e-3)


def test_best_polynomial_refuses_what_it_cannot_certify():
    with pytest.raises(RuntimeError, match=r"smaller degree|no certified"):
        ap.best_polynomial(lambda x: x**2, 2)


def test_training_follows_the_gradient_of_its_loss():
    W, b = hidden_layer(1, 5)
    X = np.linspace(-1, 1, 20)[:, None]
    y = np.sin(3 * X[:, 0])

    def loss(parameters):
        V, c, alpha = parameters[:5][None, :], parameters[5:10], parameters[10:]
        return np.mean((tanh(X @ V + c) @ alpha - y) ** 2) / 2

    _, _, alpha1, _ = ap.train_shallow_network(X, y, W, b, tanh, tanh_prime, 0.1, 1)
    W2, b2, alpha2, rms = ap.train_shallow_network(X, y, W, b, tanh, tanh_prime, 0.1, 2)
    start = np.concatenate([W[0], b, alpha1])  # the first step moves alpha only: it starts at 0
    step = np.concatenate([W2[0], b2, alpha2]) - start
    gradient = np.array(
        [(loss(start + 1e-6 * e) - loss(start - 1e-6 * e)) / 2e-6 for e in np.eye(15)]
    )
    assert np.abs(gradient).min() > 1e-6, "a zero gradient would pass for anything"
    np.testing.assert_allclose(step, -0.1 * gradient, atol=1e-9)
    assert rms[1] == pytest.approx(np.sqrt(2 * loss(start)))


def test_training_only_the_output_weights_leaves_the_hidden_layer_alone():
    W, b = hidden_layer(1, 5)
    X = np.linspace(-1, 1, 20)[:, None]
    V, c, _, rms = ap.train_shallow_network(
        X, np.sin(3 * X[:, 0]), W, b, tanh, tanh_prime, 0.1, 50, hidden=False
    )
    np.testing.assert_array_equal(V, W)
    np.testing.assert_array_equal(c, b)
    assert np.all(np.diff(rms) < 0)
