r"""Many dimensions of the data: volumes, distances, and the dimension that counts.

Sources: slides 000 and 001 (curse of dimensionality); E. Facco, M. d'Errico, A. Rodriguez, A. Laio
(2017), *Estimating the intrinsic dimension of datasets by a minimal neighborhood information*.
"""

import math

import numpy as np

__all__ = [
    "ball_to_cube_ratio",
    "distance_contrast",
    "intrinsic_dimension",
    "log_ball_to_cube_ratio",
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

    Neither :math:`\Gamma` nor :math:`2^d` overflows. From d = 326 on the ratio itself is too small
    for a normal float, and from about d = 340 on the result is 0.

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
        If there are fewer than two points, or all of them coincide.

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
    if not np.any(X - X[0]):
        raise ValueError("X must not hold one point only. Received: all rows are equal")
    ratios = []
    for i in rng.choice(len(X), size=min(n_queries, len(X)), replace=False):
        distances = np.linalg.norm(np.delete(X, i, axis=0) - X[i], axis=1)
        ratios.append(distances.min() / distances.max())
    return float(np.mean(ratios))


def intrinsic_dimension(X, block=500):
    r"""Dimension of the surface that points lie on, from the distances to two neighbours (TwoNN).

    Where :math:`D`-dimensional points are spread evenly around a point, the ratio
    :math:`\mu = r_2 / r_1` of the distances to its second and its first neighbour has the density
    :math:`D \mu^{-D-1}`, whatever the dimension of the space around. Given N ratios, the likelihood
    is largest at

    .. math:: \hat D = \frac{N}{\sum_i \log \mu_i}.

    Parameters
    ----------
    X : ndarray, (N, d)
        Points, at least three.
    block : int
        Points whose distances to all others are in memory at the same time.

    Returns
    -------
    float
        Its relative standard deviation is about :math:`1/\sqrt N` if the model holds.

    Raises
    ------
    ValueError
        If there are fewer than three different points, or one of them occurs twice.

    Variants
    --------
    The paper fits a line to the empirical distribution without its upper tenth, to be robust; this
    is the maximum of the likelihood. In many dimensions both are too small for any N that one can
    have: the neighbours are then no longer near.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> plane = rng.uniform(size=(2000, 2)) @ rng.normal(size=(2, 100))
    >>> round(intrinsic_dimension(plane), 1)
    2.0
    """
    X = np.asarray(X, float)
    if X.ndim != 2 or len(X) < 3:
        raise ValueError(f"X must be at least three points, (N, d). Received: X.shape={X.shape}")
    X = X - X.mean(axis=0)  # against cancellation, far from the origin
    squares = np.sum(X**2, axis=1)
    logs = []
    for start in range(0, len(X), block):
        rows = X[start : start + block]
        near = squares[None, :] - 2 * rows @ X.T  # up to a constant in each row
        near[np.arange(len(rows)), start + np.arange(len(rows))] = np.inf
        two = np.argpartition(near, 1, axis=1)[:, :2]
        # Only the two that count are computed without cancellation.
        r = np.sort(np.linalg.norm(X[two] - rows[:, None, :], axis=2), axis=1)
        if np.any(r[:, 0] == 0):
            raise ValueError("X must hold different points. Received: one of them occurs twice")
        logs.append(np.log(r[:, 1] / r[:, 0]))
    return float(len(X) / np.concatenate(logs).sum())
