r"""Initialisers: the weights before the first step.

A layer of :math:`n_\text{in}` inputs with independent weights of variance :math:`\sigma^2`
multiplies the mean square of its inputs by :math:`n_\text{in}\sigma^2`, and on the way back that
of the gradients by :math:`n_\text{out}\sigma^2`. Everything here chooses :math:`\sigma` so that a
signal keeps its size over many layers:

=======  ================================  ==========================================
LeCun    :math:`1 / n_\text{in}`           forward, linear units (tanh near 0, SELU)
Glorot   :math:`2 / (n_\text{in} + n_\text{out})`   a compromise of forward and backward
He       :math:`2 / n_\text{in}`           forward, ReLU, which halves the mean square
=======  ================================  ==========================================

The table gives **variances**. Slide 003 writes :math:`\mathcal N(0, \sqrt{\cdot})` with standard
deviations; reading its second argument as a variance multiplies the signal of a 30-layer linear
network of width 100 by about :math:`10^{15}`.

All functions take ``(rng, shape)`` and return float64, so that one seed gives the same network in
every precision. A shape is that of a matrix ``(n_in, n_out)`` or of convolution kernels
``(kh, kw, C, F)``; see :func:`fans`.

Source: slides 003 (Xavier, He) and 002 (He); the papers are named below. Each ``*_uniform`` has
the variance of its ``*_normal``: a uniform variable on :math:`(-a, a)` has variance
:math:`a^2/3`.

Variants
--------
Keras's ``RandomNormal`` is a plain normal, like all normals here. Its ``GlorotNormal``,
``HeNormal`` and ``LecunNormal`` cut the normal off at two of its standard deviations and rescale
the rest to the right variance, so that no weight is larger than 2.274 standard deviations.
"""

import math

import numpy as np

__all__ = [
    "fans",
    "glorot_normal",
    "glorot_uniform",
    "he_normal",
    "he_uniform",
    "lecun_normal",
    "lecun_uniform",
    "normal",
    "orthogonal",
    "zeros",
]


def fans(shape):
    r"""Number of inputs and of outputs that one weight array connects to a unit.

    A convolution's unit sees :math:`k_h k_w C` inputs; each of its inputs reaches
    :math:`k_h k_w F` outputs.

    Parameters
    ----------
    shape : tuple of int
        ``(n_in, n_out)``, or ``(kh, kw, C, F)``.

    Returns
    -------
    fan_in, fan_out : int
        Both at least 1.

    Raises
    ------
    ValueError
        If there are fewer than two axes, or an empty one.

    Examples
    --------
    >>> fans((784, 128)), fans((3, 3, 8, 16))
    ((784, 128), (72, 144))
    """
    if len(shape) < 2 or min(shape) < 1:
        raise ValueError(f"shape must have two axes or more, none empty. Received: shape={shape}")
    *window, n_in, n_out = shape
    return math.prod(window) * n_in, math.prod(window) * n_out


def zeros(rng, shape):
    """All zeros: right for biases, wrong for weights, whose units would stay equal for ever.

    Examples
    --------
    >>> zeros(None, (2,))
    array([0., 0.])
    """
    return np.zeros(shape)


def normal(rng, shape, std=0.05):
    r"""Normal of mean 0 and a standard deviation that does not look at the shape.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of randomness.
    shape : tuple of int
        Shape of the array.
    std : float
        Standard deviation; the default is that of Keras's ``RandomNormal``.

    Returns
    -------
    ndarray
        The weights, float64.

    Examples
    --------
    >>> print(normal(np.random.default_rng(0), (100, 100)).std().round(3))
    0.05
    """
    return rng.normal(0.0, std, size=shape)


def _uniform(rng, shape, variance):
    limit = math.sqrt(3 * variance)
    return rng.uniform(-limit, limit, size=shape)


def lecun_normal(rng, shape):
    r"""Normal of variance :math:`1 / n_\text{in}`.

    References
    ----------
    LeCun, Bottou, Orr, Müller (1998), *Efficient backprop*.

    Examples
    --------
    >>> print(lecun_normal(np.random.default_rng(0), (100, 400)).std().round(3))
    0.1
    """
    fan_in, _ = fans(shape)
    return normal(rng, shape, math.sqrt(1 / fan_in))


def lecun_uniform(rng, shape):
    r"""Uniform of variance :math:`1 / n_\text{in}`.

    Examples
    --------
    >>> print(lecun_uniform(np.random.default_rng(0), (100, 400)).std().round(3))
    0.1
    """
    fan_in, _ = fans(shape)
    return _uniform(rng, shape, 1 / fan_in)


def glorot_normal(rng, shape):
    r"""Normal of variance :math:`2 / (n_\text{in} + n_\text{out})`, also called Xavier.

    References
    ----------
    Glorot, Bengio (2010), *Understanding the difficulty of training deep feedforward neural
    networks*.

    Examples
    --------
    >>> print(glorot_normal(np.random.default_rng(0), (100, 300)).std().round(3))
    0.071
    """
    return normal(rng, shape, math.sqrt(2 / sum(fans(shape))))


def glorot_uniform(rng, shape):
    r"""Uniform of variance :math:`2 / (n_\text{in} + n_\text{out})`, the default of Keras.

    Examples
    --------
    >>> print(glorot_uniform(np.random.default_rng(0), (100, 300)).std().round(3))
    0.07
    """
    return _uniform(rng, shape, 2 / sum(fans(shape)))


def he_normal(rng, shape):
    r"""Normal of variance :math:`2 / n_\text{in}`, for ReLU.

    References
    ----------
    He, Zhang, Ren, Sun (2015), *Delving deep into rectifiers*.

    Examples
    --------
    >>> print(he_normal(np.random.default_rng(0), (200, 100)).std().round(3))
    0.1
    """
    fan_in, _ = fans(shape)
    return normal(rng, shape, math.sqrt(2 / fan_in))


def he_uniform(rng, shape):
    r"""Uniform of variance :math:`2 / n_\text{in}`, for ReLU.

    Examples
    --------
    >>> print(he_uniform(np.random.default_rng(0), (200, 100)).std().round(3))
    0.1
    """
    fan_in, _ = fans(shape)
    return _uniform(rng, shape, 2 / fan_in)


def orthogonal(rng, shape, gain=1.0):
    r"""Orthonormal rows or columns, whichever are fewer, uniformly distributed.

    Such a matrix keeps lengths exactly where a random one keeps them on average. It is the
    :math:`Q` of the QR factorisation of a normal matrix; fixing the signs of the diagonal of
    :math:`R` makes the factorisation unique, and :math:`Q` uniform among all of them.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of randomness.
    shape : tuple of int
        Two axes or more; all but the last one are taken as one, as in Keras.
    gain : float
        Factor; :math:`\sqrt2` for ReLU.

    Returns
    -------
    ndarray
        The weights, float64.

    Raises
    ------
    ValueError
        If there are fewer than two axes, or an empty one.

    References
    ----------
    Saxe, McClelland, Ganguli (2014), *Exact solutions to the nonlinear dynamics of learning in
    deep linear neural networks*; Mezzadri (2007), *How to generate random matrices from the
    classical compact groups*, for the signs.

    Examples
    --------
    >>> W = orthogonal(np.random.default_rng(0), (3, 5))
    >>> np.allclose(W @ W.T, np.eye(3))
    True
    """
    fans(shape)
    rows, columns = math.prod(shape[:-1]), shape[-1]
    Q, R = np.linalg.qr(rng.normal(size=(max(rows, columns), min(rows, columns))))
    Q = Q * np.sign(np.diag(R))
    return gain * (Q if rows >= columns else Q.T).reshape(shape)
