r"""Convolution: the same small window of weights at every place of an image."""

import numpy as np

from course_lib.initializers import glorot_uniform
from course_lib.layers.base import Layer, check_features

__all__ = ["Conv2D", "output_size", "taps"]


def output_size(size, window, stride=1, padding=0):
    r"""Number of places of a window, :math:`\lfloor (n + 2p - k) / s \rfloor + 1`.

    Parameters
    ----------
    size, window : int
        Pixels of the image and of the window, along one axis.
    stride : int
        Pixels from one place to the next.
    padding : int
        Zeros added at *each* end.

    Returns
    -------
    int
        At least 1.

    Raises
    ------
    ValueError
        If the window or the stride is smaller than 1, or the window does not fit.

    Examples
    --------
    >>> output_size(28, 3), output_size(28, 3, padding=1), output_size(7, 3, stride=2)
    (26, 28, 3)
    """
    if window < 1 or stride < 1:
        raise ValueError(
            f"window and stride must be at least 1. Received: window={window}, stride={stride}"
        )
    if size + 2 * padding < window:
        raise ValueError(
            f"window must fit into the image. "
            f"Received: window={window}, size={size}, padding={padding}"
        )
    return (size + 2 * padding - window) // stride + 1


def taps(x, window, stride):
    r"""The images that each entry of a window sees as the window moves over `x`.

    Entry ``(i, j)`` of the window sees every `stride`-th pixel, from row i and column j on. With
    these views convolution and pooling need a loop over the few entries of the window, and none
    over the pixels. They are *views*: what is added to them is added to `x`.

    Parameters
    ----------
    x : ndarray, (N, H, W, C)
        Images.
    window : (int, int)
        Height and width of the window.
    stride : int
        Pixels from one place to the next.

    Returns
    -------
    list of ndarray, (N, H_out, W_out, C)
        One view for each entry of the window, row by row.

    Raises
    ------
    ValueError
        If the window does not fit.

    Examples
    --------
    >>> x = np.arange(9).reshape(1, 3, 3, 1)
    >>> for view in taps(x, (2, 2), stride=1)[:2]:
    ...     print(view[0, :, :, 0])
    [[0 1] [3 4]]
    [[1 2] [4 5]]
    """
    h, w = (output_size(n, k, stride) for n, k in zip(x.shape[1:3], window, strict=True))
    return [
        x[:, i : i + stride * h : stride, j : j + stride * w : stride]
        for i in range(window[0])
        for j in range(window[1])
    ]


class Conv2D(Layer):
    r"""Convolution of images with a bank of kernels.

    .. math:: Y_{n,r,c,f} = b_f + \sum_{i,j,k} X_{n,\,sr+i,\,sc+j,\,k}\; K_{i,j,k,f}

    The pixels that a window sees are laid out as one row of a matrix :math:`P` (*im2col*); then
    the convolution is a dense layer on these rows, :math:`Y = PK + b`, with
    :math:`dK = P^\top dY`. On the way back each entry of the window gives
    :math:`dY K_{i,j}^\top` to the pixels that it saw.

    Parameters
    ----------
    n_in, n_out : int
        Channels C of the images and number F of kernels.
    window : int or (int, int)
        Height and width of the kernels.
    rng : numpy.random.Generator
        Source of the kernels.
    stride : int
        Pixels from one place to the next.
    padding : {"valid", "same"}
        No padding; or zeros around the image, such that the output has
        :math:`\lceil H / s \rceil` rows. If their number is odd, the last row gets one more.
    initializer : callable
        ``(rng, shape) -> K``. Biases start at zero.

    Attributes
    ----------
    params : dict
        ``"K"`` ``(kh, kw, C, F)`` and ``"b"`` ``(F,)``.

    Raises
    ------
    ValueError
        If `stride` or `padding` is not allowed; from ``forward``, if `x` is not
        ``(N, H, W, n_in)``, or smaller than the window.

    Variants
    --------
    As in Keras and all of deep learning this is a *correlation*: the kernel is not flipped.
    ``scipy.signal.convolve`` flips it. PyTorch pads both ends alike and puts channels first.

    Examples
    --------
    >>> layer = Conv2D(1, 8, 3, np.random.default_rng(0))
    >>> layer.forward(np.zeros((5, 28, 28, 1))).shape
    (5, 26, 26, 8)
    >>> layer.backward(np.zeros((5, 26, 26, 8))).shape
    (5, 28, 28, 1)
    >>> layer.params["K"].shape
    (3, 3, 1, 8)
    """

    def __init__(
        self, n_in, n_out, window, rng, stride=1, padding="valid", initializer=glorot_uniform
    ):
        super().__init__()
        if padding not in ("valid", "same"):
            raise ValueError(f"padding must be 'valid' or 'same'. Received: padding={padding!r}")
        if stride < 1:
            raise ValueError(f"stride must be at least 1. Received: stride={stride}")
        self.window = (window, window) if np.isscalar(window) else tuple(window)
        self.stride, self.padding = stride, padding
        self.params = {"K": initializer(rng, (*self.window, n_in, n_out)), "b": np.zeros(n_out)}

    def _margins(self, size, window):
        """Zeros before and after one axis of the image."""
        if self.padding == "valid":
            return 0, 0
        places = -(-size // self.stride)
        total = max((places - 1) * self.stride + window - size, 0)
        return total // 2, total - total // 2

    def forward(self, x, training=False):
        """Return the responses ``(N, H_out, W_out, n_out)`` of all kernels at all places."""
        K, b = self.params["K"], self.params["b"]
        check_features(self, x, K.shape[2], n_axes=4)
        self.margins = [self._margins(n, k) for n, k in zip(x.shape[1:3], self.window, strict=True)]
        padded = np.pad(x, [(0, 0), *self.margins, (0, 0)])
        self.padded_shape = padded.shape
        P = np.stack(taps(padded, self.window, self.stride), axis=3)
        self.P = P.reshape(-1, K[..., 0].size)
        Y = self.P @ K.reshape(-1, len(b)) + b
        return Y.reshape(*P.shape[:3], len(b))

    def backward_params(self, dy):
        """Set the gradients of ``K`` and ``b``."""
        K = self.params["K"]
        dY = dy.reshape(-1, K.shape[3])
        # A product with ones is the sum over all places; NumPy's sum is 20 times slower here.
        db = np.ones(len(dY), dtype=dY.dtype) @ dY
        self.grads = {"K": (self.P.T @ dY).reshape(K.shape), "b": db}

    def backward(self, dy):
        """Set the gradients of ``K`` and ``b``, and return that of `x`."""
        self.backward_params(dy)
        K = self.params["K"]
        dY = dy.reshape(-1, K.shape[3])
        dx = np.zeros(self.padded_shape, dtype=dY.dtype)
        entries = K.reshape(-1, *K.shape[2:])
        for view, entry in zip(taps(dx, self.window, self.stride), entries, strict=True):
            view += (dY @ entry.T).reshape(view.shape)
        (top, bottom), (left, right) = self.margins
        return dx[:, top : dx.shape[1] - bottom, left : dx.shape[2] - right]
