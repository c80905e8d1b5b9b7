"""Data sets: small ones that are drawn, by a seeded generator.

Source: the figures of slides 000 and 001 (*Clasificación*) show classes that no line separates.
"""

import numpy as np

__all__ = ["rings"]


def rings(rng, n_samples=400, noise=0.1):
    r"""Two classes in the plane: a small ring, and a large ring around it.

    Class 0 has radius 0.5, class 1 has radius 1.5; angles are uniform and each radius
    gets Gaussian noise. No line separates the two.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of randomness.
    n_samples : int
        Number of points, half of them in each class (the odd one goes to class 0).
    noise : float
        Standard deviation of the radius.

    Returns
    -------
    X : ndarray, (n_samples, 2)
        Points.
    y : ndarray of int, (n_samples,)
        Labels, 0 or 1.

    Raises
    ------
    ValueError
        If `n_samples` is smaller than 2 or `noise` is negative.

    Examples
    --------
    >>> X, y = rings(np.random.default_rng(0), n_samples=6)
    >>> X.shape, y
    ((6, 2), array([0, 0, 0, 1, 1, 1]))
    """
    if n_samples < 2:
        raise ValueError(f"n_samples must be at least 2. Received: n_samples={n_samples}")
    if noise < 0:
        raise ValueError(f"noise must not be negative. Received: noise={noise}")
    y = np.arange(n_samples) // ((n_samples + 1) // 2)
    radius = 0.5 + y + noise * rng.normal(size=n_samples)
    angle = rng.uniform(0, 2 * np.pi, size=n_samples)
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]), y
