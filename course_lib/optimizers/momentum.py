r"""Gradient descent, and gradient descent with a memory of where it was going.

Two ways to write momentum are in use, and they disagree about what the learning rate means:

.. math::

    \text{average:}\quad m_t = \beta_1 m_{t-1} + (1 - \beta_1)\, g_t, \quad
    \theta_t = \theta_{t-1} - \alpha\, m_t;
    \qquad
    \text{classical:}\quad v_t = \mu v_{t-1} - \eta\, g_t, \quad
    \theta_t = \theta_{t-1} + v_t.

They are the same sequence when :math:`\mu = \beta_1` and :math:`\eta = (1 - \beta_1)\,\alpha`. In
the average form each gradient contributes :math:`\alpha` in total, in the classical one
:math:`\eta / (1 - \mu)`: ten times :math:`\eta` for :math:`\mu = 0.9`.

Sources: slides 000, 001 and 002 (average), 004 (classical); B. T. Polyak (1964), *Some methods of
speeding up the convergence of iteration methods*.
"""

from dataclasses import dataclass

import numpy as np

from course_lib.optimizers.base import Optimizer

__all__ = ["SGD", "ClassicalMomentum", "Momentum"]


@dataclass(frozen=True)
class SGD(Optimizer):
    r"""Gradient descent, :math:`\theta_t = \theta_{t-1} - \alpha\, g_t`.

    Called *stochastic* when :math:`g_t` is the gradient on a mini-batch; the rule is the same.
    State: nothing.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha \ge 0`.

    Examples
    --------
    >>> SGD(learning_rate=0.5).step(np.array([1.0]), np.array([4.0]), ())
    (array([-1.]), ())
    """

    def init(self, theta):
        """Return the empty state."""
        return ()

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        return theta - self.learning_rate * grad, state


@dataclass(frozen=True)
class Momentum(Optimizer):
    r"""Descent along an average of the gradients, corrected for its start at zero.

    .. math::

        m_t = \beta_1 m_{t-1} + (1 - \beta_1)\, g_t, \qquad
        \theta_t = \theta_{t-1} - \alpha\, \frac{m_t}{1 - \beta_1^t}.

    State: :math:`(m, t)`. The average is stored as it is; only the step uses the corrected one.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha \ge 0`.
    beta1 : float
        Weight of the past, in [0, 1). 0 is plain gradient descent.
    bias_correction : bool
        Divide by :math:`1 - \beta_1^t`, the sum of the weights so far.

    Variants
    --------
    Slides 000 and 001 introduce the correction; slides 002 leave it out
    (``bias_correction=False``), and then the first step is ten times too short. Keras and slides
    004 use :class:`ClassicalMomentum`. The "effective learning rate :math:`\alpha(1-\beta_1)`" of
    slides 000 and 001 is the share of the newest gradient; over the following steps each gradient
    contributes :math:`\alpha`.

    Examples
    --------
    With a constant gradient the corrected average is that gradient from the first step on:

    >>> rule, theta = Momentum(learning_rate=1.0), np.array([0.0])
    >>> state = rule.init(theta)
    >>> for _ in range(3):
    ...     theta, state = rule.step(theta, np.array([1.0]), state)
    >>> theta.round(12)
    array([-3.])
    """

    beta1: float = 0.9
    bias_correction: bool = True

    def init(self, theta):
        """Return the zero average and the step count 0."""
        return np.zeros_like(theta), 0

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        m, t = state
        t = t + 1
        m = self.beta1 * m + (1 - self.beta1) * grad
        m_hat = m / (1 - self.beta1**t) if self.bias_correction else m
        return theta - self.learning_rate * m_hat, (m, t)


@dataclass(frozen=True)
class ClassicalMomentum(Optimizer):
    r"""Momentum as a velocity.

    .. math:: v_t = \mu v_{t-1} - \eta\, g_t, \qquad \theta_t = \theta_{t-1} + v_t.

    State: :math:`(v,)`.

    Parameters
    ----------
    learning_rate : float
        :math:`\eta \ge 0`. A gradient contributes :math:`\eta / (1 - \mu)` in total.
    momentum : float
        :math:`\mu` in [0, 1).

    Variants
    --------
    This is Polyak's heavy ball, slides 004, and ``keras.optimizers.SGD(momentum=...)``. There is
    no bias to correct: a velocity that starts at zero has not started to move.

    Examples
    --------
    >>> ClassicalMomentum(learning_rate=1.0).step(np.zeros(1), np.ones(1), (np.ones(1),))
    (array([-0.1]), (array([-0.1]),))
    """

    momentum: float = 0.9

    def init(self, theta):
        """Return the zero velocity."""
        return (np.zeros_like(theta),)

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        (v,) = state
        v = self.momentum * v - self.learning_rate * grad
        return theta + v, (v,)
