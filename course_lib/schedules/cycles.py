r"""Rates that rise: in cycles, or once at the start.

Sources: slides 003 (cyclic); L. N. Smith (2017), *Cyclical learning rates for training neural
networks*.
"""

import numpy as np

from course_lib.schedules.arguments import at_least, steps

__all__ = ["triangular", "warm_up"]


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
    at_least(1, step_size=step_size)
    t = steps(t)
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
    >>> from course_lib.schedules import inverse_time
    >>> warm_up([0, 5, 10, 20], lambda t: inverse_time(t, 0.1, 0.1), n_steps=10)
    array([0.  , 0.05, 0.1 , 0.05])
    """
    at_least(1, n_steps=n_steps)
    t = steps(t)
    rise = start + (schedule(0) - start) * t / n_steps
    return np.where(t < n_steps, rise, schedule(np.maximum(t - n_steps, 0)))[()]
