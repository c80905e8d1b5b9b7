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

from course_lib.schedules.cycles import triangular, warm_up
from course_lib.schedules.decay import (
    constant,
    cosine,
    exponential,
    inverse_time,
    piecewise,
    power,
)

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
