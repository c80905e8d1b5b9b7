r"""Approximation: what one hidden layer can represent, and what depth adds.

A shallow network with :math:`n` units computes

.. math:: F(x) = \sum_{i=1}^n \alpha_i \, g(w_i \cdot x + b_i).

Leshno, Lin, Pinkus and Schocken (1993): let :math:`g` be locally bounded and let the closure of
its set of discontinuities have measure zero. Then such sums are dense in the continuous functions
on every compact set **if and only if** :math:`g` is not equal, almost everywhere, to a polynomial.

Sources: slides 000 and 001 (*Aproximación universal*); M. Leshno, V. Ya. Lin, A. Pinkus,
S. Schocken, *Multilayer feedforward networks with a nonpolynomial activation function can
approximate any function*, Neural Networks 6 (1993); M. Telgarsky, *Benefits of depth in neural
networks*, COLT (2016).
"""

import numpy as np

from course_lib.activations import relu

__all__ = [
    "best_polynomial",
    "count_linear_pieces",
    "deep_network",
    "feature_rank",
    "fit_output_weights",
    "random_units",
    "relu_interpolant",
    "shallow_network",
    "tent_map",
    "tent_network",
    "train_shallow_network",
]


def random_units(rng, n_in, n_units, weight_std=5.0, bias_range=5.0):
    """Draw the hidden layer of a shallow network: Gaussian weights, uniform biases.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of randomness.
    n_in, n_units : int
        Number of inputs and of units.
    weight_std : float
        Standard deviation of the weights.
    bias_range : float
        Biases are uniform on (-bias_range, bias_range).

    Returns
    -------
    W : ndarray, (n_in, n_units)
        Weights.
    b : ndarray, (n_units,)
        Biases.

    Examples
    --------
    >>> W, b = random_units(np.random.default_rng(0), n_in=2, n_units=3)
    >>> W.shape, b.shape
    ((2, 3), (3,))
    """
    W = rng.normal(0.0, weight_std, size=(n_in, n_units))
    return W, rng.uniform(-bias_range, bias_range, size=n_units)


def shallow_network(X, W, b, alpha, g):
    r"""Output of a network with one hidden layer, :math:`g(XW + b)\,\alpha`.

    Parameters
    ----------
    X : ndarray, (N, m)
        Inputs.
    W : ndarray, (m, n)
        Hidden weights; column i belongs to unit i.
    b : ndarray, (n,)
        Hidden biases.
    alpha : ndarray, (n,)
        Output weights.
    g : callable
        Activation, elementwise.

    Returns
    -------
    ndarray, (N,)
        One number per sample.

    Examples
    --------
    Two hinges make an absolute value:

    >>> X = np.array([[-2.0], [0.0], [3.0]])
    >>> shallow_network(X, np.array([[1.0, -1.0]]), np.zeros(2), np.ones(2), relu)
    array([2., 0., 3.])
    """
    return g(X @ W + b) @ alpha


def fit_output_weights(X, y, W, b, g, ridge=0.0):
    r"""Output weights that minimise :math:`\|\Phi\alpha - y\|^2 + \text{ridge}\,\|\alpha\|^2`.

    With the hidden layer held fixed the output is linear in :math:`\alpha`, so this is linear
    least squares on the features :math:`\Phi = g(XW + b)`. It is solved through the singular
    value decomposition of the stacked system
    :math:`[\Phi; \sqrt{\text{ridge}}\, I]\,\alpha = [y; 0]`, not through the normal equations,
    which square the condition number.

    Parameters
    ----------
    X : ndarray, (N, m)
        Inputs.
    y : ndarray, (N,)
        Targets.
    W, b : ndarray, (m, n) and (n,)
        Hidden layer.
    g : callable
        Activation, elementwise.
    ridge : float
        Penalty, at least 0. The error is a sum over samples, so the penalty is not scaled by N.

    Returns
    -------
    ndarray, (n,)
        The minimiser; the one of smallest norm where there are several.

    Raises
    ------
    ValueError
        If `ridge` is negative.

    Examples
    --------
    >>> X = np.linspace(-1, 1, 50)[:, None]
    >>> W, b = np.array([[1.0, -1.0]]), np.zeros(2)
    >>> fit_output_weights(X, np.abs(X[:, 0]), W, b, relu).round(6)
    array([1., 1.])
    """
    if ridge < 0:
        raise ValueError(f"ridge must not be negative. Received: ridge={ridge}")
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)]) if ridge else Phi
    target = np.concatenate([y, np.zeros(n)]) if ridge else y
    return np.linalg.lstsq(stacked, target, rcond=None)[0]


def relu_interpolant(f, a, b, n):
    r"""ReLU network that equals the piecewise-linear interpolant of `f` on :math:`[a, b]`.

    With knots :math:`x_i = a + i h`, :math:`h = (b - a)/n`, and slopes
    :math:`s_i = (f(x_{i+1}) - f(x_i))/h`,

    .. math:: f(x_0) + \sum_{i=0}^{n-1} (s_i - s_{i-1}) \max(x - x_i, 0), \qquad s_{-1} = 0.

    For a twice continuously differentiable `f` the error is at most
    :math:`\tfrac{h^2}{8} \max |f''|`.

    Parameters
    ----------
    f : callable
        Function of an array of points.
    a, b : float
        Ends of the interval, ``a < b``.
    n : int
        Number of pieces, and of units.

    Returns
    -------
    w, bias, alpha : ndarray, (n,)
        Unit i contributes ``alpha[i] * relu(w[i] * x + bias[i])``.
    c : float
        Constant to add.

    Raises
    ------
    ValueError
        If ``a >= b`` or ``n < 1``.

    Examples
    --------
    >>> w, bias, alpha, c = relu_interpolant(np.square, 0.0, 2.0, 2)
    >>> bias, alpha, c
    (array([ 0., -1.]), array([1., 2.]), 0.0)
    """
    if not a < b:
        raise ValueError(f"a must be smaller than b. Received: a={a}, b={b}")
    if n < 1:
        raise ValueError(f"n must be at least 1. Received: n={n}")
    knots = np.linspace(a, b, n + 1)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)
    return np.ones(n), 0.0 - knots[:-1], np.diff(slopes, prepend=0.0), float(values[0])


def train_shallow_network(X, y, W, b, g, g_prime, learning_rate, n_steps, hidden=True):
    r"""Train a shallow network by gradient descent and record its error at every step.

    The loss is :math:`\tfrac{1}{2N}\|F(X) - y\|^2` and the output weights start at zero. Chapter 3
    derives the gradients used here.

    Parameters
    ----------
    X : ndarray, (N, m)
        Inputs.
    y : ndarray, (N,)
        Targets.
    W, b : ndarray, (m, n) and (n,)
        Hidden layer to start from; not modified.
    g, g_prime : callable
        Activation and its derivative.
    learning_rate : float
        Step size.
    n_steps : int
        Number of steps.
    hidden : bool
        Whether the hidden layer is trained too, or only the output weights.

    Returns
    -------
    W, b, alpha : ndarray
        The trained network.
    rms : ndarray, (n_steps + 1,)
        Root-mean-square error before each step, and after the last.

    Examples
    --------
    >>> from course_lib.activations import relu_prime
    >>> X = np.linspace(-1, 1, 20)[:, None]
    >>> W, b = np.array([[1.0, -1.0]]), np.zeros(2)
    >>> *_, rms = train_shallow_network(
    ...     X, np.abs(X[:, 0]), W, b, relu, relu_prime, learning_rate=0.5, n_steps=100
    ... )
    >>> rms[[0, 100]].round(3)
    array([0.607, 0.008])
    """
    alpha = np.zeros(W.shape[1])
    rms = np.empty(n_steps + 1)
    for step in range(n_steps + 1):
        Z = X @ W + b
        A = g(Z)
        residual = A @ alpha - y
        rms[step] = np.sqrt(np.mean(residual**2))
        if step == n_steps:
            break
        if hidden:
            dZ = np.outer(residual, alpha) * g_prime(Z) / len(y)
            W, b = W - learning_rate * X.T @ dZ, b - learning_rate * dZ.sum(axis=0)
        alpha = alpha - learning_rate * A.T @ residual / len(y)
    return W, b, alpha, rms


def feature_rank(X, W, b, g, rtol=1e-8):
    r"""Numerical rank of the features :math:`\Phi = g(XW + b)`.

    The number of singular values larger than `rtol` times the largest one: how many of the
    :math:`n` units say something that the others cannot say together.

    Parameters
    ----------
    X, W, b, g
        As in :func:`shallow_network`.
    rtol : float
        Relative threshold.

    Returns
    -------
    int
        The rank; 0 if every feature is 0.

    Examples
    --------
    A parabola is determined by three numbers, however many units draw it:

    >>> W, b = random_units(np.random.default_rng(0), n_in=1, n_units=40)
    >>> feature_rank(np.linspace(-1, 1, 100)[:, None], W, b, np.square)
    3
    """
    singular_values = np.linalg.svd(g(X @ W + b), compute_uv=False)
    return int(np.sum(singular_values > rtol * singular_values.max(initial=0.0)))


def tent_map(x):
    r"""Tent map: up with slope 2 to (1/2, 1), down with slope -2 to (1, 0).

    Examples
    --------
    >>> tent_map(np.array([0.0, 0.25, 0.5, 0.75, 1.0]))
    array([0. , 0.5, 1. , 0.5, 0. ])
    """
    return 1 - np.abs(1 - 2 * np.asarray(x))


def deep_network(X, layers, g=relu):
    r"""Output of a network of any depth: `g` after every layer but the last.

    Parameters
    ----------
    X : ndarray, (N, n_0)
        Inputs.
    layers : list of (W, b)
        ``W`` is ``(n_in, n_out)`` and ``b`` is ``(n_out,)``; consecutive layers must fit.
    g : callable
        Activation, elementwise.

    Returns
    -------
    ndarray, (N, n_L)
        Outputs of the last, linear layer.

    Raises
    ------
    ValueError
        If there is no layer.

    Examples
    --------
    >>> deep_network(np.array([[0.25], [0.5]]), tent_network(1))
    array([[0.5],
           [1. ]])
    """
    if not layers:
        raise ValueError("layers must hold at least one (W, b). Received an empty list.")
    A = X
    for W, b in layers[:-1]:
        A = g(A @ W + b)
    W, b = layers[-1]
    return A @ W + b


def tent_network(k):
    r"""ReLU network with `k` hidden layers of 2 units: the `k`-fold composed tent map on [0, 1].

    On [0, 1] the tent map is :math:`T(x) = 2\,\mathrm{relu}(x) - 4\,\mathrm{relu}(x - 1/2)`. Its
    output combination is linear, so it merges with the next layer's weights.

    Parameters
    ----------
    k : int
        Number of compositions, at least 1.

    Returns
    -------
    list of (W, b)
        ``k + 1`` layers; the last one is linear.

    Raises
    ------
    ValueError
        If ``k < 1``.

    Examples
    --------
    >>> [W.shape for W, b in tent_network(3)]
    [(1, 2), (2, 2), (2, 2), (2, 1)]
    """
    if k < 1:
        raise ValueError(f"k must be at least 1. Received: k={k}")
    split = np.array([[1.0, 1.0]])
    bias = np.array([0.0, -0.5])
    join = np.array([[2.0], [-4.0]])
    return [(split, bias)] + [(join @ split, bias)] * (k - 1) + [(join, np.zeros(1))]


def count_linear_pieces(x, y, tol=1e-9):
    """Count the linear pieces of a piecewise-linear function given by samples.

    Neighbouring slopes that differ by more than `tol` start a new piece. Every breakpoint of the
    function must be among the samples; one that falls between two of them is counted twice.

    Parameters
    ----------
    x : ndarray, (N,)
        Increasing sample points, at least two.
    y : ndarray, (N,)
        Values.
    tol : float
        Largest difference of two slopes that count as equal.

    Returns
    -------
    int
        Number of pieces.

    Raises
    ------
    ValueError
        If there are fewer than two samples or `x` does not increase.

    Examples
    --------
    >>> x = np.linspace(-1, 1, 9)
    >>> count_linear_pieces(x, np.abs(x))
    2
    """
    if len(x) < 2 or np.any(np.diff(x) <= 0):
        raise ValueError("x must hold at least two increasing numbers.")
    slopes = np.diff(y) / np.diff(x)
    return 1 + int(np.sum(np.abs(np.diff(slopes)) > tol))


def best_polynomial(f, degree, a=-1.0, b=1.0, n_grid=4001, max_iterations=50):
    r"""Best uniform approximation of `f` by a polynomial: Remez's exchange algorithm.

    Chebyshev: :math:`p` is the best polynomial of degree :math:`d` exactly when its error takes
    its largest absolute value at :math:`d + 2` points with alternating signs. Each iteration
    solves for the polynomial whose error alternates with equal size on :math:`d + 2` points,
    then moves those points to the extrema of the error. By de la Vallée-Poussin's theorem the
    equal size is a lower bound for *every* polynomial of this degree, so the error returned is
    certified.

    Parameters
    ----------
    f : callable
        Continuous function of an array of points.
    degree : int
        Degree, at least 0.
    a, b : float
        Interval.
    n_grid : int
        Points on which the error is maximised.
    max_iterations : int
        Exchanges to try.

    Returns
    -------
    p : numpy.polynomial.Chebyshev
        The polynomial.
    error : float
        Its largest error on the grid.

    Raises
    ------
    RuntimeError
        If the lower bound does not come within 0.1 % of the error; this happens when the best
        polynomial has a smaller degree, and alternates on fewer points than this method places.

    References
    ----------
    E. W. Cheney, *Introduction to Approximation Theory* (1966), chapter 3.

    Examples
    --------
    The best parabola for :math:`x^3` on [-1, 1] is a multiple of x and misses by 1/4:

    >>> p, error = best_polynomial(lambda x: x**3, 2)
    >>> round(error, 6)
    0.25
    """
    grid = np.linspace(a, b, n_grid)
    target = f(grid)
    basis = np.polynomial.chebyshev.chebvander(2 * (grid - a) / (b - a) - 1, degree)
    signs = (-1.0) ** np.arange(degree + 2)
    nodes = np.round((n_grid - 1) * (1 - np.cos(np.linspace(0, np.pi, degree + 2))) / 2).astype(int)
    for _ in range(max_iterations):
        system = np.column_stack([basis[nodes], signs])
        *coefficients, level = np.linalg.solve(system, target[nodes])
        residual = target - basis @ np.array(coefficients)
        error = np.abs(residual).max()
        if error - abs(level) <= 1e-3 * error:
            return np.polynomial.Chebyshev(coefficients, domain=[a, b]), float(error)
        nodes = _alternating_extrema(residual, degree + 2)
    raise RuntimeError(
        f"no certified best polynomial of degree {degree} after {max_iterations} exchanges: "
        f"error {error:.3g}, lower bound {abs(level):.3g}"
    )


def _alternating_extrema(residual, count):
    """Return `count` indices at which `residual` alternates in sign, the largest ones in a row."""
    changes = np.flatnonzero(np.diff(np.sign(residual)) != 0) + 1
    runs = [run for run in np.split(np.arange(len(residual)), changes) if len(run)]
    extrema = np.array([run[np.argmax(np.abs(residual[run]))] for run in runs])
    while len(extrema) > count:
        smaller_end = 0 if abs(residual[extrema[0]]) < abs(residual[extrema[-1]]) else -1
        extrema = np.delete(extrema, smaller_end)
    if len(extrema) < count:
        raise RuntimeError(
            f"the error alternates at {len(extrema)} points only, not at {count}: the best "
            "polynomial may have a smaller degree"
        )
    return extrema
