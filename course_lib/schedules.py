r"""Schedules: the learning rate as a function of the step.

All are pure functions of :math:`t = 0, 1, 2, \ldots`, the number of steps taken so far, and take a
number or an array of them. Nothing is carried from step to step, so nothing can compound: the rate
at step 1000 is what the formula says, whatever the rates before it were. To drive an optimizer,
hand the value to :meth:`course_lib.optimizers.Optimizer.update`:
``rule.update(params, grads, states, learning_rate=inverse_time(t, 0.1, 0.01))``.

Steps that shrink let the noise die out, but they must not shrink so fast that the sum of all of
them stays finite: then a far minimum is never reached. Robbins and Monro (1951) ask for
:math:`\sum_t \eta_t = \infty` and :math:`\sum_t \eta_t^2 < \infty`.

Sources: slides 002 (inverse time), 003 (piecewise, exponential, power, cyclic), 004 (inverse,
exponential); L. N. Smith (2017), *Cyclical learning rates for training neural networks*;
I. Loshchilov, F. Hutter (2017), *SGDR: stochastic gradient descent with warm restarts*.
"""

import numpy as np

__all__ = [
    "constant",
    "cosine",
    "exponential",
    "inverse_time",
    "piecewise",
    "power",
    "triangular",
    "warm_up",
]


def _steps(t):
    """Return `t` as a float array, refusing negative steps."""
    steps = np.asarray(t, dtype=float)
    if np.any(steps < 0):
        raise ValueError(f"t must not be negative. Received: t={t}")
    return steps


def _at_least(low, **arguments):
    for name, value in arguments.items():
        if not value >= low:
            raise ValueError(f"{name} must be at least {low}. Received: {name}={value}")


def constant(t, lr0):
    r"""Constant rate, :math:`\eta_t = \eta_0`.

    Examples
    --------
    >>> constant([0, 10], lr0=0.1)
    array([0.1, 0.1])
    """
    return lr0 + 0 * _steps(t)


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
    return np.asarray(values, float)[np.searchsorted(boundaries, _steps(t), side="left")]


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
    _at_least(0, decay=decay)
    return lr0 / (1 + decay * _steps(t))


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
    _at_least(0, decay=decay)
    return lr0 * np.exp(-decay * _steps(t))


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
    _at_least(0, beta=beta, p=p)
    return lr0 * (1 + beta * _steps(t)) ** -p


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
    _at_least(1, n_steps=n_steps)
    done = np.minimum(_steps(t) / n_steps, 1)
    return lr_min + 0.5 * (lr0 - lr_min) * (1 + np.cos(np.pi * done))


def triangular(t, base_lr, max_lr, step_size, mode="triangular", gamma=0.999):
    r"""Cyclic rate: up from `base_lr` to `max_lr` in `step_size` steps, and down again.

    With the cycle :math:`c = \lfloor t / 2s \rfloor` and the position :math:`x = t/s - 2c` in it,
    in [0, 2),

    .. math:: \eta_t = \eta_{\text{base}} + (\eta_{\max} - \eta_{\text{base}})\,(1 - |x - 1|)\,a_t,

    where the amplitude is :math:`a_t = 1` (``"triangular"``), :math:`2^{-c}` (``"triangular2"``) or
    :math:`\gamma^t` (``"exp_range"``).

    Parameters
    ----------
    t : int or array_like
        Step.
    base_lr, max_lr : float
        Lowest and highest rate.
    step_size : int
        Half a cycle, in steps; Smith advises 2 to 10 epochs' worth of them.
    mode : {"triangular", "triangular2", "exp_range"}
        What happens to the amplitude.
    gamma : float
        For ``"exp_range"``.

    Returns
    -------
    float or ndarray
        Same shape as `t`.

    Raises
    ------
    ValueError
        If `step_size` is below 1 or `mode` is not one of the three.

    Variants
    --------
    Smith (2017), slides 003 and PyTorch's ``CyclicLR``, which counts batches in ``step_size_up``
    and also cycles the momentum unless told otherwise. Keras has no such schedule.

    Examples
    --------
    >>> triangular([0, 5, 10, 20, 30], 0.1, 0.5, step_size=10).round(4)
    array([0.1, 0.3, 0.5, 0.1, 0.5])
    >>> triangular([10, 30, 50], 0.1, 0.5, step_size=10, mode="triangular2").round(4)
    array([0.5, 0.3, 0.2])
    """
    _at_least(1, step_size=step_size)
    t = _steps(t)
    cycle = np.floor(t / (2 * step_size))
    height = 1 - np.abs(t / step_size - 2 * cycle - 1)
    if mode == "triangular":
        amplitude = 1.0
    elif mode == "triangular2":
        amplitude = 0.5**cycle
    elif mode == "exp_range":
        amplitude = gamma**t
    else:
        raise ValueError(
            f"mode must be 'triangular', 'triangular2' or 'exp_range'. Received: mode={mode!r}"
        )
    return base_lr + (max_lr - base_lr) * height * amplitude


def warm_up(t, schedule, n_steps, start=0.0):
    r"""Rise linearly to another schedule's first rate, then follow that schedule from its start.

    .. math::

        \eta_t = \begin{cases}
            \eta_{\text{start}} + (\eta'_0 - \eta_{\text{start}})\, t / n & t < n \\
            \eta'_{t - n} & t \ge n
        \end{cases}

    Parameters
    ----------
    t : int or array_like
        Step.
    schedule : callable
        Maps steps to the rates :math:`\eta'`.
    n_steps : int
        Length of the rise, at least 1.
    start : float
        Rate at step 0.

    Returns
    -------
    float or ndarray
        Same shape as `t`.

    Variants
    --------
    Keras has it inside ``CosineDecay(start, ..., warmup_target, warmup_steps)``.

    Examples
    --------
    >>> warm_up([0, 5, 10, 20], lambda t: inverse_time(t, 0.1, 0.1), n_steps=10)
    array([0.  , 0.05, 0.1 , 0.05])
    """
    _at_least(1, n_steps=n_steps)
    t = _steps(t)
    rise = start + (schedule(0) - start) * t / n_steps
    return np.where(t < n_steps, rise, schedule(np.maximum(t - n_steps, 0)))[()]
