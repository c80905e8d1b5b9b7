r"""Nesterov's momentum: look where the momentum will take you, and correct from there.

Ordinary momentum adds the gradient of where it *is*. Nesterov's adds the gradient of where the
momentum alone *would lead*, and so brakes one step earlier.

As first written it needs the gradient at a point that is not the current one
(:func:`look_ahead_step`). Storing the looked-ahead point instead of the current one gives the same
run with an ordinary gradient (:class:`Nesterov`, :class:`ClassicalNesterov`).

Sources: slides 000 and 001 (average form), 004 (simplified); Y. Nesterov (1983), *A method for
solving the convex programming problem with convergence rate O(1/k²)*; I. Sutskever, J. Martens,
G. Dahl, G. Hinton (2013), *On the importance of initialization and momentum in deep learning*;
Y. Bengio, N. Boulanger-Lewandowski, R. Pascanu (2013), *Advances in optimizing recurrent
networks*.
"""

from dataclasses import dataclass

import numpy as np

from course_lib.optimizers.base import Optimizer

__all__ = ["ClassicalNesterov", "Nesterov", "look_ahead_step"]


def look_ahead_step(theta, gradient, m, learning_rate, beta1=0.9):
    r"""Nesterov's step as the slides write it: look ahead, take the gradient there, then step.

    .. math::

        m_t = \beta_1 m_{t-1}
              + (1 - \beta_1)\, \nabla L(\theta_{t-1} - \alpha \beta_1 m_{t-1}), \qquad
        \theta_t = \theta_{t-1} - \alpha\, m_t.

    It needs the gradient at a point of its own choosing, so it takes the gradient as a function
    and cannot be an :class:`Optimizer`; :class:`Nesterov` is the form that can.

    Parameters
    ----------
    theta : ndarray
        Parameters.
    gradient : callable
        Maps parameters to the gradient of the loss.
    m : ndarray
        Average of the gradients; zeros before the first step.
    learning_rate : float
        :math:`\alpha`.
    beta1 : float
        Weight of the past, in [0, 1).

    Returns
    -------
    theta, m : ndarray
        New parameters and new average.

    Examples
    --------
    >>> look_ahead_step(np.array([1.0]), lambda x: 2 * x, np.array([1.0]), 0.5, beta1=0.5)
    (array([0.375]), array([1.25]))
    """
    g = gradient(theta - learning_rate * beta1 * m)
    m = beta1 * m + (1 - beta1) * g
    return theta - learning_rate * m, m


@dataclass(frozen=True)
class Nesterov(Optimizer):
    r"""Nesterov's momentum, simplified: the parameters *are* the point that looks ahead.

    .. math::

        m_t = \beta_1 m_{t-1} + (1 - \beta_1)\, g_t, \qquad
        \Theta_t = \Theta_{t-1} - \alpha\,\bigl(\beta_1 m_t + (1 - \beta_1)\, g_t\bigr).

    If :math:`\theta_t` are the iterates of :func:`look_ahead_step`, then
    :math:`\Theta_t = \theta_t - \alpha \beta_1 m_t`: the same run, seen from one look further on.
    The gradient is taken where the parameters are, as for every other rule.

    State: :math:`(m,)`.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha \ge 0`.
    beta1 : float
        Weight of the past, in [0, 1).

    Variants
    --------
    The average form, as in slides 000 and 001. :class:`ClassicalNesterov` has the scale of slides
    004 and Keras. The equality with :func:`look_ahead_step` needs a constant learning rate.

    Examples
    --------
    >>> rule = Nesterov(learning_rate=1.0, beta1=0.5)
    >>> rule.step(np.zeros(1), np.ones(1), rule.init(np.zeros(1)))
    (array([-0.75]), (array([0.5]),))
    """

    beta1: float = 0.9

    def init(self, theta):
        """Return the zero average."""
        return (np.zeros_like(theta),)

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        (m,) = state
        m = self.beta1 * m + (1 - self.beta1) * grad
        return theta - self.learning_rate * (self.beta1 * m + (1 - self.beta1) * grad), (m,)


@dataclass(frozen=True)
class ClassicalNesterov(Optimizer):
    r"""Nesterov's momentum as a velocity, simplified.

    .. math::

        v_t = \mu v_{t-1} - \eta\, g_t, \qquad \Theta_t = \Theta_{t-1} + \mu v_t - \eta\, g_t.

    State: :math:`(v,)`.

    Parameters
    ----------
    learning_rate : float
        :math:`\eta \ge 0`. A gradient contributes :math:`\eta / (1 - \mu)` in total.
    momentum : float
        :math:`\mu` in [0, 1).

    Variants
    --------
    Slides 004 (after Bengio et al. 2013) and ``keras.optimizers.SGD(nesterov=True)``. Equal to
    :class:`Nesterov` with :math:`\eta = (1 - \beta_1)\,\alpha`.

    Examples
    --------
    >>> rule = ClassicalNesterov(learning_rate=1.0, momentum=0.5)
    >>> rule.step(np.zeros(1), np.ones(1), rule.init(np.zeros(1)))
    (array([-1.5]), (array([-1.]),))
    """

    momentum: float = 0.9

    def init(self, theta):
        """Return the zero velocity."""
        return (np.zeros_like(theta),)

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        (v,) = state
        v = self.momentum * v - self.learning_rate * grad
        return theta + self.momentum * v - self.learning_rate * grad, (v,)
