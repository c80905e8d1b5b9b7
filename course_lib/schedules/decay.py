r"""Rates that fall, in order of complexity.

Sources: slides 002 (inverse time), 003 (piecewise, exponential, power), 004 (inverse, exponential);
I. Loshchilov, F. Hutter (2017), *SGDR: stochastic gradient descent with warm restarts* (cosine).
"""

import numpy as np

from course_lib.schedules.arguments import at_least, steps

__all__ = ["constant", "cosine", "exponential", "inverse_time", "piecewise", "power"]


def constant(t, lr0):
    r"""Constant rate, :math:`\eta_t = \eta_0`.

    Examples
    --------
    >>> constant([0, 10], lr0=0.1)
    array([0.1, 0.1])
    """
    return lr0 + 0 * steps(t)


def piecewise(t, boundaries, values):
    r"""Constant pieces: ``values[i]`` up to and including step ``boundaries[i]``.

    Parameters
    ----------
    t : int or array_like
        Step.
    boundaries : sequence of int
        Last steps of all pieces but the last one, increasing.
    values : sequence of float
        Rates, one more than boundaries.

    Returns
    -------
    float or ndarray
        Same shape as `t`.

    Raises
    ------
    ValueError
        If the lengths do not fit or the boundaries do not increase.

    Variants
    --------
    A boundary belongs to the piece that it ends, as in ``PiecewiseConstantDecay`` of Keras. Slides
    003 write :math:`t_i \le t \le t_{i+1}`, which puts it into both.

    Examples
    --------
    >>> piecewise([0, 10, 11], boundaries=[10], values=[0.1, 0.01])
    array([0.1 , 0.1 , 0.01])
    """
    if len(values) != len(boundaries) + 1:
        raise ValueError(
            "values must have one entry more than boundaries. "
            f"Received: len(values)={len(values)}, len(boundaries)={len(boundaries)}"
        )
    if np.any(np.diff(boundaries) <= 0):
        raise ValueError(f"boundaries must increase. Received: boundaries={boundaries}")
    return np.asarray(values, float)[np.searchsorted(boundaries, steps(t), side="left")]


def inverse_time(t, lr0, decay):
    r"""Inverse time, :math:`\eta_t = \eta_0 / (1 + \delta t)`.

    The sum of the rates is infinite and that of their squares is not: this one may run for ever.

    Parameters
    ----------
    t : int or array_like
        Step.
    lr0 : float
        First rate.
    decay : float
        :math:`\delta \ge 0`; after :math:`1/\delta` steps the rate has halved.

    Returns
    -------
    float or ndarray
        Same shape as `t`.

    Variants
    --------
    Slides 002 write :math:`c_1 / (t + c_2)`: ``lr0 = c1 / c2``, ``decay = 1 / c2``. Keras's
    ``InverseTimeDecay(lr0, decay_steps, decay_rate)`` has ``decay = decay_rate / decay_steps``.

    Examples
    --------
    >>> inverse_time([0, 10, 90], lr0=0.1, decay=0.1)
    array([0.1 , 0.05, 0.01])
    """
    at_least(0, decay=decay)
    return lr0 / (1 + decay * steps(t))


def exponential(t, lr0, decay):
    r"""Exponential, :math:`\eta_t = \eta_0 e^{-\lambda t}`.

    All rates together sum to about :math:`\eta_0 / \lambda`, however long the run: a minimum that
    is further away is never reached. The example of slides 003 (:math:`\eta_0 = \lambda = 0.1`)
    freezes on its way.

    Parameters
    ----------
    t : int or array_like
        Step.
    lr0 : float
        First rate.
    decay : float
        :math:`\lambda \ge 0`; after :math:`0.69/\lambda` steps the rate has halved.

    Returns
    -------
    float or ndarray
        Same shape as `t`.

    Variants
    --------
    Keras's ``ExponentialDecay(lr0, decay_steps, decay_rate)`` has
    ``decay = -log(decay_rate) / decay_steps``.

    Examples
    --------
    >>> exponential([0, 100], lr0=0.1, decay=0.01).round(4)
    array([0.1   , 0.0368])
    """
    at_least(0, decay=decay)
    return lr0 * np.exp(-decay * steps(t))


def power(t, lr0, beta, p):
    r"""Power law, :math:`\eta_t = \eta_0 (1 + \beta t)^{-p}`.

    Inverse time is :math:`p = 1`. Robbins and Monro ask for :math:`1/2 < p \le 1`.

    Parameters
    ----------
    t : int or array_like
        Step.
    lr0 : float
        First rate.
    beta : float
        :math:`\beta \ge 0`; the decay sets in after about :math:`1/\beta` steps.
    p : float
        Exponent, at least 0.

    Returns
    -------
    float or ndarray
        Same shape as `t`.

    Variants
    --------
    The formula of slides 003; their code multiplies it onto the *previous* rate at each step, which
    gives the product of all factors so far. ``PolynomialDecay`` of Keras is something else.

    Examples
    --------
    >>> power([0, 3], lr0=0.1, beta=1.0, p=0.5)
    array([0.1 , 0.05])
    """
    at_least(0, beta=beta, p=p)
    return lr0 * (1 + beta * steps(t)) ** -p


def cosine(t, lr0, n_steps, lr_min=0.0):
    r"""Half a cosine from `lr0` down to `lr_min`, and constant from then on.

    .. math::

        \eta_t = \eta_{\min} + \tfrac12 (\eta_0 - \eta_{\min})\,(1 + \cos(\pi \min(t/n, 1))).

    Parameters
    ----------
    t : int or array_like
        Step.
    lr0, lr_min : float
        First and last rate.
    n_steps : int
        Where the last rate is reached, at least 1.

    Returns
    -------
    float or ndarray
        Same shape as `t`.

    Variants
    --------
    Keras's ``CosineDecay(lr0, n_steps, alpha)`` gives the last rate as a share,
    ``alpha = lr_min / lr0``.

    Examples
    --------
    >>> cosine([0, 50, 100, 200], lr0=0.1, n_steps=100, lr_min=0.02).round(4)
    array([0.1 , 0.06, 0.02, 0.02])
    """
    at_least(1, n_steps=n_steps)
    done = np.minimum(steps(t) / n_steps, 1)
    return lr_min + 0.5 * (lr0 - lr_min) * (1 + np.cos(np.pi * done))
