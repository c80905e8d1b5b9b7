r"""Batch normalisation: every feature standardised over the batch, inside the network."""

import numpy as np

from course_lib.layers.base import Layer, check_features

__all__ = ["BatchNorm"]


class BatchNorm(Layer):
    r"""Standardise every feature over the batch, then scale and shift it.

    .. math:: \hat X = \frac{X - \mu}{\sqrt{\sigma^2 + \epsilon}}, \qquad
              Y = \gamma \hat X + \beta

    In training, :math:`\mu` and :math:`\sigma^2` are the mean and the (biased) variance of the
    batch, and the running values move towards them; in inference they *are* the running values.
    For images ``(N, H, W, C)`` a feature is a channel, and the batch is all pixels of all images.

    In training the gradient passes through :math:`\mu` and :math:`\sigma^2` too; what they take
    away is the part of the gradient that is constant, or proportional to :math:`\hat X`:

    .. math:: dX = \frac{\gamma}{\sqrt{\sigma^2 + \epsilon}} \bigl(dY - \overline{dY}
              - \hat X \; \overline{dY \odot \hat X}\bigr), \qquad
              d\gamma = \sum dY \odot \hat X, \qquad d\beta = \sum dY.

    Parameters
    ----------
    n_features : int
        Size of the last axis.
    momentum : float
        Weight of the old running value, in [0, 1).
    epsilon : float
        Added to the variance, inside the root; at least 0.

    Attributes
    ----------
    params : dict
        ``"gamma"`` and ``"beta"``, ``(n_features,)``, ones and zeros at the start.
    state : dict
        ``"running_mean"`` and ``"running_var"``, ``(n_features,)``, zeros and ones at the start.

    Raises
    ------
    ValueError
        If `momentum` or `epsilon` is out of range; from ``forward``, if the last axis of `x` is
        not `n_features`.

    Variants
    --------
    Keras's defaults are a momentum of 0.99 and an epsilon of 1e-3; like this layer it keeps the
    biased variance. The paper, and PyTorch, keep the unbiased one for inference, and PyTorch's
    ``momentum`` is the weight of the *new* value. Slides 002 and 003 give no rule for inference.

    References
    ----------
    Ioffe, Szegedy (2015), *Batch normalization: accelerating deep network training by reducing
    internal covariate shift*.

    Examples
    --------
    >>> layer = BatchNorm(2)
    >>> X = np.array([[1.0, 10.0], [3.0, 30.0]])
    >>> layer.forward(X, training=True).round(3)
    array([[-1., -1.],
           [ 1.,  1.]])
    >>> layer.state["running_mean"]
    array([0.2, 2. ])
    """

    def __init__(self, n_features, momentum=0.9, epsilon=1e-5):
        super().__init__()
        if not 0 <= momentum < 1:
            raise ValueError(f"momentum must be in [0, 1). Received: momentum={momentum}")
        if not epsilon >= 0:
            raise ValueError(f"epsilon must not be negative. Received: epsilon={epsilon}")
        self.momentum, self.epsilon = momentum, epsilon
        self.params = {"gamma": np.ones(n_features), "beta": np.zeros(n_features)}
        self.state = {"running_mean": np.zeros(n_features), "running_var": np.ones(n_features)}

    def forward(self, x, training=False):
        """Return the normalised inputs; in training, update the running statistics."""
        check_features(self, x, len(self.params["gamma"]))
        self.training = training
        batch = tuple(range(x.ndim - 1))
        if training:
            mean, var = x.mean(axis=batch), x.var(axis=batch)
            self._remember("running_mean", mean)
            self._remember("running_var", var)
        else:
            mean, var = self.state["running_mean"], self.state["running_var"]
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mean) / self.std
        return self.params["gamma"] * self.x_hat + self.params["beta"]

    def _remember(self, name, new):
        self.state[name] = self.momentum * self.state[name] + (1 - self.momentum) * new

    def backward(self, dy):
        """Set the gradients of ``gamma`` and ``beta``, and return that of `x`."""
        batch = tuple(range(dy.ndim - 1))
        self.grads = {"gamma": (dy * self.x_hat).sum(axis=batch), "beta": dy.sum(axis=batch)}
        if self.training:
            n = dy.size // dy.shape[-1]
            dy = dy - (self.grads["beta"] + self.x_hat * self.grads["gamma"]) / n
        return self.params["gamma"] / self.std * dy
