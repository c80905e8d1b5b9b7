r"""A recurrent layer: memory as a loop, and its gradient, the same loop backwards."""

import numpy as np

from course_lib.initializers import glorot_uniform, orthogonal
from course_lib.layers.base import Layer, check_features

__all__ = ["SimpleRNN"]


class SimpleRNN(Layer):
    r"""A layer of tanh units that see the inputs of one step and their own last outputs.

    .. math:: H_t = \tanh(X_t W_x + H_{t-1} W_h + b), \qquad H_0 = 0, \qquad t = 1, \dots, T

    Unrolled in time this is a deep network whose layers share their weights. *Backpropagation
    through time* goes through it from the last step to the first: each :math:`H_t` receives the
    gradient of its own output and, through :math:`W_h`, that of all later ones.

    .. math:: dZ_t = (dH_t + dZ_{t+1} W_h^\top) \odot (1 - H_t^2), \qquad
              dW_x = \sum_t X_t^\top dZ_t, \quad dW_h = \sum_t H_{t-1}^\top dZ_t, \quad
              dX_t = dZ_t W_x^\top

    Parameters
    ----------
    n_in, n_units : int
        Number of inputs and of units.
    rng : numpy.random.Generator
        Source of the weights.
    return_sequences : bool
        Whether the output is all of :math:`H` ``(N, T, n_units)``, or the last step
        ``(N, n_units)``.

    Attributes
    ----------
    params : dict
        ``"Wx"`` ``(n_in, n_units)``, ``"Wh"`` ``(n_units, n_units)``, ``"b"`` ``(n_units,)``;
        Glorot uniform, orthogonal and zeros at the start.

    Raises
    ------
    ValueError
        From ``forward``, if `x` is not ``(N, T, n_in)``, or has no step.

    Variants
    --------
    Keras has the same equations, defaults and initialisers. Elman (1990) used a sigmoid.

    References
    ----------
    Elman (1990), *Finding structure in time*; Werbos (1990), *Backpropagation through time: what
    it does and how to do it*.

    Examples
    --------
    >>> layer = SimpleRNN(3, 4, np.random.default_rng(0), return_sequences=True)
    >>> layer.forward(np.ones((2, 5, 3))).shape
    (2, 5, 4)
    >>> layer.backward(np.ones((2, 5, 4))).shape
    (2, 5, 3)
    """

    def __init__(self, n_in, n_units, rng, return_sequences=False):
        super().__init__()
        self.return_sequences = return_sequences
        self.params = {
            "Wx": glorot_uniform(rng, (n_in, n_units)),
            "Wh": orthogonal(rng, (n_units, n_units)),
            "b": np.zeros(n_units),
        }

    def forward(self, x, training=False):
        """Return the outputs of all steps, or of the last."""
        Wx, Wh, b = self.params["Wx"], self.params["Wh"], self.params["b"]
        check_features(self, x, len(Wx), n_axes=3)
        N, T, _ = x.shape
        if T < 1:
            raise ValueError(f"x must have at least one step. Received: x.shape={x.shape}")
        self.x = x
        # H[:, t] is the state after t steps; H[:, 0] is zero.
        self.H = np.zeros((N, T + 1, len(b)), dtype=np.result_type(x, Wx))
        for t in range(T):
            self.H[:, t + 1] = np.tanh(x[:, t] @ Wx + self.H[:, t] @ Wh + b)
        return self.H[:, 1:] if self.return_sequences else self.H[:, -1]

    def backward(self, dy):
        """Set the gradients of all weights, and return that of `x`, for all steps."""
        Wx, Wh = self.params["Wx"], self.params["Wh"]
        dH = np.zeros_like(self.H[:, 1:])
        dH[:, slice(None) if self.return_sequences else -1] = dy
        dZ = np.zeros_like(dH)
        from_later = 0
        for t in reversed(range(dH.shape[1])):
            dZ[:, t] = (dH[:, t] + from_later) * (1 - self.H[:, t + 1] ** 2)
            from_later = dZ[:, t] @ Wh.T
        self.grads = {
            "Wx": np.tensordot(self.x, dZ, axes=([0, 1], [0, 1])),
            "Wh": np.tensordot(self.H[:, :-1], dZ, axes=([0, 1], [0, 1])),
            "b": dZ.sum(axis=(0, 1)),
        }
        return dZ @ Wx.T
