r"""The bounds of the slides, each with its hypotheses checked.

Sources: slides 000 (bound by smoothness and bounded variance), 001 (bound by bounded gradients,
after Turinici 2021).
"""

import warnings

from course_lib.noise_ball.hypotheses import HypothesisWarning, not_negative, positive

__all__ = ["bounded_gradient_ball", "largest_learning_rate", "noise_ball"]


def noise_ball(alpha, mu, M, batch_size=1, L=None):
    r"""Bound of slides 000 on where SGD settles.

    .. math:: \limsup_t E\|\theta_t - \theta^*\|^2 \le \frac{\alpha M}{B \mu (2 - \alpha\mu)}

    Each step multiplies the mean square by at most :math:`(1 - \alpha\mu)^2` and adds at most
    :math:`\alpha^2 M / B`; this is the fixed point. It is reached if all curvatures are equal, and,
    at :math:`\alpha = 2/(L + \mu)`, also if all the noise is in the steepest direction.

    Parameters
    ----------
    alpha : float
        Learning rate, :math:`0 < \alpha \le 2/(L + \mu)`.
    mu : float
        Strong convexity, positive.
    M : float
        Bound on the variance of the gradient of one sample, *at all points that are visited*.
    batch_size : int
        :math:`B \ge 1`.
    L : float, optional
        Smoothness, at least `mu`. Without it the step condition can be checked only for
        :math:`L = \mu`, the best case.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If a hypothesis is violated, naming it: the step condition
        :math:`\alpha \le 2/(L + \mu)` (beyond it the contraction is :math:`\alpha L - 1`), or
        :math:`M < \infty`.

    Variants
    --------
    Slides 000 write "lim" for the limsup, and only ask for a suitable :math:`\alpha`. That `M` is
    finite at all visited points is a hypothesis of its own: with :math:`L = (x\theta)^2/2`,
    :math:`x \sim N(0, 1)`, the variance grows with :math:`\theta`, and :math:`\alpha = 0.8`
    diverges although :math:`2/(L + \mu) = 1`.

    Examples
    --------
    >>> round(noise_ball(0.1, mu=1.0, M=4.0), 4), round(noise_ball(0.1, 1.0, 4.0, batch_size=8), 4)
    (0.2105, 0.0263)
    """
    positive(alpha=alpha, mu=mu, batch_size=batch_size)
    not_negative(M=M)
    L = mu if L is None else L
    if mu > L:
        raise ValueError(f"L must be at least mu. Received: L={L}, mu={mu}")
    limit = 2 / (L + mu)
    if alpha > limit * (1 + 1e-12):
        raise ValueError(
            f"step condition alpha <= 2 / (L + mu) = {limit:.4g} violated. Received: alpha={alpha}"
        )
    return alpha * M / (batch_size * mu * (2 - alpha * mu))


def bounded_gradient_ball(alpha, c, sigma2, G, batch_size=1, radius=None):
    r"""Bound of slides 001 on where SGD settles, from bounded gradients.

    .. math:: \limsup_t E\|\theta_t - \theta^*\|^2 \le \frac{\alpha\,(\sigma^2/B + G^2)}{2c}

    Parameters
    ----------
    alpha : float
        Learning rate, :math:`0 < \alpha \le 1/(2c)`.
    c : float
        Strong convexity, positive. (The slides have :math:`\mu` for the bound on the gradient.)
    sigma2 : float
        Bound on the variance of the gradient of one sample.
    G : float
        Bound on the norm of the gradient of the loss.
    batch_size : int
        :math:`B \ge 1`.
    radius : float, optional
        Largest distance from the minimum that is ever visited. Strong convexity makes the gradient
        there at least `c` times the distance, so `G` has to be at least ``c * radius``.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If a hypothesis is violated, naming it: the step condition :math:`\alpha \le 1/(2c)`, or the
        bound on the gradient within `radius`.

    Warns
    -----
    HypothesisWarning
        If no `radius` is given: on all of :math:`R^d` a strongly convex function has no bounded
        gradient, so the hypotheses contradict each other.

    Variants
    --------
    :math:`G^2` is not divided by :math:`B`, so this bound does not vanish for large batches,
    although gradient descent converges; :func:`noise_ball` does vanish. Slides 001 do not state
    the step condition; their recursion gives the bound only under it.

    Examples
    --------
    >>> round(bounded_gradient_ball(0.1, c=1.0, sigma2=1.0, G=3.0, radius=3.0), 4)
    0.5
    """
    positive(alpha=alpha, c=c, batch_size=batch_size)
    not_negative(sigma2=sigma2, G=G)
    if alpha > 1 / (2 * c) * (1 + 1e-12):
        raise ValueError(
            f"step condition alpha <= 1 / (2 c) = {1 / (2 * c):.4g} violated. "
            f"Received: alpha={alpha}"
        )
    if radius is None:
        warnings.warn(
            "bounded gradients contradict strong convexity unless the iterates stay within a "
            "radius of the minimum. Received: radius=None",
            HypothesisWarning,
            stacklevel=2,
        )
    elif c * radius > G:
        raise ValueError(
            "bounded gradient violated: strong convexity needs G >= c * radius = "
            f"{c * radius:.4g}. Received: G={G}"
        )
    return alpha * (sigma2 / batch_size + G**2) / (2 * c)


def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    r"""Largest learning rate that :func:`noise_ball` allows for a given ball.

    Solving the bound for :math:`\alpha` gives
    :math:`\alpha = 2\mu r^2 / (M/B + \mu^2 r^2)`; the step condition caps it at
    :math:`2/(L + \mu)`.

    Parameters
    ----------
    radius2 : float
        :math:`r^2 > 0`, the mean square distance to accept.
    mu, L, M : float
        Constants of the problem.
    batch_size : int
        :math:`B \ge 1`.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If a constant is out of range.

    Examples
    --------
    >>> alpha = largest_learning_rate(0.1, mu=1.0, L=10.0, M=4.0)
    >>> round(alpha, 4), round(noise_ball(alpha, 1.0, 4.0), 4)
    (0.0488, 0.1)
    """
    positive(radius2=radius2, mu=mu, L=L, batch_size=batch_size)
    not_negative(M=M)
    if mu > L:
        raise ValueError(f"L must be at least mu. Received: L={L}, mu={mu}")
    return min(2 * mu * radius2 / (M / batch_size + mu**2 * radius2), 2 / (L + mu))
