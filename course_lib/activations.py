r"""Activations: what a unit does with its pre-activation.

Each activation :math:`g` comes with its derivative ``g_prime``; both are functions of the
pre-activation :math:`z`, work elementwise on arrays of any shape, keep float32 and float64, and
neither overflow nor warn for any finite input. The softmax, at the end, is not elementwise: its
derivative is a matrix, given here as what that matrix does to a vector.

Source: slides 000 and 001 (*Funciones de activación*), 002 (derivatives, softmax); the papers are
named where each one is defined.
"""

import math

import numpy as np

__all__ = [
    "elu",
    "elu_prime",
    "gelu",
    "gelu_prime",
    "identity",
    "identity_prime",
    "leaky_relu",
    "leaky_relu_prime",
    "log_softmax",
    "relu",
    "relu_prime",
    "sigmoid",
    "sigmoid_prime",
    "silu",
    "silu_prime",
    "softmax",
    "softmax_jvp",
    "softplus",
    "softplus_prime",
    "tanh",
    "tanh_prime",
]


def _float(z):
    """Return `z` as a floating array; integers become float64, floats keep their type."""
    z = np.asarray(z)
    return z if np.issubdtype(z.dtype, np.floating) else z.astype(np.float64)


def identity(z):
    r"""Identity, :math:`g(z) = z`.

    Examples
    --------
    >>> identity([-1.0, 2.0])
    array([-1.,  2.])
    """
    return _float(z).copy()


def identity_prime(z):
    r"""Derivative of the identity, :math:`g'(z) = 1`.

    Examples
    --------
    >>> identity_prime([-1.0, 2.0])
    array([1., 1.])
    """
    return np.ones_like(_float(z))


def sigmoid(z):
    r"""Logistic sigmoid, :math:`\sigma(z) = 1 / (1 + e^{-z})`, with values in (0, 1).

    Computed as :math:`\tfrac12 (1 + \tanh(z/2))`, the same function without an exponential
    that could overflow.

    Parameters
    ----------
    z : array_like
        Pre-activations, any shape.

    Returns
    -------
    ndarray
        Same shape and floating type as `z`.

    Examples
    --------
    >>> sigmoid([-1e4, 0.0, 1e4])
    array([0. , 0.5, 1. ])
    """
    z = _float(z)
    return 0.5 * (1 + np.tanh(0.5 * z))


def sigmoid_prime(z):
    r"""Derivative of the sigmoid, :math:`\sigma'(z) = \sigma(z)\,(1 - \sigma(z)) \le 1/4`.

    Examples
    --------
    >>> sigmoid_prime([0.0, 1e4])
    array([0.25, 0.  ])
    """
    s = sigmoid(z)
    return s * (1 - s)


def tanh(z):
    r"""Hyperbolic tangent, :math:`(e^z - e^{-z}) / (e^z + e^{-z})`, with values in (-1, 1).

    Examples
    --------
    >>> tanh([0.0, 1e4])
    array([0., 1.])
    """
    return np.tanh(_float(z))


def tanh_prime(z):
    r"""Derivative of tanh, :math:`1 - \tanh(z)^2 \le 1`.

    Examples
    --------
    >>> tanh_prime([0.0, 1e4])
    array([1., 0.])
    """
    return 1 - tanh(z) ** 2


def relu(z):
    r"""Rectified linear unit, :math:`\max(z, 0)`.

    Examples
    --------
    >>> relu([-2.0, 0.0, 3.0])
    array([0., 0., 3.])
    """
    return np.maximum(_float(z), 0)


def relu_prime(z):
    r"""Derivative of the ReLU: 1 for :math:`z > 0`, else 0.

    Variants
    --------
    At :math:`z = 0` there is no derivative. This one, Keras and TensorFlow all take 0.

    Examples
    --------
    >>> relu_prime([-2.0, 0.0, 3.0])
    array([0., 0., 1.])
    """
    z = _float(z)
    return (z > 0).astype(z.dtype)


def leaky_relu(z, slope=0.01):
    r"""Leaky ReLU: :math:`z` for :math:`z > 0`, else :math:`\text{slope} \cdot z`.

    Parameters
    ----------
    z : array_like
        Pre-activations, any shape.
    slope : float
        Slope on the negative side.

    Variants
    --------
    Slides 002 and Maas et al. (2013) use 0.01. In Keras the function ``keras.ops.leaky_relu``
    defaults to 0.2 and the layer ``keras.layers.LeakyReLU`` to 0.3.

    Examples
    --------
    >>> leaky_relu([-2.0, 0.0, 3.0])
    array([-0.02,  0.  ,  3.  ])
    """
    z = _float(z)
    return np.where(z > 0, z, z.dtype.type(slope) * z)


def leaky_relu_prime(z, slope=0.01):
    r"""Derivative of the leaky ReLU: 1 for :math:`z > 0`, else `slope` (also at 0).

    Examples
    --------
    >>> leaky_relu_prime([-2.0, 0.0, 3.0])
    array([0.01, 0.01, 1.  ])
    """
    z = _float(z)
    return np.where(z > 0, z.dtype.type(1), z.dtype.type(slope))


def elu(z, alpha=1.0):
    r"""Exponential linear unit: :math:`z` for :math:`z > 0`, else :math:`\alpha (e^z - 1)`.

    The exponential is taken of :math:`\min(z, 0)`, so the branch that is not used cannot
    overflow.

    Parameters
    ----------
    z : array_like
        Pre-activations, any shape.
    alpha : float
        Minus the limit for :math:`z \to -\infty`.

    References
    ----------
    Clevert, Unterthiner, Hochreiter (2016), *Fast and accurate deep network learning by
    exponential linear units*.

    Examples
    --------
    >>> elu([-1e4, 0.0, 3.0])
    array([-1.,  0.,  3.])
    """
    z = _float(z)
    return np.where(z > 0, z, z.dtype.type(alpha) * np.expm1(np.minimum(z, 0)))


def elu_prime(z, alpha=1.0):
    r"""Derivative of the ELU: 1 for :math:`z > 0`, else :math:`\alpha e^z` (:math:`\alpha` at 0).

    Examples
    --------
    >>> elu_prime([-1e4, 0.0, 3.0], alpha=2.0)
    array([0., 2., 1.])
    """
    z = _float(z)
    return np.where(z > 0, z.dtype.type(1), z.dtype.type(alpha) * np.exp(np.minimum(z, 0)))


def softplus(z):
    r"""Softplus, :math:`\log(1 + e^z)`: a smooth ReLU, at most :math:`\log 2` above it.

    Examples
    --------
    >>> softplus([-1e4, 0.0, 50.0]).round(3)
    array([ 0.   ,  0.693, 50.   ])
    """
    z = _float(z)
    return np.logaddexp(z.dtype.type(0), z)


def softplus_prime(z):
    r"""Derivative of the softplus: the sigmoid.

    Examples
    --------
    >>> softplus_prime([0.0])
    array([0.5])
    """
    return sigmoid(z)


def silu(z):
    r"""Sigmoid linear unit, :math:`z\,\sigma(z)`, also called swish; smallest value -0.278.

    References
    ----------
    Elfwing, Uchibe, Doya (2018), *Sigmoid-weighted linear units for neural network function
    approximation in reinforcement learning*.

    Examples
    --------
    >>> silu([-1e4, 0.0, 1.0]).round(3)
    array([-0.   ,  0.   ,  0.731])
    """
    z = _float(z)
    return z * sigmoid(z)


def silu_prime(z):
    r"""Derivative of the SiLU, :math:`\sigma(z)\,(1 + z\,(1 - \sigma(z)))`.

    Examples
    --------
    >>> silu_prime([0.0, 1e4])
    array([0.5, 1. ])
    """
    z = _float(z)
    s = sigmoid(z)
    return s * (1 + z * (1 - s))


def _normal_cdf(z):
    r"""Normal distribution function, :math:`\tfrac12 \mathrm{erfc}(-z/\sqrt2)`.

    NumPy has no error function, so Python's is called once for each entry.
    """
    erfc = np.vectorize(math.erfc, otypes=[float])
    return (0.5 * erfc(-z / math.sqrt(2))).astype(z.dtype)


def gelu(z):
    r"""Gaussian error linear unit, :math:`z\,P(\mathcal N(0, 1) \le z)`; smallest value -0.170.

    Variants
    --------
    This is the exact form, which Keras uses by default. The paper and GPT-2 also use
    :math:`\tfrac z2 \bigl(1 + \tanh(\sqrt{2/\pi}\,(z + 0.044715\,z^3))\bigr)`
    (``keras.ops.gelu(z, approximate=True)``), which is at most 0.0005 off.

    References
    ----------
    Hendrycks, Gimpel (2016), *Gaussian error linear units*.

    Examples
    --------
    >>> gelu([-1e4, 0.0, 1.0]).round(3)
    array([-0.   ,  0.   ,  0.841])
    """
    z = _float(z)
    return z * _normal_cdf(z)


def gelu_prime(z):
    r"""Derivative of the GELU, :math:`\Phi(z) + z\,\varphi(z)`: normal distribution and density.

    Examples
    --------
    >>> gelu_prime([0.0, 1e4])
    array([0.5, 1. ])
    """
    z = _float(z)
    # The density is 0 in floating point long before |z| = 40, and z**2 may overflow beyond.
    density = np.exp(-0.5 * np.clip(z, -40, 40) ** 2) / z.dtype.type(math.sqrt(2 * math.pi))
    return _normal_cdf(z) + z * density


def softmax(Z, axis=-1):
    r"""Softmax, :math:`s_k = e^{z_k} / \sum_j e^{z_j}`: positive numbers that add up to 1.

    A constant added to all scores changes nothing, so the largest one is subtracted first: the
    exponentials are then at most 1.

    Parameters
    ----------
    Z : array_like
        Scores (logits), any shape.
    axis : int
        Axis of the classes.

    Returns
    -------
    ndarray
        Same shape and floating type as `Z`; sums to 1 along `axis`.

    Examples
    --------
    The example of slide 002:

    >>> softmax([3.0, -2.0, 6.0]).round(3)
    array([0.047, 0.   , 0.952])
    >>> softmax([1e4, -1e4])
    array([1., 0.])
    """
    Z = _float(Z)
    exponentials = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return exponentials / exponentials.sum(axis=axis, keepdims=True)


def log_softmax(Z, axis=-1):
    r"""Logarithm of the softmax, :math:`z_k - \log \sum_j e^{z_j}`, finite where softmax is 0.

    Parameters
    ----------
    Z : array_like
        Scores (logits), any shape.
    axis : int
        Axis of the classes.

    Returns
    -------
    ndarray
        Same shape and floating type as `Z`.

    Examples
    --------
    >>> log_softmax([1e4, -1e4])
    array([     0., -20000.])
    """
    Z = _float(Z)
    shifted = Z - Z.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


def softmax_jvp(Z, V, axis=-1):
    r"""Jacobian of the softmax times a vector, :math:`s \odot (v - s \cdot v)`.

    The Jacobian is :math:`\partial s_k / \partial z_j = s_k (\delta_{kj} - s_j)`: every output
    depends on every score, so the derivative is not elementwise (slide 004's rule for
    :math:`\mathcal B^L` does not apply). It is symmetric; the product from the left, which
    backpropagation needs, is the same.

    Parameters
    ----------
    Z : array_like
        Scores (logits), any shape.
    V : array_like
        Vectors along `axis`, the shape of `Z`: a direction of the scores, or the gradient with
        respect to the softmax's outputs.
    axis : int
        Axis of the classes.

    Returns
    -------
    ndarray
        Same shape as `Z`: the derivative of the outputs in that direction, or the gradient with
        respect to the scores.

    Raises
    ------
    ValueError
        If the shapes differ.

    Examples
    --------
    >>> softmax_jvp([0.0, 0.0], [1.0, 0.0])
    array([ 0.25, -0.25])
    """
    s, V = softmax(Z, axis), np.asarray(V)
    if V.shape != s.shape:
        raise ValueError(f"V must have the shape of Z, {s.shape}. Received: V.shape={V.shape}")
    return s * (V - (s * V).sum(axis=axis, keepdims=True))
