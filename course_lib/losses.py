r"""Losses: one number for a batch, and its gradient with respect to the outputs.

Every loss comes as a pair, ``name`` and ``name_gradient``, of functions of the network's outputs
and the targets. A loss is the **mean** over the batch, so the gradient carries a factor
:math:`1/N` and a learning rate keeps its meaning when the batch grows. The cross-entropies take
logits, the scores *before* the sigmoid or the softmax: the exponential and the logarithm cancel
on paper, and must not meet in floating point.

Source: slide 002 (binary and categorical cross-entropy, cost as the mean of the losses).
"""

import numpy as np

from course_lib.activations import log_softmax, sigmoid, softmax, softplus

__all__ = [
    "accuracy",
    "binary_cross_entropy",
    "binary_cross_entropy_gradient",
    "cross_entropy",
    "cross_entropy_gradient",
    "mean_squared_error",
    "mean_squared_error_gradient",
]


def _pair(name, outputs, target_name, targets):
    """Return both as arrays of the outputs' floating type, of one shape."""
    outputs, targets = np.asarray(outputs), np.asarray(targets)
    if not np.issubdtype(outputs.dtype, np.floating):
        outputs = outputs.astype(np.float64)
    if outputs.shape != targets.shape:
        raise ValueError(
            f"{name} and {target_name} must have the same shape. "
            f"Received: {name}.shape={outputs.shape}, {target_name}.shape={targets.shape}"
        )
    if outputs.size == 0:
        raise ValueError(f"{name} must not be empty. Received: {name}.shape={outputs.shape}")
    return outputs, targets.astype(outputs.dtype)


def mean_squared_error(outputs, targets):
    r"""Mean squared error, :math:`\frac{1}{n}\sum_i (\hat y_i - y_i)^2` over all :math:`n` entries.

    Parameters
    ----------
    outputs : array_like
        Predictions, any shape, ``(N,)`` or ``(N, n_out)``.
    targets : array_like
        Same shape. ``(N,)`` against ``(N, 1)`` is an error: NumPy would make ``(N, N)`` of it.

    Returns
    -------
    float
        The loss.

    Raises
    ------
    ValueError
        If the shapes differ.

    Variants
    --------
    Keras divides by the number of entries too, outputs included. The least squares of chapter 1
    and slide 003's ridge use sums or :math:`\tfrac12` of it.

    Examples
    --------
    >>> mean_squared_error([[1.0, 2.0]], [[1.0, 4.0]])
    2.0
    """
    outputs, targets = _pair("outputs", outputs, "targets", targets)
    return float(np.mean((outputs - targets) ** 2))


def mean_squared_error_gradient(outputs, targets):
    r"""Gradient of the mean squared error, :math:`\frac{2}{n}(\hat y - y)`.

    Examples
    --------
    >>> mean_squared_error_gradient([[1.0, 2.0]], [[1.0, 4.0]])
    array([[ 0., -2.]])
    """
    outputs, targets = _pair("outputs", outputs, "targets", targets)
    return (outputs - targets) * outputs.dtype.type(2 / outputs.size)


def _binary(logits, labels):
    logits, labels = _pair("logits", logits, "labels", labels)
    if labels.min() < 0 or labels.max() > 1:
        raise ValueError(
            f"labels must lie in [0, 1]. Received: from {labels.min():g} to {labels.max():g}"
        )
    return logits, labels


def binary_cross_entropy(logits, labels):
    r"""Binary cross-entropy of a sigmoid output, from its logits.

    .. math:: \frac1n \sum_i -y_i \log \sigma(z_i) - (1 - y_i) \log (1 - \sigma(z_i))

    with :math:`-\log \sigma(z) = \mathrm{softplus}(-z)`, which never takes the logarithm of 0.

    Parameters
    ----------
    logits : array_like
        Pre-activations of the output unit, any shape, ``(N,)`` or ``(N, 1)``.
    labels : array_like
        0 or 1, or a probability in between; same shape as `logits`.

    Returns
    -------
    float
        The loss, in nats.

    Raises
    ------
    ValueError
        If the shapes differ or a label lies outside [0, 1].

    Variants
    --------
    Same as ``keras.losses.BinaryCrossentropy(from_logits=True)``. From probabilities, Keras's
    default, it clips them to :math:`[10^{-7}, 1 - 10^{-7}]`: no loss above 16.1, and no gradient
    there. Slide 002's backup page lacks the brackets around the sum of both terms.

    Examples
    --------
    >>> binary_cross_entropy([1e4, -1e4, 1e4], [1, 0, 0])
    3333.3333333333335
    """
    logits, labels = _binary(logits, labels)
    return float(np.mean(labels * softplus(-logits) + (1 - labels) * softplus(logits)))


def binary_cross_entropy_gradient(logits, labels):
    r"""Gradient of the binary cross-entropy, :math:`\frac1n (\sigma(z) - y)`.

    Examples
    --------
    >>> binary_cross_entropy_gradient([1e4, 0.0], [0, 1])
    array([ 0.5 , -0.25])
    """
    logits, labels = _binary(logits, labels)
    return (sigmoid(logits) - labels) / logits.dtype.type(logits.size)


def _categorical(logits, labels):
    """Return logits, and the targets as one probability for each class."""
    logits, labels = np.asarray(logits), np.asarray(labels)
    if labels.shape == logits.shape[:-1]:
        n_classes = logits.shape[-1]
        if not np.issubdtype(labels.dtype, np.integer):
            raise TypeError(f"labels, one a row, must be integers. Received: {labels.dtype}")
        if labels.size and (labels.min() < 0 or labels.max() >= n_classes):
            raise ValueError(
                f"labels must lie in 0..{n_classes - 1}. "
                f"Received: from {labels.min()} to {labels.max()}"
            )
        labels = np.eye(n_classes)[labels]
    logits, targets = _pair("logits", logits, "labels", labels)
    if targets.min() < 0 or not np.allclose(targets.sum(axis=-1), 1, atol=1e-5):
        raise ValueError("labels, one-hot, must be probabilities that add up to 1 in every row.")
    return logits, targets


def cross_entropy(logits, labels):
    r"""Categorical cross-entropy of a softmax output, from its logits.

    .. math:: -\frac1N \sum_{i=1}^N \sum_k y_{ik} \log \mathrm{softmax}(z_i)_k

    For integer labels the inner sum has one term: minus the log-probability of the right class.

    Parameters
    ----------
    logits : array_like, (N, K)
        Scores of the K classes; more axes in front, such as time, count as samples.
    labels : array_like, (N,) or (N, K)
        Integers from 0 to K - 1, or one probability for each class (one-hot).

    Returns
    -------
    float
        The loss, in nats; :math:`\log K` for equal scores.

    Raises
    ------
    TypeError
        If labels of shape ``(N,)`` are not integers.
    ValueError
        If the shapes do not fit, a label is not a class, or a row is not a distribution.

    Variants
    --------
    Same as Keras's ``SparseCategoricalCrossentropy`` and ``CategoricalCrossentropy``, both with
    ``from_logits=True``. Slide 002 counts the classes from 0 in the softmax and from 1 here.

    Examples
    --------
    >>> cross_entropy([[1e4, -1e4], [0.0, 0.0]], [0, 1])
    0.34657359027997264
    >>> cross_entropy([[1e4, -1e4], [0.0, 0.0]], [[1, 0], [0, 1]])
    0.34657359027997264
    """
    logits, targets = _categorical(logits, labels)
    return float(-np.mean(np.sum(targets * log_softmax(logits), axis=-1)))


def cross_entropy_gradient(logits, labels):
    r"""Gradient of the categorical cross-entropy, :math:`\frac1N (\mathrm{softmax}(z) - y)`.

    Examples
    --------
    >>> cross_entropy_gradient([[1e4, -1e4], [0.0, 0.0]], [1, 0])
    array([[ 0.5 , -0.5 ],
           [-0.25,  0.25]])
    """
    logits, targets = _categorical(logits, labels)
    n_samples = logits.size // logits.shape[-1]
    return (softmax(logits) - targets) / logits.dtype.type(n_samples)


def accuracy(logits, labels):
    r"""Share of samples whose largest score is that of the right class.

    Parameters
    ----------
    logits : array_like, (N, K)
        Scores; logits or probabilities, the largest one is the same.
    labels : array_like, (N,) or (N, K)
        Integers or one-hot, as for :func:`cross_entropy`.

    Returns
    -------
    float
        Between 0 and 1. Equal scores count as the first class.

    Examples
    --------
    >>> accuracy([[2.0, 1.0], [0.0, 3.0], [1.0, 0.0]], [0, 1, 1])
    0.6666666666666666
    """
    logits, targets = _categorical(logits, labels)
    return float(np.mean(logits.argmax(axis=-1) == targets.argmax(axis=-1)))
