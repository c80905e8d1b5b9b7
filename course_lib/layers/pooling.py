r"""Pooling: one number for each window, to make images smaller."""

from abc import abstractmethod

import numpy as np

from course_lib.layers.base import Layer
from course_lib.layers.convolution import taps

__all__ = ["AveragePool2D", "MaxPool2D"]


class _Pool2D(Layer):
    """What both poolings share: a square window and its stride."""

    def __init__(self, size=2, stride=None):
        super().__init__()
        self.stride = size if stride is None else stride
        if size < 1 or self.stride < 1:
            raise ValueError(
                f"size and stride must be at least 1. Received: size={size}, stride={stride}"
            )
        self.window = (size, size)

    def _taps(self, x):
        if x.ndim != 4:
            raise ValueError(
                f"{type(self).__name__} needs x of shape (N, H, W, C). Received: x.shape={x.shape}"
            )
        return taps(x, self.window, self.stride)

    def backward(self, dy):
        """Return the gradient of `x`: every window's `dy`, shared among its pixels."""
        dx = np.zeros(self.x.shape, dtype=dy.dtype)
        for view, share in zip(self._taps(dx), self._shares(dy), strict=True):
            view += share
        return dx

    @abstractmethod
    def _shares(self, dy):
        """Yield the part of `dy` that goes to each entry of the window."""


class MaxPool2D(_Pool2D):
    r"""The largest value of each window.

    The gradient goes to the pixel that was the largest, and to no other.

    Parameters
    ----------
    size : int
        Height and width of the window.
    stride : int, optional
        Pixels from one window to the next; `size` if not given, so that windows do not overlap.
        What is left over at the right and at the bottom is ignored.

    Raises
    ------
    ValueError
        If `size` or `stride` is smaller than 1; from ``forward``, if `x` is not ``(N, H, W, C)``
        or smaller than the window.

    Variants
    --------
    Of several equal maxima the first one, row by row, takes the whole gradient, as in Keras on
    TensorFlow. Keras can also pad (``padding="same"``); this layer does not.

    Examples
    --------
    >>> layer = MaxPool2D(2)
    >>> layer.forward(np.array([[1.0, 5.0], [5.0, 2.0]]).reshape(1, 2, 2, 1)).ravel()
    array([5.])
    >>> layer.backward(np.ones((1, 1, 1, 1))).ravel()
    array([0., 1., 0., 0.])
    """

    def forward(self, x, training=False):
        """Return the largest value of each window."""
        self.x = x
        self.y = np.maximum.reduce(self._taps(x))
        return self.y

    def _shares(self, dy):
        waiting = np.ones(dy.shape, dtype=bool)
        for view in self._taps(self.x):
            first = waiting & (view == self.y)
            waiting &= ~first
            yield first * dy


class AveragePool2D(_Pool2D):
    r"""The mean of each window; every pixel of the window takes an equal share of the gradient.

    Parameters
    ----------
    size : int
        Height and width of the window.
    stride : int, optional
        Pixels from one window to the next; `size` if not given.

    Raises
    ------
    ValueError
        As for :class:`MaxPool2D`.

    Examples
    --------
    >>> layer = AveragePool2D(2)
    >>> layer.forward(np.array([[1.0, 5.0], [5.0, 2.0]]).reshape(1, 2, 2, 1)).ravel()
    array([3.25])
    >>> layer.backward(np.ones((1, 1, 1, 1))).ravel()
    array([0.25, 0.25, 0.25, 0.25])
    """

    def forward(self, x, training=False):
        """Return the mean of each window."""
        self.x = x
        return sum(self._taps(x)) / self.window[0] ** 2

    def _shares(self, dy):
        n = self.window[0] ** 2
        return [dy / n] * n
