r"""Many settings to try, few samples to judge them by: grids, random trials, splits.

Sources: slides 000 and 001 (curse of dimensionality of hyperparameters), 002 (splits);
J. Bergstra, Y. Bengio (2012), *Random search for hyper-parameter optimization*.
"""

import math

import numpy as np

__all__ = ["grid_size", "random_trials_needed", "split"]


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

    :math:`n` independent trials all miss a share :math:`q` with probability :math:`(1 - q)^n`. This
    is the smallest :math:`n` with :math:`1 - (1 - q)^n \ge p`, whatever the number of
    hyperparameters.

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
