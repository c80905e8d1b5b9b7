r"""Landscapes: functions of two variables on which optimizers show their character.

A landscape is a value, its gradient and its Hessian. All three take points as an array
``(..., d)`` with the coordinates last, so that one call evaluates a point ``(d,)``, a path
``(T, d)`` or a whole grid ``(H, W, d)``.

Sources: slides 003 (quadratics, saddles); H. H. Rosenbrock (1960), *An automatic method for finding
the greatest or least value of a function*; E. M. L. Beale (1958), *On an iterative method for
finding a local minimum of a function of more than one variable*.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

__all__ = ["Landscape", "beale", "quadratic", "rosenbrock", "rotated_quadratic", "saddle"]


@dataclass(frozen=True)
class Landscape:
    """A function with its derivatives, where to start on it, and where it leads.

    Parameters
    ----------
    name : str
        What to call it in a title.
    value : callable
        ``(..., d)`` to ``(...)``.
    gradient : callable
        ``(..., d)`` to ``(..., d)``.
    hessian : callable
        ``(..., d)`` to ``(..., d, d)``.
    start : tuple of float
        The customary start.
    minimum : tuple of float or None
        Where it is smallest; None if it has no minimum.
    region : tuple
        ``((x_low, x_high), (y_low, y_high))``, the part worth drawing.

    Examples
    --------
    >>> valley = rosenbrock()
    >>> valley.value(np.array([[1.0, 1.0], [-1.2, 1.0]])).round(3)
    array([ 0. , 24.2])
    >>> value, gradient = valley.value_and_grad(np.array([0.0, 0.0]))
    >>> float(value), gradient
    (1.0, array([-2.,  0.]))
    """

    name: str
    value: Callable
    gradient: Callable
    hessian: Callable
    start: tuple
    minimum: tuple | None
    region: tuple

    def value_and_grad(self, theta):
        """Return value and gradient at `theta`, as :mod:`course_lib.quasi_newton` wants them."""
        return self.value(theta), self.gradient(theta)


def _matrix(a, b, d):
    """Symmetric matrices [[a, b], [b, d]] from arrays of entries."""
    return np.stack([np.stack([a, b], axis=-1), np.stack([b, d], axis=-1)], axis=-2)


def quadratic(curvatures=(1.0, 100.0), minimum=None):
    r"""Bowl along the axes, :math:`\tfrac12 \sum_i \lambda_i (\theta_i - \theta^*_i)^2`.

    Parameters
    ----------
    curvatures : sequence of float
        :math:`\lambda_i > 0`, the eigenvalues of the Hessian; any number of them.
    minimum : sequence of float, optional
        :math:`\theta^*`; the origin by default. A minimum elsewhere shows faults that one at the
        origin hides.

    Returns
    -------
    Landscape

    Raises
    ------
    ValueError
        If a curvature is not positive, or `minimum` has another length.

    Examples
    --------
    >>> bowl = quadratic((1.0, 4.0))
    >>> float(bowl.value(np.array([1.0, 1.0]))), bowl.gradient(np.array([1.0, 1.0]))
    (2.5, array([1., 4.]))
    """
    return _bowl("Quadratic", np.asarray(curvatures, float), None, minimum)


def rotated_quadratic(curvatures=(1.0, 100.0), angle=np.pi / 6, minimum=None):
    r"""Bowl whose axes are turned, :math:`\tfrac12 (\theta - \theta^*)^\top H (\theta - \theta^*)`.

    :math:`H = R \operatorname{diag}(\lambda) R^\top`, where :math:`R` turns the plane by `angle`.
    A rule with one rate per coordinate can undo a stretching of the axes, but not a rotation.

    Parameters
    ----------
    curvatures : tuple of two floats
        :math:`\lambda_i > 0`.
    angle : float
        In radians.
    minimum : sequence of float, optional
        :math:`\theta^*`; the origin by default.

    Returns
    -------
    Landscape

    Raises
    ------
    ValueError
        If there are not two positive curvatures, or `minimum` has another length.

    Examples
    --------
    >>> rotated_quadratic((1.0, 3.0), angle=np.pi / 4).hessian(np.zeros(2))
    array([[ 2., -1.],
           [-1.,  2.]])
    """
    curvatures = np.asarray(curvatures, float)
    if curvatures.shape != (2,):
        raise ValueError(f"curvatures must be two numbers. Received: curvatures={curvatures}")
    cos, sin = np.cos(angle), np.sin(angle)
    R = np.array([[cos, -sin], [sin, cos]])
    return _bowl("Rotated quadratic", curvatures, R, minimum)


def _bowl(name, curvatures, R, minimum):
    if not np.all(curvatures > 0):
        raise ValueError(f"curvatures must be positive. Received: curvatures={curvatures}")
    d = len(curvatures)
    center = np.zeros(d) if minimum is None else np.asarray(minimum, float)
    if center.shape != (d,):
        raise ValueError(f"minimum must have length {d}. Received: minimum={minimum}")
    # Sums instead of matrix products, here and below: these round alike on every processor.
    H = np.diag(curvatures) if R is None else np.sum(R[:, None] * R * curvatures, axis=-1)

    def value(theta):
        return np.sum((theta - center.astype(theta.dtype)) * gradient(theta), axis=-1) / 2

    def gradient(theta):
        away = theta - center.astype(theta.dtype)
        return np.sum(away[..., None] * H.astype(theta.dtype), axis=-2)

    def hessian(theta):
        return np.broadcast_to(H.astype(theta.dtype), (*theta.shape, d))

    return Landscape(
        name=name,
        value=value,
        gradient=gradient,
        hessian=hessian,
        start=tuple(float(c + x) for c, x in zip(center, np.resize([1.7, -0.6], d), strict=True)),
        minimum=tuple(float(c) for c in center),
        region=tuple((float(c - 2), float(c + 2)) for c in center[:2]),
    )


def rosenbrock(a=1.0, b=100.0):
    r"""Curved valley, :math:`(a - x)^2 + b\,(y - x^2)^2`, with its minimum 0 at :math:`(a, a^2)`.

    Falling into the valley is easy; its floor is nearly flat, and bends.

    Parameters
    ----------
    a : float
        Where the minimum is.
    b : float
        Steepness of the walls, positive.

    Returns
    -------
    Landscape

    Raises
    ------
    ValueError
        If `b` is not positive.

    Examples
    --------
    >>> rosenbrock().gradient(np.array([-1.2, 1.0])).round(1)
    array([-215.6,  -88. ])
    """
    if not b > 0:
        raise ValueError(f"b must be positive. Received: b={b}")

    def value(theta):
        x, y = theta[..., 0], theta[..., 1]
        return (a - x) ** 2 + b * (y - x**2) ** 2

    def gradient(theta):
        x, y = theta[..., 0], theta[..., 1]
        return np.stack([-2 * (a - x) - 4 * b * x * (y - x**2), 2 * b * (y - x**2)], axis=-1)

    def hessian(theta):
        x, y = theta[..., 0], theta[..., 1]
        return _matrix(2 - 4 * b * (y - 3 * x**2), -4 * b * x, 0 * x + 2 * b)

    region = ((-2.0, 2.0), (-1.0, 3.0))
    return Landscape("Rosenbrock", value, gradient, hessian, (-1.2, 1.0), (a, a**2), region)


def beale():
    r"""Beale's plateaus, with steep corners and the minimum 0 at :math:`(3, 1/2)`.

    .. math:: (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2

    Returns
    -------
    Landscape

    Examples
    --------
    >>> float(beale().value(np.array([3.0, 0.5])))
    0.0
    """
    constants, powers = (1.5, 2.25, 2.625), (1, 2, 3)

    def residuals(x, y):
        return [c - x + x * y**k for c, k in zip(constants, powers, strict=True)]

    def value(theta):
        return sum(r**2 for r in residuals(theta[..., 0], theta[..., 1]))

    def gradient(theta):
        x, y = theta[..., 0], theta[..., 1]
        rk = list(zip(residuals(x, y), powers, strict=True))
        dx = sum(2 * r * (y**k - 1) for r, k in rk)
        dy = sum(2 * r * k * x * y ** (k - 1) for r, k in rk)
        return np.stack([dx, dy], axis=-1)

    def hessian(theta):
        x, y = theta[..., 0], theta[..., 1]
        rk = list(zip(residuals(x, y), powers, strict=True))
        # y ** max(k - 2, 0): for k = 1 the factor k - 1 is 0, and 0 ** -1 must not be taken.
        xx = sum(2 * (y**k - 1) ** 2 for k in powers)
        xy = sum(2 * k * y ** (k - 1) * (x * (y**k - 1) + r) for r, k in rk)
        yy = sum(
            2 * (k * x * y ** (k - 1)) ** 2 + 2 * r * k * (k - 1) * x * y ** max(k - 2, 0)
            for r, k in rk
        )
        return _matrix(xx, xy, yy)

    region = ((-1.0, 4.0), (-1.5, 1.5))
    return Landscape("Beale", value, gradient, hessian, (1.0, 1.0), (3.0, 0.5), region)


def saddle(curvature=1.0):
    r"""Saddle, :math:`\tfrac12 (x^2 - \kappa y^2) + \tfrac14 y^4`, with a way out on both sides.

    The origin is a stationary point with curvatures 1 and :math:`-\kappa`; a start with
    :math:`y = 0` exactly never leaves it. The quartic term bounds the function from below; the
    minima are :math:`(0, \pm\sqrt\kappa)`, with value :math:`-\kappa^2/4`.

    Parameters
    ----------
    curvature : float
        :math:`\kappa > 0`.

    Returns
    -------
    Landscape
        Its `minimum` is the one with positive `y`.

    Raises
    ------
    ValueError
        If `curvature` is not positive.

    Examples
    --------
    >>> saddle().gradient(np.array([0.0, 0.0])), saddle().hessian(np.array([0.0, 0.0]))
    (array([0., 0.]), array([[ 1.,  0.],
           [ 0., -1.]]))
    """
    if not curvature > 0:
        raise ValueError(f"curvature must be positive. Received: curvature={curvature}")

    def value(theta):
        x, y = theta[..., 0], theta[..., 1]
        return (x**2 - curvature * y**2) / 2 + y**4 / 4

    def gradient(theta):
        x, y = theta[..., 0], theta[..., 1]
        return np.stack([x, y**3 - curvature * y], axis=-1)

    def hessian(theta):
        y = theta[..., 1]
        return _matrix(0 * y + 1, 0 * y, 3 * y**2 - curvature)

    minimum = (0.0, float(np.sqrt(curvature)))
    region = ((-2.0, 2.0), (-2.0, 2.0))
    return Landscape("Saddle", value, gradient, hessian, (1.5, 1e-3), minimum, region)
