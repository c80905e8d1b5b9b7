r"""The layers of a multilayer perceptron: Dense, Activation, Softmax, Flatten."""

import numpy as np

from course_lib.activations import softmax, softmax_jvp
from course_lib.initializers import glorot_uniform
from course_lib.layers.base import Layer, check_features

__all__ = ["Activation", "Dense", "Flatten", "Softmax"]


class Dense(Layer):
    r"""Every unit sees every input, :math:`Y = XW + b`.

    .. math:: dW = X^\top dY, \qquad db = \textstyle\sum_i dY_i, \qquad dX = dY\, W^\top

    Parameters
    ----------
    n_in, n_out : int
        Number of inputs and of units.
    rng : numpy.random.Generator
        Source of the weights.
    initializer : callable
        ``(rng, shape) -> W``, from :mod:`course_lib.initializers`. Biases start at zero.

    Attributes
    ----------
    params : dict
        ``"W"`` ``(n_in, n_out)`` and ``"b"`` ``(n_out,)``.

    Raises
    ------
    ValueError
        From ``forward``, if the last axis of `x` is not `n_in`.

    Notes
    -----
    `x` is ``(N, n_in)``; further axes in front, such as time, are treated like samples.

    Variants
    --------
    Keras has the same shapes and the same default. Slides 002 and 004 write samples as columns:
    their :math:`W` is the transpose of this one, and :math:`dW = dZ\, A^\top`.

    Examples
    --------
    >>> layer = Dense(3, 2, np.random.default_rng(0))
    >>> layer.forward(np.ones((4, 3))).shape
    (4, 2)
    >>> layer.backward(np.ones((4, 2))).shape
    (4, 3)
    >>> layer.grads["b"]
    array([4., 4.])
    """

    def __init__(self, n_in, n_out, rng, initializer=glorot_uniform):
        super().__init__()
        self.params = {"W": initializer(rng, (n_in, n_out)), "b": np.zeros(n_out)}

    def forward(self, x, training=False):
        """Return the pre-activations ``x @ W + b``."""
        W, b = self.params["W"], self.params["b"]
        check_features(self, x, len(W))
        self.x = x
        return x @ W + b

    def backward_params(self, dy):
        """Set the gradients of ``W`` and ``b``."""
        n_in, n_out = self.params["W"].shape
        X, dY = self.x.reshape(-1, n_in), dy.reshape(-1, n_out)
        self.grads = {"W": X.T @ dY, "b": dY.sum(axis=0)}

    def backward(self, dy):
        """Set the gradients of ``W`` and ``b``, and return that of `x`."""
        self.backward_params(dy)
        return dy @ self.params["W"].T


class Activation(Layer):
    r"""An activation on every entry, :math:`Y = g(X)`, :math:`dX = dY \odot g'(X)`.

    Parameters
    ----------
    g, g_prime : callable
        An elementwise function and its derivative, from :mod:`course_lib.activations`.

    Examples
    --------
    >>> from course_lib.activations import relu, relu_prime
    >>> layer = Activation(relu, relu_prime)
    >>> layer.forward(np.array([[-1.0, 2.0]]))
    array([[0., 2.]])
    >>> layer.backward(np.array([[5.0, 5.0]]))
    array([[0., 5.]])
    """

    def __init__(self, g, g_prime):
        super().__init__()
        self.g, self.g_prime = g, g_prime

    def __str__(self):
        return f"Activation {self.g.__name__}"

    def forward(self, x, training=False):
        """Return ``g(x)``."""
        self.x = x
        return self.g(x)

    def backward(self, dy):
        """Return ``dy * g_prime(x)``."""
        return dy * self.g_prime(self.x)


class Softmax(Layer):
    r"""The softmax over the last axis, as a layer.

    For training leave it out: :func:`course_lib.losses.cross_entropy` takes logits, and contains
    it in a stable form.

    Examples
    --------
    >>> Softmax().forward(np.array([[1.0, 1.0, 1.0, 1.0]]))
    array([[0.25, 0.25, 0.25, 0.25]])
    """

    def forward(self, x, training=False):
        """Return probabilities that add up to 1 along the last axis."""
        self.x = x
        return softmax(x)

    def backward(self, dy):
        """Return the product of `dy` with the Jacobian of the softmax."""
        return softmax_jvp(self.x, dy)


class Flatten(Layer):
    r"""One row for each sample, ``(N, H, W, C)`` to ``(N, H * W * C)``, channels fastest.

    Examples
    --------
    >>> layer = Flatten()
    >>> layer.forward(np.zeros((5, 4, 4, 3))).shape
    (5, 48)
    >>> layer.backward(np.zeros((5, 48))).shape
    (5, 4, 4, 3)
    """

    def forward(self, x, training=False):
        """Return `x` with one row for each sample."""
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dy):
        """Return `dy` in the shape of the inputs."""
        return dy.reshape(self.shape)
