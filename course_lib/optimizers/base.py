r"""The protocol of an optimizer: hyperparameters that stay, a state that travels.

A rule is a frozen dataclass of hyperparameters. What it remembers from step to step, the *state*,
is handed in and handed back:

>>> from course_lib.optimizers import Momentum
>>> rule = Momentum(learning_rate=0.5)
>>> theta = np.array([1.0, -2.0])
>>> state = rule.init(theta)
>>> for _ in range(200):
...     theta, state = rule.step(theta, 2 * theta, state)
>>> bool(np.abs(theta).max() < 1e-4)
True

Nothing is modified, so two runs can share a start, and a rule can be compared with another one
from the same point. A network has many arrays; :meth:`Optimizer.update` steps all of them.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields, replace
from numbers import Real

import numpy as np

__all__ = ["Optimizer"]

#: Hyperparameters that are weights of an average, or shares: at least 0 and less than 1.
FRACTIONS = {"beta", "beta1", "beta2", "momentum", "rho", "phi", "decrease", "schedule_decay"}


@dataclass(frozen=True)
class Optimizer(ABC):
    r"""Base class of all update rules.

    A subclass defines :meth:`init` and :meth:`step` for one array; :meth:`update` follows.

    Parameters
    ----------
    learning_rate : float
        Length of a step, :math:`\alpha \ge 0`.

    Raises
    ------
    TypeError
        If a hyperparameter is not a number.
    ValueError
        If one is negative or infinite, or if the weight of an average is not in [0, 1).

    Examples
    --------
    The simplest rule there is:

    >>> class SignDescent(Optimizer):
    ...     def init(self, theta):
    ...         return ()
    ...
    ...     def step(self, theta, grad, state):
    ...         return theta - self.learning_rate * np.sign(grad), state
    >>> SignDescent(learning_rate=0.25).step(np.array([1.0, 1.0]), np.array([-9.0, 0.1]), ())
    (array([1.25, 0.75]), ())
    """

    learning_rate: float = 0.01

    def __post_init__(self):
        for field in fields(self):
            name, value = field.name, getattr(self, field.name)
            if field.type is bool:
                continue
            if not isinstance(value, Real):
                raise TypeError(f"{name} must be a number. Received: {name}={value!r}")
            upper = 1 if name in FRACTIONS else np.inf
            if not 0 <= value < upper:
                raise ValueError(f"{name} must be in [0, {upper}). Received: {name}={value}")
            # A NumPy float64 among the hyperparameters would turn float32 parameters into float64.
            object.__setattr__(self, name, float(value))

    @abstractmethod
    def init(self, theta):
        """Return the state before the first step, for parameters `theta`."""

    @abstractmethod
    def step(self, theta, grad, state):
        """Take one step and return the new parameters and the new state.

        Parameters
        ----------
        theta : ndarray
            Parameters, any shape.
        grad : ndarray
            Gradient of the loss at `theta`, same shape.
        state : tuple
            From :meth:`init` or from the step before.

        Returns
        -------
        theta : ndarray
            New parameters, same shape and floating type.
        state : tuple
            New state.
        """

    def update(self, params, grads, states, learning_rate=None):
        """Take one step for every array of a network, in place.

        This is the only place of the library where parameters are written.

        Parameters
        ----------
        params : dict of str to ndarray
            The arrays of the network; those that have a gradient are overwritten.
        grads : dict of str to ndarray
            Their gradients, by the same names.
        states : dict of str to tuple
            One state per array. Start with an empty dictionary; it is filled here.
        learning_rate : float, optional
            Learning rate of this step, instead of the rule's own: the value of a schedule.

        Raises
        ------
        ValueError
            If a gradient has no parameter of its name, or another shape than its parameter.
        TypeError
            If a parameter is not an array of floats.

        Examples
        --------
        >>> from course_lib.optimizers import SGD
        >>> params, states = {"W": np.array([[1.0, 2.0]]), "b": np.array([3.0])}, {}
        >>> grads = {"W": np.array([[1.0, 1.0]]), "b": np.array([1.0])}
        >>> SGD(learning_rate=0.5).update(params, grads, states)
        >>> params["W"], params["b"]
        (array([[0.5, 1.5]]), array([2.5]))
        """
        rule = self if learning_rate is None else replace(self, learning_rate=learning_rate)
        for name, grad in grads.items():
            _check(name, params, grad)
            theta = params[name]
            state = states[name] if name in states else rule.init(theta)
            params[name][...], states[name] = rule.step(theta, grad, state)


def _check(name, params, grad):
    """Refuse what NumPy would broadcast or truncate in silence."""
    if name not in params:
        raise ValueError(f"grads[{name!r}] has no parameter. Received: params={sorted(params)}")
    theta = params[name]
    if not (isinstance(theta, np.ndarray) and np.issubdtype(theta.dtype, np.floating)):
        kind = getattr(theta, "dtype", type(theta).__name__)
        raise TypeError(f"params[{name!r}] must be an array of floats. Received: {kind}")
    if np.shape(grad) != theta.shape:
        raise ValueError(
            f"grads[{name!r}] must have the shape of its parameter, {theta.shape}. "
            f"Received: {np.shape(grad)}"
        )
