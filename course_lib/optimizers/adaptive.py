r"""One learning rate per coordinate, read off the size of its own gradients.

A coordinate with large gradients gets a short step, one with small gradients a long one: the
gradient is divided by a root mean square of itself. Something has to keep the quotient finite
where the gradient is zero; it is called :math:`\epsilon`, and the one thing on which papers,
slides and libraries do not agree is whether it stands outside the root or inside:

.. math:: \frac{g}{\sqrt v + \epsilon} \qquad\text{or}\qquad \frac{g}{\sqrt{v + \epsilon}}.

Inside, it acts on gradients below :math:`\sqrt\epsilon`: for :math:`10^{-7}` those are gradients
smaller than 0.0003, which is no longer small.

Sources: slides 000, 001, 002, 004; J. Duchi, E. Hazan, Y. Singer (2011), *Adaptive subgradient
methods for online learning and stochastic optimization*; T. Tieleman, G. Hinton (2012), *Lecture
6.5: RMSProp*; M. D. Zeiler (2012), *ADADELTA: an adaptive learning rate method*.
"""

from dataclasses import dataclass

import numpy as np

from course_lib.optimizers.base import Optimizer

__all__ = ["AdaGrad", "Adadelta", "RMSProp"]


def damped_root(v, epsilon, inside):
    r"""Return :math:`\sqrt{v + \epsilon}` if `inside`, else :math:`\sqrt v + \epsilon`.

    Examples
    --------
    >>> damped_root(np.array([0.0]), 0.01, inside=True), damped_root(np.array([0.0]), 0.01, False)
    (array([0.1]), array([0.01]))
    """
    return np.sqrt(v + epsilon) if inside else np.sqrt(v) + epsilon


@dataclass(frozen=True)
class AdaGrad(Optimizer):
    r"""AdaGrad: divide by the root of the *sum* of all squared gradients so far.

    .. math::

        r_t = r_{t-1} + g_t^2, \qquad
        \theta_t = \theta_{t-1} - \alpha\, \frac{g_t}{\sqrt{r_t} + \epsilon}.

    The sum only grows, so the steps shrink like :math:`1/\sqrt t`. State: :math:`(r,)`.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha \ge 0`; the length of the first step, whatever the gradient.
    epsilon : float
        :math:`\epsilon \ge 0`.
    epsilon_inside : bool
        Take :math:`\sqrt{r_t + \epsilon}` instead.
    initial_accumulator : float
        :math:`r_0 \ge 0`.

    Variants
    --------
    Outside: slides 001 and 004, and Duchi et al., who start from the diagonal
    :math:`\delta I + \sqrt{r_t}`. Inside: slides 000 and Keras, which has
    :math:`\epsilon = 10^{-7}` and :math:`r_0 = 0.1`, so that its first steps are much shorter.

    Examples
    --------
    >>> rule = AdaGrad(learning_rate=0.5)
    >>> theta, state = rule.step(np.zeros(2), np.array([100.0, 0.01]), rule.init(np.zeros(2)))
    >>> theta.round(4)
    array([-0.5, -0.5])
    """

    epsilon: float = 1e-8
    epsilon_inside: bool = False
    initial_accumulator: float = 0.0

    def init(self, theta):
        """Return the sum before the first gradient."""
        return (np.full_like(theta, self.initial_accumulator),)

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        (r,) = state
        r = r + grad**2
        root = damped_root(r, self.epsilon, self.epsilon_inside)
        return theta - self.learning_rate * grad / root, (r,)


@dataclass(frozen=True)
class RMSProp(Optimizer):
    r"""RMSProp: divide by the root of an *average* of the squared gradients.

    .. math::

        v_t = \beta_2 v_{t-1} + (1 - \beta_2)\, g_t^2, \qquad
        \theta_t = \theta_{t-1} - \alpha\, \frac{g_t}{\sqrt{\hat v_t} + \epsilon},

    with :math:`\hat v_t = v_t / (1 - \beta_2^t)`, or :math:`v_t` itself without bias correction.
    Unlike AdaGrad it forgets, so it can speed up again. State: :math:`(v, t)`.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha \ge 0`.
    beta2 : float
        Weight of the past, in [0, 1).
    epsilon : float
        :math:`\epsilon \ge 0`.
    epsilon_inside : bool
        Take :math:`\sqrt{\hat v_t + \epsilon}` instead.
    bias_correction : bool
        Divide by :math:`1 - \beta_2^t`. Without it the first steps are too *long*: the first one
        is :math:`\alpha / \sqrt{1 - \beta_2}`, 3.16 :math:`\alpha` for 0.9.

    Variants
    --------
    Slides 000 and 001 have both, without and with correction. Outside: slides 001 (corrected) and
    002. Inside: slides 000, 001 (not corrected) and 004, and Keras, which has
    :math:`\epsilon = 10^{-7}` and no correction.

    Examples
    --------
    >>> rule = RMSProp(learning_rate=1.0, bias_correction=True)
    >>> theta, state = rule.step(np.zeros(2), np.array([100.0, 0.01]), rule.init(np.zeros(2)))
    >>> theta.round(4)
    array([-1., -1.])
    """

    learning_rate: float = 0.001
    beta2: float = 0.9
    epsilon: float = 1e-8
    epsilon_inside: bool = False
    bias_correction: bool = False

    def init(self, theta):
        """Return the zero average and the step count 0."""
        return np.zeros_like(theta), 0

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        v, t = state
        t = t + 1
        v = self.beta2 * v + (1 - self.beta2) * grad**2
        v_hat = v / (1 - self.beta2**t) if self.bias_correction else v
        root = damped_root(v_hat, self.epsilon, self.epsilon_inside)
        return theta - self.learning_rate * grad / root, (v, t)


@dataclass(frozen=True)
class Adadelta(Optimizer):
    r"""Adadelta: steps in the units of the parameters, as long as the recent steps were.

    .. math::

        s_t &= \rho\, s_{t-1} + (1 - \rho)\, g_t^2 \\
        \delta_t &= -\sqrt{\frac{d_{t-1} + \epsilon}{s_t + \epsilon}}\; g_t \\
        d_t &= \rho\, d_{t-1} + (1 - \rho)\, \delta_t^2 \\
        \theta_t &= \theta_{t-1} + \alpha_0\, \delta_t

    State: :math:`(s, d)`. Both averages start at zero, so the first step is about
    :math:`\sqrt{\epsilon / (1 - \rho)}`: :math:`\epsilon` decides how fast it gets going, and is a
    learning rate in disguise.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha_0`, which Zeiler does not have: 1.
    rho : float
        Weight of the past, in [0, 1).
    epsilon : float
        :math:`\epsilon > 0`, inside both roots. With 0 it would never start.

    Variants
    --------
    Zeiler (2012), slides 004 and Keras agree on the rule. Keras has :math:`\alpha_0 = 0.001` and
    :math:`\epsilon = 10^{-7}` by default, with which it hardly moves. Slides 000 and 001 accumulate
    :math:`\theta_t^2` instead of :math:`\delta_t^2`: that works only where the minimum is at zero.

    Examples
    --------
    >>> rule = Adadelta()
    >>> theta, state = rule.step(np.zeros(2), np.array([100.0, 1.0]), rule.init(np.zeros(2)))
    >>> theta.round(4)
    array([-0.0045, -0.0045])
    """

    learning_rate: float = 1.0
    rho: float = 0.95
    epsilon: float = 1e-6

    def init(self, theta):
        """Return the two zero averages, of squared gradients and of squared steps."""
        return np.zeros_like(theta), np.zeros_like(theta)

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        s, d = state
        s = self.rho * s + (1 - self.rho) * grad**2
        delta = -np.sqrt(d + self.epsilon) / np.sqrt(s + self.epsilon) * grad
        d = self.rho * d + (1 - self.rho) * delta**2
        return theta + self.learning_rate * delta, (s, d)
