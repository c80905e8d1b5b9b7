r"""Deep world: what is strange about many dimensions and many parameters.

Sources: slides 000 and 001 (curse of dimensionality, double descent, stationary points), 002
(splits), 003 (saddles), each with its corrections; M. Belkin, D. Hsu, S. Ma, S. Mandal (2019),
*Reconciling modern machine-learning practice and the classical bias-variance trade-off*;
P. Nakkiran et al. (2020), *Deep double descent*.
"""

import math

import numpy as np

from course_lib.activations import relu

__all__ = [
    "ball_to_cube_ratio",
    "classify_stationary_point",
    "distance_contrast",
    "double_descent",
    "grid_size",
    "log_ball_to_cube_ratio",
    "min_norm_fit",
    "random_features",
    "random_trials_needed",
    "split",
]


def log_ball_to_cube_ratio(d):
    r"""Natural logarithm of :func:`ball_to_cube_ratio`, for any dimension.

    Examples
    --------
    >>> round(log_ball_to_cube_ratio(1000) / math.log(10))
    -1187
    """
    if d < 1:
        raise ValueError(f"d must be at least 1. Received: d={d}")
    return d / 2 * math.log(math.pi) - math.lgamma(d / 2 + 1) - d * math.log(2)


def ball_to_cube_ratio(d):
    r"""Share of a cube's volume that the ball inscribed in it takes up.

    .. math:: \frac{\pi^{d/2}}{\Gamma(d/2 + 1)\, 2^d}

    Computed from logarithms, so that neither :math:`\Gamma` nor :math:`2^d` overflows. From about
    d = 320 on the ratio itself is too small for a float, and the result is 0.

    Parameters
    ----------
    d : int
        Dimension, at least 1.

    Returns
    -------
    float
        In (0, 1].

    Raises
    ------
    ValueError
        If `d` is smaller than 1.

    Variants
    --------
    The expression printed in slides 000 and 001 for d = 10 lacks :math:`\Gamma(6) = 120`; the
    0.25 % beside it are right.

    Examples
    --------
    >>> [round(ball_to_cube_ratio(d), 4) for d in (1, 2, 3, 10)]
    [1.0, 0.7854, 0.5236, 0.0025]
    """
    return math.exp(log_ball_to_cube_ratio(d))


def distance_contrast(X, rng, n_queries=50):
    r"""Mean ratio of the distances to the nearest and to the farthest other point.

    Near 0, neighbours mean something; near 1, all points are about equally far away.

    Parameters
    ----------
    X : ndarray, (N, d)
        Points, at least two.
    rng : numpy.random.Generator
        Source of randomness, to choose the points that ask.
    n_queries : int
        Number of them; all points if there are fewer.

    Returns
    -------
    float
        In [0, 1].

    Raises
    ------
    ValueError
        If there are fewer than two points.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> round(distance_contrast(rng.uniform(size=(1000, 2)), rng), 1)
    0.0
    >>> round(distance_contrast(rng.uniform(size=(1000, 1000)), rng), 1)
    0.9
    """
    X = np.asarray(X)
    if X.ndim != 2 or len(X) < 2:
        raise ValueError(f"X must be at least two points, (N, d). Received: X.shape={X.shape}")
    ratios = []
    for i in rng.choice(len(X), size=min(n_queries, len(X)), replace=False):
        distances = np.linalg.norm(np.delete(X, i, axis=0) - X[i], axis=1)
        ratios.append(distances.min() / distances.max())
    return float(np.mean(ratios))


def grid_size(values_per_axis, n_axes):
    """Number of points of a grid: exponential in the number of axes.

    Examples
    --------
    >>> grid_size(5, 6)
    15625
    """
    return values_per_axis**n_axes


def random_trials_needed(top_fraction, confidence):
    r"""Random trials that hit the best share of all settings with the given probability.

    :math:`n` independent trials all miss a share :math:`q` with probability :math:`(1 - q)^n`, so
    :math:`n = \lceil \log(1 - p) / \log(1 - q) \rceil`, whatever the number of hyperparameters.

    Parameters
    ----------
    top_fraction : float
        :math:`q` in (0, 1).
    confidence : float
        :math:`p` in (0, 1).

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If an argument is not in (0, 1).

    Examples
    --------
    >>> random_trials_needed(0.05, 0.95)
    59
    """
    for name, value in (("top_fraction", top_fraction), ("confidence", confidence)):
        if not 0 < value < 1:
            raise ValueError(f"{name} must be in (0, 1). Received: {name}={value}")
    # Rounded, so that 1 - 0.5 ** 3 asks for exactly 3 trials of 0.5.
    return math.ceil(round(math.log1p(-confidence) / math.log1p(-top_fraction), 9))


def split(n, fractions, rng):
    """Divide n samples at random into parts of given sizes.

    Sizes are rounded down, and the samples left over go to the parts with the largest remainders.

    Parameters
    ----------
    n : int
        Number of samples.
    fractions : sequence of float
        Sizes of the parts, which sum to 1.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    list of ndarray of int
        Indices, disjoint and complete.

    Raises
    ------
    ValueError
        If the fractions are negative or do not sum to 1.

    Examples
    --------
    >>> [len(part) for part in split(10, (0.6, 0.25, 0.15), np.random.default_rng(0))]
    [6, 3, 1]
    """
    fractions = np.asarray(fractions, float)
    if np.any(fractions < 0) or not math.isclose(fractions.sum(), 1):
        raise ValueError(f"fractions must sum to 1. Received: fractions={fractions.tolist()}")
    # Rounded, so that 0.29 * 100 = 28.999999999999996 counts as 29.
    shares = np.round(n * fractions, 9)
    sizes = np.floor(shares).astype(int)
    largest = np.argsort(sizes - shares, kind="stable")
    sizes[largest[: n - sizes.sum()]] += 1
    return np.split(rng.permutation(n), np.cumsum(sizes)[:-1])


def random_features(X, n_features, rng):
    r"""Features of a hidden ReLU layer that is drawn and never trained.

    Directions are uniform on the sphere and inputs with :math:`\|x\|^2 \approx d` are assumed, so
    each feature has mean square about 1/2.

    Parameters
    ----------
    X : ndarray of float, (N, d)
        Inputs.
    n_features : int
        Number of units.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray, (N, n_features)
        :math:`\max(XW, 0)`, with columns of length 1 in :math:`W`.

    Examples
    --------
    >>> random_features(np.ones((4, 3)), 5, np.random.default_rng(0)).shape
    (4, 5)
    """
    W = rng.normal(size=(X.shape[1], n_features))
    W = W / np.linalg.norm(W, axis=0)
    return relu(X @ W.astype(X.dtype))


def min_norm_fit(Phi, y, ridge=0.0):
    r"""Least squares; of all minimisers the one of smallest norm.

    With more features than samples there are many that interpolate. Gradient descent from zero
    finds this one too.

    Parameters
    ----------
    Phi : ndarray, (N, p)
        Features.
    y : ndarray, (N,)
        Targets.
    ridge : float
        Penalty: minimise :math:`\|\Phi w - y\|^2 + \text{ridge}\, \|w\|^2`.

    Returns
    -------
    ndarray, (p,)

    Raises
    ------
    ValueError
        If `ridge` is negative.

    Examples
    --------
    >>> min_norm_fit(np.array([[1.0, 1.0]]), np.array([2.0])).round(6)
    array([1., 1.])
    """
    if ridge < 0:
        raise ValueError(f"ridge must not be negative. Received: ridge={ridge}")
    U, s, Vt = np.linalg.svd(Phi, full_matrices=False)
    # Singular values that are zero but for rounding must not be divided by.
    zero = s <= max(Phi.shape) * np.finfo(s.dtype).eps * s.max(initial=0.0)
    gains = np.where(zero, 0, s / np.where(zero, 1, s**2 + ridge))
    return Vt.T @ (gains * (U.T @ y))


def double_descent(n, sizes, noise, rng, d=10, ridge=0.0, n_test=1000):
    r"""Test error of random-feature regression against the number of features.

    Inputs are :math:`N(0, I_d)`; the target is :math:`\max(a \cdot x, 0) - \max(b \cdot x, 0)` for
    two orthogonal directions, with Gaussian noise on the training targets. The features of a small
    model are the first ones of a large one. Below :math:`p = n` this is the classical trade-off; at
    :math:`p = n` there is one interpolant, and a wild one; beyond it the smallest one gets calmer.

    Parameters
    ----------
    n : int
        Training samples.
    sizes : sequence of int
        Numbers of features; include `n`, or the peak is missed.
    noise : float
        Standard deviation of the noise on the training targets.
    rng : numpy.random.Generator
        Source of randomness.
    d : int
        Dimension of the inputs, at least 2.
    ridge : float
        Penalty, see :func:`min_norm_fit`.
    n_test : int
        Test samples, without noise.

    Returns
    -------
    ndarray, (len(sizes),)
        Mean squared test errors.

    Raises
    ------
    ValueError
        If `noise` is negative.

    Examples
    --------
    >>> errors = double_descent(100, [60, 100, 800], 0.1, np.random.default_rng(0))
    >>> bool(errors[1] > errors[0] > errors[2])
    True
    """
    if noise < 0:
        raise ValueError(f"noise must not be negative. Received: noise={noise}")
    X = rng.normal(size=(n + n_test, d))
    a, b = np.linalg.qr(rng.normal(size=(d, 2)))[0].T
    target = relu(X @ a) - relu(X @ b)
    y = target[:n] + noise * rng.normal(size=n)
    Phi = random_features(X, max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y, ridge)
        errors.append(np.mean((Phi[n:, :p] @ w - target[n:]) ** 2))
    return np.array(errors)


def classify_stationary_point(H, tol=1e-8):
    r"""What a stationary point is, by the eigenvalues of the Hessian there.

    ============  =====================================================
    all positive  ``"minimum"``
    all negative  ``"maximum"``
    both signs    ``"saddle"``, if none is zero
    some zero     ``"degenerate"``: second derivatives do not decide it
    ============  =====================================================

    Parameters
    ----------
    H : ndarray, (d, d)
        Hessian, symmetric.
    tol : float
        Eigenvalues below `tol` times the largest one count as zero.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If `H` is not a symmetric matrix.

    Variants
    --------
    Slides 003 call a saddle with a *positive definite* Hessian non-degenerate and one with all
    eigenvalues zero degenerate: read "indefinite and non-singular", and "singular". A degenerate
    point with eigenvalues of both signs is no extremum, but is not called a saddle here.

    Examples
    --------
    >>> [classify_stationary_point(np.diag(e)) for e in ([1.0, 2.0], [1.0, -2.0], [0.0, 2.0])]
    ['minimum', 'saddle', 'degenerate']
    """
    H = np.asarray(H, float)
    if H.ndim != 2 or H.shape[0] != H.shape[1] or not np.allclose(H, H.T):
        raise ValueError(f"H must be a symmetric matrix. Received: H.shape={H.shape}")
    eigenvalues = np.linalg.eigvalsh(H)
    if np.any(np.abs(eigenvalues) <= tol * np.abs(eigenvalues).max()):
        return "degenerate"
    if np.all(eigenvalues > 0):
        return "minimum"
    return "maximum" if np.all(eigenvalues < 0) else "saddle"
