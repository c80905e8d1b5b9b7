r"""Rules that listen to the sign of a gradient only, and adapt one step size per coordinate.

If a partial derivative keeps its sign, the step was in the right direction and may grow; if the
sign flips, the step went too far and must shrink. With mini-batches the sign is noise as often as
signal: these are rules for the full gradient.

Sources: slides 004 (delta-bar-delta) and 003 (Rprop, by name); R. A. Jacobs (1988), *Increased
rates of convergence through learning rate adaptation*; M. Riedmiller, H. Braun (1993), *A direct
adaptive method for faster backpropagation learning: the RPROP algorithm*; C. Igel, M. Hüsken
(2003), *Empirical evaluation of the improved Rprop learning algorithms*.
"""

from dataclasses import dataclass

import numpy as np

from course_lib.optimizers.base import Optimizer

__all__ = ["DeltaBarDelta", "Rprop"]


@dataclass(frozen=True)
class DeltaBarDelta(Optimizer):
    r"""Delta-bar-delta: gains grow by addition and shrink by multiplication.

    With the average :math:`\bar\delta_t = \beta\, \bar\delta_{t-1} + (1 - \beta)\, g_t`,

    .. math::

        h_t = \begin{cases}
            h_{t-1} + \kappa & \bar\delta_{t-1}\, g_t > 0 \\
            (1 - \phi)\, h_{t-1} & \bar\delta_{t-1}\, g_t < 0 \\
            h_{t-1} & \text{else}
        \end{cases}
        \qquad \theta_t = \theta_{t-1} - \alpha\, h_t\, g_t, \qquad h_0 = 1.

    Slow to grow and fast to shrink: a step that is too long does more harm than one that is too
    short. State: :math:`(h, \bar\delta)`.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha \ge 0`, the rate of a coordinate whose gain is 1.
    kappa : float
        :math:`\kappa \ge 0`, what is added to a gain.
    phi : float
        :math:`\phi` in [0, 1), the share that is taken off a gain.
    beta : float
        Weight of the past in :math:`\bar\delta`, in [0, 1).

    Variants
    --------
    Jacobs adapts the rates :math:`\alpha h` themselves, so his :math:`\kappa` is
    :math:`\alpha\kappa` here; with gains a schedule of :math:`\alpha` keeps its meaning. Slides 004
    give the principle without a formula. Keras has neither this rule nor the next.

    Examples
    --------
    >>> rule, theta = DeltaBarDelta(learning_rate=0.1, kappa=0.5, phi=0.5), np.zeros(2)
    >>> state = rule.init(theta)
    >>> for g in ([1.0, 1.0], [1.0, -1.0]):
    ...     theta, state = rule.step(theta, np.array(g), state)
    >>> state[0]
    array([1.5, 0.5])
    """

    kappa: float = 0.05
    phi: float = 0.2
    beta: float = 0.7

    def init(self, theta):
        """Return gains of one and the zero average."""
        return np.ones_like(theta), np.zeros_like(theta)

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        gain, average = state
        agreement = np.sign(average) * np.sign(grad)
        grown, shrunk = gain + self.kappa, gain * (1 - self.phi)
        gain = np.where(agreement > 0, grown, np.where(agreement < 0, shrunk, gain))
        average = self.beta * average + (1 - self.beta) * grad
        return theta - self.learning_rate * gain * grad, (gain, average)


@dataclass(frozen=True)
class Rprop(Optimizer):
    r"""Rprop: the size of the gradient is ignored altogether.

    .. math::

        \Delta_t = \begin{cases}
            \min(\eta^+ \Delta_{t-1}, \Delta_{\max}) & g_{t-1}\, g_t > 0 \\
            \max(\eta^- \Delta_{t-1}, \Delta_{\min}) & g_{t-1}\, g_t < 0 \\
            \Delta_{t-1} & \text{else}
        \end{cases}
        \qquad \theta_t = \theta_{t-1} - \Delta_t\, \operatorname{sign}(g_t).

    Where the sign has flipped, :math:`g_t` is set to 0: the coordinate waits for one step, and the
    next one does not count as another flip. State: :math:`(\Delta, g)`.

    Parameters
    ----------
    learning_rate : float
        :math:`\Delta_0`, the first step size. Later steps adapt themselves, so a schedule of the
        learning rate has no effect after the first step.
    increase, decrease : float
        :math:`\eta^+ \ge 1` and :math:`\eta^-` in [0, 1).
    step_min, step_max : float
        :math:`0 \le \Delta_{\min} \le \Delta_{\max}`.

    Raises
    ------
    ValueError
        If `increase` is below 1 or `step_min` above `step_max`.

    Variants
    --------
    This is iRprop− of Igel and Hüsken, which PyTorch has too. Riedmiller and Braun also take back
    the last step of a coordinate whose sign has flipped.

    Examples
    --------
    >>> rule, theta = Rprop(learning_rate=0.5), np.zeros(2)
    >>> state = rule.init(theta)
    >>> for g in ([1e-6, 1.0], [1e6, -1.0]):
    ...     theta, state = rule.step(theta, np.array(g), state)
    >>> theta, state[0]
    (array([-1.1, -0.5]), array([0.6 , 0.25]))
    """

    learning_rate: float = 0.1
    increase: float = 1.2
    decrease: float = 0.5
    step_min: float = 1e-6
    step_max: float = 50.0

    def __post_init__(self):
        super().__post_init__()
        if self.increase < 1:
            raise ValueError(f"increase must be at least 1. Received: increase={self.increase}")
        if self.step_min > self.step_max:
            raise ValueError(
                "step_min must not exceed step_max. "
                f"Received: step_min={self.step_min}, step_max={self.step_max}"
            )

    def init(self, theta):
        """Return the first step sizes and a zero gradient."""
        return np.full_like(theta, self.learning_rate), np.zeros_like(theta)

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`."""
        size, previous = state
        agreement = np.sign(previous) * np.sign(grad)
        grown = np.minimum(size * self.increase, self.step_max)
        shrunk = np.maximum(size * self.decrease, self.step_min)
        size = np.where(agreement > 0, grown, np.where(agreement < 0, shrunk, size))
        grad = np.where(agreement < 0, 0, grad)
        return theta - size * np.sign(grad), (size, grad)
