r"""Regularisers: a price for large weights.

A **penalty** is added to the loss; its gradient is added to the loss's gradient and then goes
through whatever the optimizer does to gradients. A **decoupled** regulariser changes the weights
itself, beside the optimizer's step. For gradient descent it makes no difference whether
:math:`\tfrac\lambda2\|W\|^2` is a penalty or a decay; for Adam, which divides each gradient by its
own size, it does. And for :math:`\lambda\|W\|_1` only the decoupled form, the soft threshold, gives
weights that are exactly zero.

Decoupled regularisers are update rules that need no gradient: they have the protocol of
:class:`course_lib.optimizers.Optimizer`, and like them are applied to a network by ``update``.

Biases, and the gamma and beta of batch normalisation, are not meant to be small: penalise the
weights (:func:`weights_of`) only.

Source: slides 002 and 003 (L2, L1); errata of both are under Variants.
"""

from dataclasses import dataclass

import numpy as np

from course_lib.optimizers.base import Optimizer

__all__ = ["L1", "L2", "SoftThreshold", "WeightDecay", "soft_threshold", "weights_of"]


def weights_of(arrays):
    """Those of a dictionary of parameters, or gradients, that have two axes or more.

    Matrices and kernels do; biases, gammas and betas have one axis.

    Examples
    --------
    >>> sorted(weights_of({"0.W": np.ones((2, 3)), "0.b": np.ones(3)}))
    ['0.W']
    """
    return {name: array for name, array in arrays.items() if array.ndim >= 2}


@dataclass(frozen=True)
class _Penalty:
    strength: float

    def __post_init__(self):
        if not self.strength >= 0:
            raise ValueError(f"strength must not be negative. Received: strength={self.strength}")


class L2(_Penalty):
    r"""Ridge penalty, :math:`\tfrac\lambda2 \sum \theta_i^2`, of gradient :math:`\lambda\theta`.

    Parameters
    ----------
    strength : float
        :math:`\lambda \ge 0`.

    Raises
    ------
    ValueError
        If `strength` is negative.

    Variants
    --------
    ``keras.regularizers.L2(l)`` is :math:`l \sum \theta^2`: it equals ``L2(2 * l)``. Slide 002
    writes :math:`\tfrac{\lambda}{2m}` for `m` samples: ``L2(lambda / m)``.

    Examples
    --------
    >>> L2(0.5).penalty(np.array([2.0, -4.0])), L2(0.5).gradient(np.array([2.0, -4.0]))
    (5.0, array([ 1., -2.]))
    """

    def penalty(self, theta):
        """Return the price of `theta`, a number."""
        return 0.5 * self.strength * float(np.sum(theta**2))

    def gradient(self, theta):
        """Return the gradient of the price, of the shape of `theta`."""
        return self.strength * theta


class L1(_Penalty):
    r"""Lasso penalty, :math:`\lambda \sum_i |\theta_i|`.

    Its gradient is :math:`\lambda\,\mathrm{sign}(\theta)`, or rather a *subgradient*: at 0 there is
    no derivative, and 0 is chosen. Descent along it jumps over zero for ever; weights get small
    but not zero. See :class:`SoftThreshold`.

    Parameters
    ----------
    strength : float
        :math:`\lambda \ge 0`.

    Raises
    ------
    ValueError
        If `strength` is negative.

    Variants
    --------
    Same as ``keras.regularizers.L1``. Slide 003 says that TensorFlow and PyTorch have none, and
    leaves the sign at 0 undefined.

    Examples
    --------
    >>> L1(0.5).penalty(np.array([2.0, -4.0])), L1(0.5).gradient(np.array([2.0, 0.0]))
    (3.0, array([0.5, 0. ]))
    """

    def penalty(self, theta):
        """Return the price of `theta`, a number."""
        return self.strength * float(np.sum(np.abs(theta)))

    def gradient(self, theta):
        """Return a subgradient of the price, of the shape of `theta`."""
        return self.strength * np.sign(theta)


@dataclass(frozen=True)
class WeightDecay(Optimizer):
    r"""Decoupled weight decay, :math:`\theta \leftarrow (1 - \alpha\lambda)\,\theta`.

    To be applied *before* the optimizer's step, with the gradient of the old weights: followed by
    gradient descent it is then exactly the penalty :class:`L2`, followed by Adam it is AdamW.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha`; that of the optimizer.
    strength : float
        :math:`\lambda \ge 0`.

    References
    ----------
    Loshchilov, Hutter (2019), *Decoupled weight decay regularization*.

    Variants
    --------
    As in Keras and PyTorch the decay is multiplied by the learning rate. In the paper it is not;
    it follows the schedule only.

    Examples
    --------
    >>> WeightDecay(learning_rate=0.5, strength=0.2).step(np.array([1.0, -2.0]), None, ())
    (array([ 0.9, -1.8]), ())
    """

    strength: float = 0.01

    def init(self, theta):
        """Return the empty state."""
        return ()

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`; `grad` is not used."""
        return (1 - self.learning_rate * self.strength) * theta, state


def soft_threshold(theta, threshold):
    r"""Pull every entry towards 0 by `threshold`, and stop there.

    .. math:: \mathrm{sign}(\theta_i) \max(|\theta_i| - t, 0)
              = \arg\min_x \tfrac12 (x - \theta_i)^2 + t\,|x|

    Parameters
    ----------
    theta : array_like
        Any shape.
    threshold : float
        :math:`t \ge 0`.

    Returns
    -------
    ndarray
        Same shape as `theta`.

    Raises
    ------
    ValueError
        If `threshold` is negative.

    Examples
    --------
    >>> soft_threshold([3.0, -0.5, -2.0], 1.0)
    array([ 2., -0., -1.])
    """
    if not threshold >= 0:
        raise ValueError(f"threshold must not be negative. Received: threshold={threshold}")
    return np.sign(theta) * np.maximum(np.abs(theta) - threshold, 0)


@dataclass(frozen=True)
class SoftThreshold(Optimizer):
    r"""Decoupled L1, :math:`\theta \leftarrow \mathrm{soft\_threshold}(\theta, \alpha\lambda)`.

    To be applied *after* the optimizer's step. After gradient descent this is the proximal
    gradient method (ISTA), which minimises loss plus :math:`\lambda\|\theta\|_1` for
    :math:`\alpha \le 1/L`, with exact zeros. After a rule that scales every coordinate
    differently, such as Adam, there are zeros too, but the minimum is another one.

    Parameters
    ----------
    learning_rate : float
        :math:`\alpha`; that of the optimizer.
    strength : float
        :math:`\lambda \ge 0`.

    References
    ----------
    Beck, Teboulle (2009), *A fast iterative shrinkage-thresholding algorithm*, section 2.

    Examples
    --------
    >>> SoftThreshold(learning_rate=0.5, strength=0.2).step(np.array([1.0, -0.05]), None, ())
    (array([ 0.9, -0. ]), ())
    """

    strength: float = 0.01

    def init(self, theta):
        """Return the empty state."""
        return ()

    def step(self, theta, grad, state):
        """See :meth:`Optimizer.step`; `grad` is not used."""
        return soft_threshold(theta, self.learning_rate * self.strength), state
