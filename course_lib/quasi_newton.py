r"""Curvature: Newton's method, and how to do without the Hessian.

Near a minimum a function is a bowl, and the Hessian :math:`H` says where its bottom is: the Newton
step is :math:`d = -H^{-1} g`. BFGS learns the inverse from the gradients it meets; L-BFGS keeps
only the last few of them. All three step along :math:`d` by a length that a line search finds.

They want exact gradients, so they compute in float64: a full batch, few parameters, a smooth
function.

Sources: slides 003 (*Segundo orden*), with their pseudocode corrected; J. Nocedal, S. J. Wright
(2006), *Numerical Optimization*, chapters 3, 6 and 7.
"""

from dataclasses import dataclass

import numpy as np

from course_lib.line_search import wolfe_search

__all__ = ["Result", "bfgs", "bfgs_update", "lbfgs", "lbfgs_direction", "newton"]


@dataclass(frozen=True)
class Result:
    """What a minimisation found.

    Parameters
    ----------
    theta : ndarray, (d,)
        Last point.
    value : float
        Value there.
    grad : ndarray, (d,)
        Gradient there.
    converged : bool
        Whether the largest entry of the gradient is at most the tolerance.
    n_evaluations : int
        How often value and gradient were computed.
    path : ndarray, (n_steps + 1, d)
        All points, the start first.

    Examples
    --------
    >>> from course_lib.landscapes import quadratic
    >>> found = bfgs(quadratic((1.0, 10.0)).value_and_grad, np.array([1.0, 1.0]))
    >>> found.converged, found.theta.round(6) + 0.0
    (True, array([0., 0.]))
    """

    theta: np.ndarray
    value: float
    grad: np.ndarray
    converged: bool
    n_evaluations: int
    path: np.ndarray


def _descend(value_and_grad, theta0, direction, learn, n_steps, tolerance):
    """Step along ``direction(theta, grad)`` until the gradient vanishes.

    ``learn(s, y)`` is told each step taken and the change of the gradient.
    """
    theta = np.array(theta0, float)
    value, grad = value_and_grad(theta)
    path, n_evaluations = [theta], 1
    while np.abs(grad).max() > tolerance and len(path) <= n_steps:
        d = direction(theta, grad)
        try:
            new, value, new_grad, n = wolfe_search(value_and_grad, theta, d, value, grad)
        except RuntimeError:  # no progress beyond rounding
            break
        learn(new - theta, new_grad - grad)
        theta, grad = new, new_grad
        path.append(theta)
        n_evaluations += n
    converged = bool(np.abs(grad).max() <= tolerance)
    return Result(theta, float(value), grad, converged, n_evaluations, np.array(path))


def newton(value_and_grad, hessian, theta0, n_steps=100, tolerance=1e-8):
    r"""Newton's method, made to go downhill: :math:`d = -|H|^{-1} g`.

    :math:`|H|` has the eigenvectors of the Hessian and the absolute values of its eigenvalues.
    Where the Hessian is positive definite this is the Newton step. Elsewhere the plain step
    :math:`-H^{-1} g` would run *towards* the nearest saddle or maximum.

    Parameters
    ----------
    value_and_grad : callable
        Maps ``(d,)`` to the value and the gradient there.
    hessian : callable
        Maps ``(d,)`` to ``(d, d)``.
    theta0 : ndarray, (d,)
        Start.
    n_steps : int
        Largest number of steps.
    tolerance : float
        Stop when no entry of the gradient is larger.

    Returns
    -------
    Result

    References
    ----------
    Y. Dauphin et al. (2014), *Identifying and attacking the saddle point problem*.

    Examples
    --------
    One step reaches the bottom of any quadratic bowl:

    >>> from course_lib.landscapes import rotated_quadratic
    >>> bowl = rotated_quadratic((1.0, 100.0))
    >>> found = newton(bowl.value_and_grad, bowl.hessian, np.array([1.7, -0.6]))
    >>> len(found.path) - 1, bool(np.abs(found.theta).max() < 1e-12)
    (1, True)
    """

    def direction(theta, grad):
        eigenvalues, Q = np.linalg.eigh(hessian(theta))
        # A curvature of zero would ask for an infinite step.
        curvatures = np.maximum(np.abs(eigenvalues), 1e-10 * np.abs(eigenvalues).max() + 1e-300)
        return -Q @ (Q.T @ grad / curvatures)

    return _descend(value_and_grad, theta0, direction, lambda s, y: None, n_steps, tolerance)


def bfgs_update(H, s, y):
    r"""Update an estimate of the inverse Hessian from one step.

    .. math::

        H_+ = (I - \rho\, s y^\top)\, H\, (I - \rho\, y s^\top) + \rho\, s s^\top,
        \qquad \rho = 1 / (s^\top y).

    It is symmetric, satisfies the secant equation :math:`H_+ y = s`, and is positive definite if
    :math:`H` is and :math:`s^\top y > 0`.

    Parameters
    ----------
    H : ndarray, (d, d)
        Estimate of the inverse Hessian, symmetric.
    s : ndarray, (d,)
        Step, :math:`\theta_{t+1} - \theta_t`.
    y : ndarray, (d,)
        Change of the gradient, :math:`g_{t+1} - g_t`.

    Returns
    -------
    ndarray, (d, d)
        The new estimate; a copy of `H` if :math:`s^\top y \le 0`, where there is nothing to learn.

    Variants
    --------
    The left factor of slides 003 is not the transpose of the right one. Their update satisfies the
    secant equation as well; that it is not symmetric is what gives it away.

    Examples
    --------
    >>> H = bfgs_update(np.eye(2), np.array([1.0, 0.0]), np.array([2.0, 1.0]))
    >>> H
    array([[ 0.75, -0.5 ],
           [-0.5 ,  1.  ]])
    >>> H @ [2.0, 1.0]
    array([1., 0.])
    """
    sy = s @ y
    if sy <= 0:
        return np.array(H, copy=True)
    left = np.eye(len(s), dtype=H.dtype) - np.outer(s, y) / sy
    return left @ H @ left.T + np.outer(s, s) / sy


def bfgs(value_and_grad, theta0, n_steps=1000, tolerance=1e-8):
    r"""BFGS: :math:`d = -H g`, with :math:`H` learnt by :func:`bfgs_update`.

    Starts as gradient descent, :math:`H = I`; after the first step :math:`H` is scaled by
    :math:`s^\top y / y^\top y`, so that it has the right size before it learns its shape.

    Parameters
    ----------
    value_and_grad : callable
        Maps ``(d,)`` to the value and the gradient there.
    theta0 : ndarray, (d,)
        Start.
    n_steps : int
        Largest number of steps.
    tolerance : float
        Stop when no entry of the gradient is larger.

    Returns
    -------
    Result

    Examples
    --------
    >>> from course_lib.landscapes import rosenbrock
    >>> valley = rosenbrock()
    >>> found = bfgs(valley.value_and_grad, np.array(valley.start))
    >>> found.converged, found.theta.round(6)
    (True, array([1., 1.]))
    """
    H = None

    def direction(theta, grad):
        return -grad if H is None else -H @ grad

    def learn(s, y):
        nonlocal H
        if H is None:
            H = np.eye(len(s)) * (s @ y) / (y @ y)
        H = bfgs_update(H, s, y)

    return _descend(value_and_grad, theta0, direction, learn, n_steps, tolerance)


def lbfgs_direction(grad, pairs):
    r"""Product :math:`-H g` by the last steps alone, without forming :math:`H`.

    :math:`H` is what :func:`bfgs_update` makes, pair by pair, of
    :math:`\tfrac{s^\top y}{y^\top y} I` with the newest pair: two loops over :math:`k` pairs, 4dk
    multiplications instead of :math:`d^2`.

    Parameters
    ----------
    grad : ndarray, (d,)
        Gradient.
    pairs : sequence of (s, y)
        Steps and changes of the gradient, oldest first, each with :math:`s^\top y > 0`.

    Returns
    -------
    ndarray, (d,)
        The direction; ``-grad`` if there are no pairs.

    Examples
    --------
    >>> s, y = np.array([1.0, 0.0]), np.array([2.0, 1.0])
    >>> lbfgs_direction(y, [(s, y)])
    array([-1., -0.])
    """
    q, weights = np.array(grad), []
    for s, y in reversed(pairs):
        weights.append(s @ q / (s @ y))
        q = q - weights[-1] * y
    if pairs:
        s, y = pairs[-1]
        q = q * (s @ y) / (y @ y)
    for (s, y), weight in zip(pairs, reversed(weights), strict=True):
        q = q + (weight - y @ q / (s @ y)) * s
    return -q


def lbfgs(value_and_grad, theta0, memory=10, n_steps=1000, tolerance=1e-8):
    r"""L-BFGS: BFGS that remembers the last few steps only.

    Parameters
    ----------
    value_and_grad : callable
        Maps ``(d,)`` to the value and the gradient there.
    theta0 : ndarray, (d,)
        Start.
    memory : int
        Number of steps to remember, at least 1.
    n_steps : int
        Largest number of steps.
    tolerance : float
        Stop when no entry of the gradient is larger.

    Returns
    -------
    Result

    Raises
    ------
    ValueError
        If `memory` is smaller than 1.

    Examples
    --------
    >>> from course_lib.landscapes import beale
    >>> found = lbfgs(beale().value_and_grad, np.array([1.0, 1.0]))
    >>> found.converged, found.theta.round(6)
    (True, array([3. , 0.5]))
    """
    if memory < 1:
        raise ValueError(f"memory must be at least 1. Received: memory={memory}")
    pairs = []

    def learn(s, y):
        pairs.append((s, y))
        del pairs[:-memory]

    def direction(theta, grad):
        return lbfgs_direction(grad, pairs)

    return _descend(value_and_grad, theta0, direction, learn, n_steps, tolerance)
