r"""Dropout: units that are absent at random cannot be relied on."""

from course_lib.layers.base import Layer

__all__ = ["Dropout"]


class Dropout(Layer):
    r"""In training, each entry is 0 with probability `rate`, else divided by 1 - `rate`.

    .. math:: Y = M \odot X, \qquad dX = M \odot dY, \qquad
              M_{ij} = \begin{cases} 0 & \text{with probability } p \\
              1 / (1 - p) & \text{otherwise} \end{cases}

    so that the expected output is the input. In inference it does nothing.

    Parameters
    ----------
    rate : float
        Probability :math:`p` of being dropped, in [0, 1).
    rng : numpy.random.Generator
        Source of the masks: a new one in every forward pass, and for every sample.

    Raises
    ------
    ValueError
        If `rate` is not in [0, 1).

    Variants
    --------
    This is the *inverted* form, as in Keras. Srivastava et al. (2014) scale the weights in
    inference instead, by the probability of *keeping* a unit, which they call :math:`p`. Slide 003
    has the mask without any scaling. It and Keras also allow a rate of 1; then Keras returns zeros.

    References
    ----------
    Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov (2014), *Dropout: a simple way to
    prevent neural networks from overfitting*.

    Examples
    --------
    >>> import numpy as np
    >>> layer = Dropout(0.5, np.random.default_rng(0))
    >>> layer.forward(np.ones((2, 5)), training=True)
    array([[2., 0., 0., 0., 2.],
           [2., 2., 2., 2., 2.]])
    >>> layer.forward(np.ones((1, 5)))
    array([[1., 1., 1., 1., 1.]])
    """

    def __init__(self, rate, rng):
        super().__init__()
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1). Received: rate={rate}")
        self.rate, self.rng = rate, rng

    def forward(self, x, training=False):
        """Return `x`, with entries dropped in training."""
        if not training:
            self.mask = None
            return x
        kept = self.rng.random(x.shape) >= self.rate
        self.mask = kept.astype(x.dtype) / x.dtype.type(1 - self.rate)
        return self.mask * x

    def backward(self, dy):
        """Return the gradient of `x`: nothing passes where an entry was dropped."""
        return dy if self.mask is None else self.mask * dy
