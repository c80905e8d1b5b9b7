r"""Gradient checks: trust no gradient that you did not compare with differences.

The central difference along a coordinate or along any direction :math:`v`,

.. math:: \frac{f(\theta + \epsilon v) - f(\theta - \epsilon v)}{2 \epsilon}
          = \nabla f \cdot v + O(\epsilon^2) + O(u |f| / \epsilon),

errs by the curvature's change for large :math:`\epsilon` and by rounding (:math:`u \approx
10^{-16}` in float64) for small ones; in between, near :math:`\epsilon = 10^{-5}`, it is right to
about ten digits. A correct gradient gives errors below 1e-7; an error above 1e-4 is a bug, and
anything in between usually a kink (ReLU, max-pooling) within :math:`\epsilon`.

A network whose gradient is zero passes any such comparison, right or wrong. The checks here are
therefore *anchored*: they refuse a gradient that is zero everywhere.

Source: slide 004 states the gradients that are checked; Baydin et al. (2018), *Automatic
differentiation in machine learning: a survey*, for the error of differences.
"""

import copy

import numpy as np

__all__ = ["directional_error", "gradient_error", "layer_errors", "numerical_gradient"]


def numerical_gradient(f, theta, epsilon=1e-5):
    r"""Gradient of `f` by central differences, one coordinate at a time.

    Parameters
    ----------
    f : callable
        Function of an array like `theta` that returns a number.
    theta : array_like
        Where; any shape. It is copied, and converted to float64.
    epsilon : float
        Step, positive.

    Returns
    -------
    ndarray
        Same shape as `theta`, float64.

    Raises
    ------
    ValueError
        If `epsilon` is not positive.

    Examples
    --------
    >>> numerical_gradient(lambda theta: np.sum(theta**2), [1, -2]).round(8)
    array([ 2., -4.])
    """
    if not epsilon > 0:
        raise ValueError(f"epsilon must be positive. Received: epsilon={epsilon}")
    theta = np.array(theta, dtype=np.float64)
    gradient = np.empty_like(theta)
    for i in np.ndindex(theta.shape):
        value = theta[i]
        theta[i] = value + epsilon
        above = f(theta)
        theta[i] = value - epsilon
        below = f(theta)
        theta[i] = value
        gradient[i] = (above - below) / (2 * epsilon)
    return gradient


def _relative(difference, reference, gradient):
    """Largest difference over the largest reference, or an error where both prove nothing."""
    if not np.any(reference) or not np.any(gradient):
        which = "the numerical one" if np.any(gradient) else "the gradient"
        raise ValueError(
            f"{which} is zero everywhere. At such a point the check proves nothing: "
            "choose other parameters or inputs, or look for a gradient that was never set."
        )
    return float(np.abs(difference).max() / np.abs(reference).max())


def gradient_error(f, theta, gradient, epsilon=1e-5):
    r"""Largest error of a gradient, coordinate by coordinate, relative to its largest entry.

    Parameters
    ----------
    f : callable
        Function of an array like `theta` that returns a number.
    theta : array_like
        Where, any shape.
    gradient : array_like
        The gradient to check, same shape.
    epsilon : float
        Step of the differences.

    Returns
    -------
    float
        :math:`\max_i |g_i - \hat g_i| / \max_i |\hat g_i|` for the numerical gradient
        :math:`\hat g`.

    Raises
    ------
    ValueError
        If the shapes differ, or one of the two gradients is zero everywhere.

    Examples
    --------
    >>> theta = np.array([1.0, 2.0])
    >>> gradient_error(lambda t: np.sum(t**3), theta, 3 * theta**2) < 1e-9
    True
    >>> gradient_error(lambda t: np.sum(t**3), theta, 2 * theta**2) > 0.3
    True
    """
    if np.shape(theta) != np.shape(gradient):
        raise ValueError(
            f"gradient must have the shape of theta, {np.shape(theta)}. "
            f"Received: {np.shape(gradient)}"
        )
    numerical = numerical_gradient(f, theta, epsilon)
    return _relative(gradient - numerical, numerical, gradient)


def directional_error(f, theta, gradient, rng, n_directions=10, epsilon=1e-5):
    r"""Largest error of :math:`\nabla f \cdot v` over random unit vectors :math:`v`.

    Two evaluations of `f` for a direction, however many parameters there are. A single wrong
    coordinate is seen, but only by its share of :math:`v`.

    Parameters
    ----------
    f, theta, gradient, epsilon
        As in :func:`gradient_error`.
    rng : numpy.random.Generator
        Source of the directions.
    n_directions : int
        How many, at least 1.

    Returns
    -------
    float
        Relative to the largest of the slopes measured.

    Raises
    ------
    ValueError
        If the shapes differ, there is no direction, or gradient or slopes are zero everywhere.

    Examples
    --------
    >>> theta, rng = np.linspace(1, 2, 10_000), np.random.default_rng(0)
    >>> directional_error(lambda t: np.sum(t**3), theta, 3 * theta**2, rng) < 1e-6
    True
    """
    if np.shape(theta) != np.shape(gradient):
        raise ValueError(
            f"gradient must have the shape of theta, {np.shape(theta)}. "
            f"Received: {np.shape(gradient)}"
        )
    if n_directions < 1:
        raise ValueError(f"n_directions must be at least 1. Received: {n_directions}")
    theta = np.asarray(theta, dtype=np.float64)
    slopes, expected = np.empty((2, n_directions))
    for k in range(n_directions):
        v = rng.normal(size=theta.shape)
        v /= np.linalg.norm(v)
        slopes[k] = (f(theta + epsilon * v) - f(theta - epsilon * v)) / (2 * epsilon)
        expected[k] = np.sum(gradient * v)
    return _relative(expected - slopes, slopes, gradient)


def layer_errors(layer, x, rng, training=False, epsilon=1e-5):
    r"""Errors of all gradients that a layer, or a network, computes in ``backward``.

    The loss is :math:`\sum (R \odot \text{layer}(x))` for a random :math:`R`, so that
    ``backward(R)`` must return its gradient with respect to `x`. Every evaluation works on a
    copy of the layer: it draws the same random numbers, and the layer itself stays as it was.

    Parameters
    ----------
    layer : Layer or Sequential
        With ``forward``, ``backward``, ``params`` and ``grads``, in float64.
    x : ndarray
        Inputs, float64, away from kinks.
    rng : numpy.random.Generator
        Source of :math:`R`.
    training : bool
        Which of the two modes to check.
    epsilon : float
        Step of the differences.

    Returns
    -------
    dict of str to float
        The relative error for ``"x"`` and for each parameter.

    Raises
    ------
    ValueError
        If a gradient is missing, has the wrong shape, or is zero everywhere. In training, a bias
        right before batch normalisation *has* no gradient: the mean takes it away again.

    Examples
    --------
    >>> from course_lib.layers import Dense
    >>> rng = np.random.default_rng(0)
    >>> errors = layer_errors(Dense(3, 2, rng), rng.normal(size=(4, 3)), rng)
    >>> sorted(errors), max(errors.values()) < 1e-7
    (['W', 'b', 'x'], True)
    """
    R = rng.normal(size=copy.deepcopy(layer).forward(x, training).shape)

    def loss(x, **params):
        probe = copy.deepcopy(layer)
        for name, theta in params.items():
            probe.params[name][...] = theta
        return np.sum(R * probe.forward(x, training))

    probe = copy.deepcopy(layer)
    probe.forward(x, training)
    dx = probe.backward(R)
    if probe.grads.keys() != probe.params.keys():
        raise ValueError(
            f"grads must have the names of params, {sorted(probe.params)}. "
            f"Received: {sorted(probe.grads)}"
        )
    errors = {"x": gradient_error(loss, x, dx, epsilon)}
    for name, theta in layer.params.items():
        errors[name] = gradient_error(
            lambda theta, name=name: loss(x, **{name: theta}), theta, probe.grads[name], epsilon
        )
    return errors
