r"""Line search: how far to go once the direction is chosen.

Sources: P. Wolfe (1969), *Convergence conditions for ascent methods*; J. Nocedal, S. J. Wright
(2006), *Numerical Optimization*, section 3.1; A. S. Lewis, M. L. Overton (2013), *Nonsmooth
optimization via quasi-Newton methods* (this way of searching).
"""

import numpy as np

__all__ = ["wolfe_search"]


def wolfe_search(value_and_grad, theta, d, value, grad, c1=1e-4, c2=0.9, n_max=60):
    r"""Find a step length :math:`a` along :math:`d` that satisfies Wolfe's two conditions.

    .. math::

        f(\theta + a d) \le f(\theta) + c_1 a\, g^\top d \quad\text{(it goes down enough)},
        \qquad
        \nabla f(\theta + a d)^\top d \ge c_2\, g^\top d \quad\text{(it is not too short)}.

    A length that is too long bounds the search from above, one that is too short from below; it
    doubles until it has an upper bound, and bisects from then on. The second condition makes
    :math:`s^\top y > 0`, which :func:`course_lib.quasi_newton.bfgs_update` needs.

    Parameters
    ----------
    value_and_grad : callable
        Maps a point to the value and the gradient there.
    theta, d : ndarray, (d,)
        Point and direction.
    value, grad : float and ndarray, (d,)
        Value and gradient at `theta`.
    c1, c2 : float
        :math:`0 < c_1 < c_2 < 1`.
    n_max : int
        Largest number of lengths to try.

    Returns
    -------
    theta, value, grad : ndarray, float, ndarray
        The new point, with value and gradient there.
    n : int
        Number of evaluations.

    Raises
    ------
    ValueError
        If `d` does not point downhill, or the constants are not in order.
    RuntimeError
        If no length was found: the function is unbounded below along `d`, or `theta` is a minimum
        to within rounding.

    Examples
    --------
    >>> f = lambda x: (float(x @ x), 2 * x)
    >>> theta, value, grad, n = wolfe_search(f, np.array([8.0]), np.array([-1.0]), 64.0, [16.0])
    >>> theta, n
    (array([7.]), 1)
    """
    slope = np.dot(grad, d)
    if not slope < 0:
        raise ValueError(f"d must point downhill, grad @ d < 0. Received: grad @ d = {slope}")
    if not 0 < c1 < c2 < 1:
        raise ValueError(f"0 < c1 < c2 < 1 is required. Received: c1={c1}, c2={c2}")
    low, high, a = 0.0, np.inf, 1.0
    for n in range(1, n_max + 1):
        new = theta + a * d
        new_value, new_grad = value_and_grad(new)
        if not new_value <= value + c1 * a * slope:  # "not": a NaN is too far, too
            high = a
        elif np.dot(new_grad, d) < c2 * slope:
            low = a
        else:
            return new, new_value, new_grad, n
        a = (low + high) / 2 if high < np.inf else 2 * a
    raise RuntimeError(f"no step length satisfies Wolfe's conditions after {n_max} evaluations")
