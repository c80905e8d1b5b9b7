r"""Adam: an average of the gradients, divided by the root of an average of their squares.

Momentum says where to go, RMSProp how far in each coordinate; both averages start at zero and both
are corrected for it.

Sources: slides 000, 001, 002, 003, 004; D. P. Kingma, J. Ba (2015), *Adam: a method for stochastic
optimization*; I. Loshchilov, F. Hutter (2019), *Decoupled weight decay regularization*.
"""

from dataclasses import dataclass

import numpy as np

from course_lib.optimizers.base import Optimizer

__all__ = ["Adam", "AdamW"]


@dataclass(frozen=True)
class Adam(Optimizer):
    r"""Adam.

    .. math::

        m_t &= \beta_1 m_{t-1} + (1 - \beta_1)\, g_t, & \hat m_t &= m_t / (1 - \beta_1^t) \\
        v_t &= \beta_2 v_{t-1} + (1 - \beta_2)\, g_t^2, & \hat v_t &= v_t / (1 - \beta_2^t) \\
        \theta_t &= \theta_{t-1} - \alpha\, \hat m_t / (\sqrt{\hat v_t} + \epsilon)

    State: :math:`(m, v, t)`, the averages uncorrected.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha \ge 0`, about the longest step of a coordinate.
    beta1, beta2 : float
        Weights of the past, in [0, 1).
    epsilon : float
        :math:`\epsilon \ge 0`, outside the root.
    bias_correction : bool
        Use :math:`\hat m, \hat v`; otherwise :math:`m, v`.
    epsilon_hat : bool
        Add :math:`\epsilon` to the *uncorrected* root, as Keras does:
        :math:`\theta_t = \theta_{t-1} - \alpha \frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}
        \frac{m_t}{\sqrt{v_t} + \epsilon}`. That is this rule with
        :math:`\epsilon / \sqrt{1 - \beta_2^t}`: 32 times larger at the first step.

    Variants
    --------
    The paper's Algorithm 1 is the default; Keras is ``epsilon_hat=True`` with :math:`10^{-7}`, the
    variant named at the end of section 2 of the paper. Slides 000 put :math:`\epsilon` inside the
    root, 001 and 002 outside. Slides 002 leave the correction out
    (``bias_correction=False``): with a constant gradient its first ten steps travel 55.3
    :math:`\alpha` instead of 10 :math:`\alpha`. Slides 003 lack a pair of brackets, so that
    :math:`\epsilon` is added to the parameters at each step.

    Examples
    --------
    >>> rule = Adam(learning_rate=0.1)
    >>> theta, state = rule.step(np.zeros(2), np.array([100.0, -0.01]), rule.init(np.zeros(2)))
    >>> theta.round(4)
    array([-0.1,  0.1])
    """

    learning_rate: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    bias_correction: bool = True
    epsilon_hat: bool = False

    def init(self, theta):
        """Return the two zero averages and the step count 0."""
        return np.zeros_like(theta), np.zeros_like(theta), 0

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        m, v, t = state
        t = t + 1
        m = self.beta1 * m + (1 - self.beta1) * grad
        v = self.beta2 * v + (1 - self.beta2) * grad**2
        direction = corrected_direction(m, v, t, self)
        return theta - self.learning_rate * direction, (m, v, t)


def corrected_direction(m, v, t, rule):
    r"""Return :math:`\hat m / (\sqrt{\hat v} + \epsilon)` from the averages after `t` steps.

    Parameters
    ----------
    m, v : ndarray
        Averages of the gradients and of their squares.
    t : int
        Number of steps, from 1.
    rule : Adam, AdamW or AMSGrad
        Whose `beta1`, `beta2`, `epsilon`, `bias_correction` and `epsilon_hat` to use.

    Examples
    --------
    >>> corrected_direction(np.array([0.1]), np.array([0.001]), 1, Adam()).round(6)
    array([1.])
    """
    # The sums of the weights in the two averages.
    weight_m = 1 - rule.beta1**t if rule.bias_correction else 1.0
    weight_v = 1 - rule.beta2**t if rule.bias_correction else 1.0
    if rule.epsilon_hat:
        return weight_v**0.5 / weight_m * m / (np.sqrt(v) + rule.epsilon)
    return (m / weight_m) / (np.sqrt(v / weight_v) + rule.epsilon)


@dataclass(frozen=True)
class AdamW(Adam):
    r"""Adam with decoupled weight decay.

    .. math::

        \theta_t = \theta_{t-1} - \alpha\,\bigl(\hat m_t / (\sqrt{\hat v_t} + \epsilon)
                   + \lambda\, \theta_{t-1}\bigr)

    An L2 penalty in the loss would pass through the division and shrink weights with large
    gradients less; here every weight shrinks by the same factor. State: :math:`(m, v, t)`.

    Parameters
    ----------
    learning_rate, beta1, beta2, epsilon, bias_correction, epsilon_hat
        As for :class:`Adam`.
    weight_decay : float
        :math:`\lambda \ge 0`.

    Variants
    --------
    Keras and PyTorch scale the decay by the learning rate, as here. Loshchilov and Hutter scale it
    by the schedule only, :math:`\theta_t = \theta_{t-1} - \eta_t(\alpha\,(\ldots) + \lambda
    \theta_{t-1})`. Here it decays every array; biases are usually left out: give them to an `Adam`.

    Examples
    --------
    With no gradient the weights decay:

    >>> rule = AdamW(learning_rate=0.5, weight_decay=0.1)
    >>> rule.step(np.ones(1), np.zeros(1), rule.init(np.ones(1)))[0]
    array([0.95])
    """

    weight_decay: float = 0.004

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        shrunk = theta - self.learning_rate * self.weight_decay * theta
        return super().step(shrunk, grad, state)
