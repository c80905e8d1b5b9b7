"""Data sets: small ones that are drawn, by a seeded generator, MNIST, and a text.

Source: the figures of slides 000 and 001 (*Clasificación*) show classes that no line separates.
"""

import numpy as np

from course_lib.activations import relu
from course_lib.mnist import Digits, load_mnist
from course_lib.pydoc_text import Manual, load_pydoc

__all__ = ["Digits", "Manual", "load_mnist", "load_pydoc", "moons", "rings", "spirals", "teacher"]


def _check(n_samples, smallest, noise):
    if n_samples < smallest:
        raise ValueError(f"n_samples must be at least {smallest}. Received: n_samples={n_samples}")
    if noise < 0:
        raise ValueError(f"noise must not be negative. Received: noise={noise}")


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
    _check(n_samples, 2, noise)
    y = np.arange(n_samples) // ((n_samples + 1) // 2)
    radius = 0.5 + y + noise * rng.normal(size=n_samples)
    angle = rng.uniform(0, 2 * np.pi, size=n_samples)
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]), y


def moons(rng, n_samples=400, noise=0.1):
    r"""Two classes in the plane: two half circles, each reaching into the other.

    Class 0 is the upper half of the unit circle; class 1 is the lower half of a unit circle around
    (1, 0.5). Both coordinates get Gaussian noise.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of randomness.
    n_samples : int
        Number of points, half of them in each class (the odd one goes to class 0).
    noise : float
        Standard deviation of each coordinate.

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
    >>> X, y = moons(np.random.default_rng(0), n_samples=6, noise=0.0)
    >>> np.hypot(*X[y == 0].T), np.hypot(*(X[y == 1] - [1.0, 0.5]).T)
    (array([1., 1., 1.]), array([1., 1., 1.]))
    """
    _check(n_samples, 2, noise)
    y = np.arange(n_samples) // ((n_samples + 1) // 2)
    angle = np.pi * (rng.uniform(size=n_samples) + y)
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    return circle + np.outer(y, [1.0, 0.5]) + noise * rng.normal(size=(n_samples, 2)), y


def spirals(rng, n_samples=400, noise=0.05, n_classes=2, turns=1.0):
    r"""Classes in the plane: the arms of a spiral.

    Along each arm the radius grows from 0.1 to 1 while the angle makes `turns` turns; the arms are
    turned against each other by equal angles. Both coordinates get Gaussian noise.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of randomness.
    n_samples : int
        Number of points, spread evenly over the classes.
    noise : float
        Standard deviation of each coordinate.
    n_classes : int
        Number of arms, at least 2.
    turns : float
        How far an arm winds, in turns.

    Returns
    -------
    X : ndarray, (n_samples, 2)
        Points.
    y : ndarray of int, (n_samples,)
        Labels, 0 to `n_classes` - 1, in increasing order.

    Raises
    ------
    ValueError
        If there are fewer than 2 classes, fewer points than classes, or `noise` is negative.

    Examples
    --------
    >>> X, y = spirals(np.random.default_rng(0), n_samples=6, n_classes=3)
    >>> X.shape, y
    ((6, 2), array([0, 0, 1, 1, 2, 2]))
    """
    if n_classes < 2:
        raise ValueError(f"n_classes must be at least 2. Received: n_classes={n_classes}")
    _check(n_samples, n_classes, noise)
    y = np.arange(n_samples) * n_classes // n_samples
    along = rng.uniform(size=n_samples)
    radius, angle = 0.1 + 0.9 * along, 2 * np.pi * (turns * along + y / n_classes)
    arms = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    return arms + noise * rng.normal(size=(n_samples, 2)), y


def teacher(rng, n_samples=400, n_in=10, n_units=5, noise=0.0):
    r"""Regression on the outputs of a network that is drawn: the teacher.

    .. math:: y = \max(XW + b, 0)\, \alpha + \text{noise} \cdot \xi, \qquad X, \xi \sim N(0, 1)

    with :math:`W \sim N(0, 2/m)`, :math:`b \sim N(0, 1/4)` and :math:`\alpha \sim N(0, 1/n)`: a
    student with as many units can fit it, and the smallest possible test error is known.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of randomness.
    n_samples, n_in, n_units : int
        Number of samples N, of inputs m and of the teacher's units n.
    noise : float
        Standard deviation of the noise on the targets.

    Returns
    -------
    X : ndarray, (n_samples, n_in)
        Inputs.
    y : ndarray, (n_samples,)
        Targets.
    network : tuple of ndarray, (m, n), (n,) and (n,)
        ``W, b, alpha`` of the teacher.

    Raises
    ------
    ValueError
        If a number is smaller than 1 or `noise` is negative.

    Examples
    --------
    >>> X, y, (W, b, alpha) = teacher(np.random.default_rng(0), n_samples=100)
    >>> X.shape, y.shape, W.shape
    ((100, 10), (100,), (10, 5))
    >>> bool(np.allclose(y, relu(X @ W + b) @ alpha))
    True
    """
    for name, value in (("n_in", n_in), ("n_units", n_units)):
        if value < 1:
            raise ValueError(f"{name} must be at least 1. Received: {name}={value}")
    _check(n_samples, 1, noise)
    W = rng.normal(0, np.sqrt(2 / n_in), size=(n_in, n_units))
    b = rng.normal(0, 0.5, size=n_units)
    alpha = rng.normal(0, np.sqrt(1 / n_units), size=n_units)
    X = rng.normal(size=(n_samples, n_in))
    return X, relu(X @ W + b) @ alpha + noise * rng.normal(size=n_samples), (W, b, alpha)
