r"""Many parameters: double descent, and what kinds of points gradients vanish at.

Sources: slides 000 and 001 (double descent, overparametrisation), 003 (saddles); M. Belkin, D. Hsu,
S. Ma, S. Mandal (2019), *Reconciling modern machine-learning practice and the classical
bias-variance trade-off*; P. Nakkiran et al. (2020), *Deep double descent*.
"""

import numpy as np

from course_lib.activations import relu

__all__ = ["classify_stationary_point", "double_descent", "min_norm_fit", "random_features"]


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
