r"""As many parameters as samples, and more: interpolation and double descent.

Sources: slides 000 and 001 (overparametrisation); M. Belkin, D. Hsu, S. Ma, S. Mandal (2019),
*Reconciling modern machine-learning practice and the classical bias-variance trade-off*; M. Belkin,
D. Hsu, J. Xu (2020), *Two models of double descent for weak features*.
"""

import numpy as np

from course_lib.activations import relu

__all__ = [
    "double_descent",
    "min_norm_fit",
    "min_norm_risk",
    "random_features",
    "regression_task",
]


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


def min_norm_risk(n, p, signal, missed, noise_var):
    r"""Expected risk of :func:`min_norm_fit` on :math:`p` independent Gaussian features.

    Features are :math:`N(0, 1)`, all independent, and the target is linear in them, plus noise.
    With :math:`\tau^2 = \text{missed} + \text{noise\_var}`, all that the fit cannot see,

    .. math::
        E\,R = \begin{cases}
            \tau^2 \left(1 + \dfrac{p}{n - p - 1}\right) & p \le n - 2 \\[1ex]
            \infty & n - 1 \le p \le n + 1 \\[1ex]
            \text{signal} \left(1 - \dfrac np\right)
                + \tau^2 \left(1 + \dfrac{n}{p - n - 1}\right) & p \ge n + 2
        \end{cases}

    Parameters
    ----------
    n, p : int
        Samples, and features that the fit uses.
    signal : float
        Squared length of the true weights of those features.
    missed : float
        Squared length of the true weights of the features that it does not use.
    noise_var : float
        Variance of the noise, in training and in the risk.

    Returns
    -------
    float
        Expected squared error on a new, noisy sample; infinite at the peak. (If `missed` and
        `noise_var` are both zero, the value is infinite there by convention.)

    Raises
    ------
    ValueError
        If `n` or `p` is smaller than 1.

    Examples
    --------
    >>> min_norm_risk(100, 49, 0.5, 0.5, 0.0), min_norm_risk(100, 201, 1.0, 0.0, 0.5)
    (0.99..., 1.5024...)
    """
    if n < 1 or p < 1:
        raise ValueError(f"n and p must be at least 1. Received: n={n}, p={p}")
    unseen = missed + noise_var
    if p <= n - 2:
        return unseen * (1 + p / (n - p - 1))
    if p <= n + 1:
        return float("inf")
    return signal * (1 - n / p) + unseen * (1 + n / (p - n - 1))


def regression_task(n, noise, rng, d=10, n_test=1000):
    r"""Regression on the difference of two ReLU units, to train on and to test on.

    Inputs are :math:`N(0, I_d)`; the target is :math:`\max(a \cdot x, 0) - \max(b \cdot x, 0)` for
    two orthogonal directions.

    Parameters
    ----------
    n : int
        Training samples.
    noise : float
        Standard deviation of the noise on the training targets.
    rng : numpy.random.Generator
        Source of randomness.
    d : int
        Dimension of the inputs, at least 2.
    n_test : int
        Test samples, without noise.

    Returns
    -------
    X_train : ndarray, (n, d)
    y_train : ndarray, (n,)
    X_test : ndarray, (n_test, d)
    y_test : ndarray, (n_test,)

    Raises
    ------
    ValueError
        If `noise` is negative or `d` is smaller than 2.

    Examples
    --------
    >>> [part.shape for part in regression_task(5, 0.1, np.random.default_rng(0), n_test=3)]
    [(5, 10), (5,), (3, 10), (3,)]
    """
    if noise < 0:
        raise ValueError(f"noise must not be negative. Received: noise={noise}")
    if d < 2:
        raise ValueError(f"d must be at least 2. Received: d={d}")
    X = rng.normal(size=(n + n_test, d))
    a, b = np.linalg.qr(rng.normal(size=(d, 2)))[0].T
    target = relu(X @ a) - relu(X @ b)
    return X[:n], target[:n] + noise * rng.normal(size=n), X[n:], target[n:]


def double_descent(n, sizes, noise, rng, d=10, ridge=0.0, n_test=1000):
    r"""Test error of random-feature regression against the number of features.

    The task is that of :func:`regression_task`, and the features are a hidden layer of
    :func:`random_features`, of which a small model has the first ones of a large one. Below
    :math:`p = n` this is the classical trade-off; at :math:`p = n` there is one interpolant, and a
    wild one; beyond it the smallest one gets calmer.

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
    ridge : float or callable
        Penalty, see :func:`min_norm_fit`; or a function that gives it for :math:`p` features.
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
    X, y, X_test, y_test = regression_task(n, noise, rng, d, n_test)
    Phi = random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y, ridge(p) if callable(ridge) else ridge)
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
