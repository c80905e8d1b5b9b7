r"""Relatives of Adam: another norm, a memory for the largest average, a look ahead.

Sources: slides 000 and 001, which name all three and give a formula for Adamax only; D. P. Kingma,
J. Ba (2015), section 7.1 (Adamax); S. J. Reddi, S. Kale, S. Kumar (2018), *On the convergence of
Adam and beyond* (AMSGrad); T. Dozat (2016), *Incorporating Nesterov momentum into Adam* (Nadam).
"""

from dataclasses import dataclass

import numpy as np

from course_lib.optimizers.adam import Adam, corrected_direction
from course_lib.optimizers.base import Optimizer

__all__ = ["AMSGrad", "Adamax", "Nadam"]


@dataclass(frozen=True)
class Adamax(Optimizer):
    r"""Adamax: the largest recent gradient instead of the root of a mean square.

    .. math::

        m_t = \beta_1 m_{t-1} + (1 - \beta_1)\, g_t, \qquad
        u_t = \max(\beta_2 u_{t-1}, |g_t|), \qquad
        \theta_t = \theta_{t-1} - \frac{\alpha}{1 - \beta_1^t}\, \frac{m_t}{u_t + \epsilon}.

    A maximum is not biased by its start at zero, so only :math:`m` is corrected. State:
    :math:`(m, u, t)`.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha \ge 0`.
    beta1, beta2 : float
        Weight of the past and decay of the maximum, in [0, 1).
    epsilon : float
        :math:`\epsilon \ge 0`, added to the maximum.

    Variants
    --------
    The paper and slides 000 and 001 have no :math:`\epsilon`, which leaves 0/0 for a coordinate
    whose gradient is still zero; Keras adds it where it stands here, with :math:`10^{-7}`.

    Examples
    --------
    >>> rule = Adamax(learning_rate=0.1)
    >>> theta, state = rule.step(np.zeros(2), np.array([100.0, 0.0]), rule.init(np.zeros(2)))
    >>> theta.round(4)
    array([-0.1,  0. ])
    """

    learning_rate: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def init(self, theta):
        """Return the zero average, the zero maximum and the step count 0."""
        return np.zeros_like(theta), np.zeros_like(theta), 0

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        m, u, t = state
        t = t + 1
        m = self.beta1 * m + (1 - self.beta1) * grad
        u = np.maximum(self.beta2 * u, np.abs(grad))
        m_hat = m / (1 - self.beta1**t)
        return theta - self.learning_rate * m_hat / (u + self.epsilon), (m, u, t)


@dataclass(frozen=True)
class AMSGrad(Adam):
    r"""AMSGrad: Adam whose per-coordinate rates never grow again.

    .. math::

        v^{\max}_t = \max(v^{\max}_{t-1}, v_t), \qquad
        \theta_t = \theta_{t-1} - \alpha\, \frac{m_t / (1 - \beta_1^t)}
                   {\sqrt{v^{\max}_t / (1 - \beta_2^t)} + \epsilon},

    with :math:`m_t, v_t` as in :class:`Adam`. A rare large gradient is what Adam forgets too soon:
    there are convex problems on which it then converges to the worst point. State:
    :math:`(m, v, v^{\max}, t)`.

    Parameters
    ----------
    learning_rate, beta1, beta2, epsilon, bias_correction, epsilon_hat
        As for :class:`Adam`.

    Variants
    --------
    The maximum is taken of the uncorrected :math:`v`, as in Keras (``epsilon_hat=True``) and
    PyTorch (this default). Reddi et al. have no bias correction (``bias_correction=False``) and no
    :math:`\epsilon`. The slides give no formula.

    Examples
    --------
    >>> rule, theta = AMSGrad(), np.zeros(1)
    >>> state = rule.init(theta)
    >>> for g in (10.0, 0.0, 0.0):
    ...     theta, state = rule.step(theta, np.array([g]), state)
    >>> bool(state[2] > state[1])
    True
    """

    def init(self, theta):
        """Return the two zero averages, the zero maximum and the step count 0."""
        return np.zeros_like(theta), np.zeros_like(theta), np.zeros_like(theta), 0

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        m, v, v_max, t = state
        t = t + 1
        m = self.beta1 * m + (1 - self.beta1) * grad
        v = self.beta2 * v + (1 - self.beta2) * grad**2
        v_max = np.maximum(v_max, v)
        direction = corrected_direction(m, v_max, t, self)
        return theta - self.learning_rate * direction, (m, v, v_max, t)


@dataclass(frozen=True)
class Nadam(Optimizer):
    r"""Nadam: Adam that looks one step ahead, as Nesterov's momentum does.

    With :math:`\mu_t = \beta_1 (1 - \tfrac12 \psi^t)` and :math:`P_t = \mu_1 \cdots \mu_t`,

    .. math::

        \bar m_t = \frac{\mu_{t+1}}{1 - P_{t+1}}\, m_t + \frac{1 - \mu_t}{1 - P_t}\, g_t, \qquad
        \theta_t = \theta_{t-1} - \alpha\, \frac{\bar m_t}{\sqrt{\hat v_t} + \epsilon},

    with :math:`m_t, \hat v_t` as in :class:`Adam`: the next step's momentum, and this step's
    gradient once more. State: :math:`(m, v, P, t)`.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha \ge 0`.
    beta1, beta2 : float
        Weights of the past, in [0, 1).
    epsilon : float
        :math:`\epsilon \ge 0`, outside the root of the corrected :math:`\hat v_t`.
    schedule_decay : float
        :math:`\psi` in [0, 1); the momentum warms up from about :math:`\beta_1 / 2`. With 0 it is
        constant, :math:`\mu_t = \beta_1`.

    Variants
    --------
    Keras: as here, with :math:`\epsilon = 10^{-7}`. PyTorch: :math:`\psi = 0.96^{0.004}`, a much
    slower warm-up. Dozat uses :math:`\mu_t` in place of :math:`\beta_1` in the average
    :math:`m_t` as well. The slides give no formula.

    Examples
    --------
    >>> rule = Nadam(learning_rate=0.1, schedule_decay=0)
    >>> theta, state = rule.step(np.zeros(1), np.ones(1), rule.init(np.zeros(1)))
    >>> round(float(-theta[0]) / 0.1, 6)  # 1 + beta1 (1 - beta1) / (1 - beta1**2)
    1.473684
    """

    learning_rate: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    schedule_decay: float = 0.96

    def init(self, theta):
        """Return the two zero averages, the empty product 1 and the step count 0."""
        return np.zeros_like(theta), np.zeros_like(theta), 1.0, 0

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        m, v, product, t = state
        t = t + 1
        mu = self.beta1 * (1 - 0.5 * self.schedule_decay**t)
        mu_next = self.beta1 * (1 - 0.5 * self.schedule_decay ** (t + 1))
        product = product * mu

        m = self.beta1 * m + (1 - self.beta1) * grad
        v = self.beta2 * v + (1 - self.beta2) * grad**2
        m_bar = mu_next * m / (1 - product * mu_next) + (1 - mu) * grad / (1 - product)
        v_hat = v / (1 - self.beta2**t)
        theta = theta - self.learning_rate * m_bar / (np.sqrt(v_hat) + self.epsilon)
        return theta, (m, v, product, t)
