r"""The protocol of a layer: forward, backward, and two dictionaries.

A layer is a function of its inputs and its parameters. ``forward`` computes it and keeps what
``backward`` will need; ``backward`` is handed the gradient of the loss with respect to the
layer's outputs, puts the gradients of its parameters into ``grads``, and returns the gradient
with respect to its inputs, which is what the layer before is waiting for:

.. math:: \frac{\partial L}{\partial x} = \frac{\partial L}{\partial y}
          \frac{\partial y}{\partial x}, \qquad
          \frac{\partial L}{\partial W} = \frac{\partial L}{\partial y}
          \frac{\partial y}{\partial W}.

In the words of slide 004: ``backward`` receives from above, and passes on, the
:math:`\mathcal P` of its neighbours.

Source: slide 004 (*Backpropagation*). The protocol is that of J. Grus's *joelnet* (2017).
"""

from abc import ABC, abstractmethod

__all__ = ["Layer"]


class Layer(ABC):
    """Base class of all layers.

    Attributes
    ----------
    params : dict of str to ndarray
        What is trained. An optimizer writes into these arrays.
    grads : dict of str to ndarray
        Gradients of the loss, by the names of `params`; set by :meth:`backward`.
    state : dict of str to ndarray
        What is kept between batches but not trained, such as running means.

    Examples
    --------
    A layer is a class with two methods:

    >>> import numpy as np
    >>> class Square(Layer):
    ...     def forward(self, x, training=False):
    ...         self.x = x
    ...         return x**2
    ...
    ...     def backward(self, dy):
    ...         return 2 * self.x * dy
    >>> layer = Square()
    >>> layer.forward(np.array([[3.0]])), layer.backward(np.array([[1.0]]))
    (array([[9.]]), array([[6.]]))
    """

    def __init__(self):
        self.params, self.grads, self.state = {}, {}, {}

    def __str__(self):
        return type(self).__name__

    @abstractmethod
    def forward(self, x, training=False):
        """Compute the outputs.

        Parameters
        ----------
        x : ndarray
            Inputs, batch first.
        training : bool
            Whether this is a step of training; dropout and batch normalisation differ.

        Returns
        -------
        ndarray
            Outputs, batch first.
        """

    @abstractmethod
    def backward(self, dy):
        """Compute the gradients, at the inputs of the last :meth:`forward`.

        Parameters
        ----------
        dy : ndarray
            Gradient of the loss with respect to the outputs.

        Returns
        -------
        ndarray
            Gradient of the loss with respect to the inputs.
        """

    def backward_params(self, dy):
        """Compute the gradients of the parameters only.

        That is all that training needs of the first layer of a network. A layer for which it is
        less work than :meth:`backward` says so by its own method.

        Parameters
        ----------
        dy : ndarray
            Gradient of the loss with respect to the outputs.
        """
        self.backward(dy)

    def astype(self, dtype):
        """Convert the parameters and the state to a floating type, and return the layer.

        Layers are made in float64. float32 halves memory and time; the inputs must be float32
        too, because NumPy computes with the wider of two types.
        """
        for arrays in (self.params, self.state):
            for name in arrays:
                arrays[name] = arrays[name].astype(dtype)
        return self


def check_features(layer, x, n_features, n_axes=None):
    """Refuse inputs whose last axis, or whose number of axes, is not what the layer expects."""
    if x.ndim < 2 or x.shape[-1] != n_features or n_axes not in (None, x.ndim):
        front = {None: "N, ...", 2: "N", 3: "N, T", 4: "N, H, W"}[n_axes]
        raise ValueError(
            f"{type(layer).__name__} needs x of shape ({front}, {n_features}). "
            f"Received: x.shape={x.shape}"
        )
