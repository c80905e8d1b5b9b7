r"""Many dimensions, of the data or of a search: volumes, distances, grids, samples.

Sources: slides 000 and 001 (curse of dimensionality, also of hyperparameters), 002 (splits);
J. Bergstra, Y. Bengio (2012), *Random search for hyper-parameter optimization*.
"""

import math

import numpy as np

__all__ = [
    "ball_to_cube_ratio",
    "distance_contrast",
    "grid_size",
    "log_ball_to_cube_ratio",
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
