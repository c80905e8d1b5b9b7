r"""Training: mini-batches, epochs, and when to stop.

One step draws a mini-batch, goes forward and backward, and hands the gradients to an optimizer;
an epoch is one pass over all samples. Everything else here watches.

Source: slides 000 and 001 (mini-batches, epochs), 002 (the iterative process), 003 (early
stopping, name only).
"""

import math

from course_lib.losses import cross_entropy, cross_entropy_gradient
from course_lib.regularizers import weights_of

__all__ = ["early_stopping_epoch", "evaluate", "fit", "minibatches"]


def minibatches(n_samples, batch_size, rng):
    r"""Indices of the mini-batches of one epoch: every sample once, in random order.

    There are :math:`\lceil N / B \rceil` of them; the last one may be smaller.

    Parameters
    ----------
    n_samples, batch_size : int
        At least 1.
    rng : numpy.random.Generator
        Source of the order.

    Yields
    ------
    ndarray of int
        Indices of one batch.

    Raises
    ------
    ValueError
        If a number is smaller than 1.

    Examples
    --------
    >>> import numpy as np
    >>> [len(batch) for batch in minibatches(10, 4, np.random.default_rng(0))]
    [4, 4, 2]
    """
    if n_samples < 1 or batch_size < 1:
        raise ValueError(
            "n_samples and batch_size must be at least 1. "
            f"Received: n_samples={n_samples}, batch_size={batch_size}"
        )
    order = rng.permutation(n_samples)
    for start in range(0, n_samples, batch_size):
        yield order[start : start + batch_size]


def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    r"""Epoch to return to: the best one before `patience` epochs without a better one.

    Parameters
    ----------
    dev_losses : sequence of float
        Loss on the development set after each epoch, at least one.
    patience : int
        Epochs in a row without improvement after which training stops; at least 1.
    min_delta : float
        An epoch is better if its loss is smaller by more than this.

    Returns
    -------
    int
        Index of the best epoch (from 0); of equal ones the first. A loss that is NaN is worse
        than any other.

    Raises
    ------
    ValueError
        If there is no loss, or `patience` or `min_delta` is too small.

    References
    ----------
    Prechelt (1998), *Early stopping - but when?*

    Examples
    --------
    The last epoch would be better still, but nobody waited for it:

    >>> early_stopping_epoch([0.9, 0.5, 0.6, 0.7, 0.1], patience=2)
    1
    """
    if len(dev_losses) == 0:
        raise ValueError("dev_losses must hold at least one loss. Received none.")
    if patience < 1 or min_delta < 0:
        raise ValueError(
            "patience must be at least 1 and min_delta at least 0. "
            f"Received: patience={patience}, min_delta={min_delta}"
        )
    best = 0
    for epoch, loss in enumerate(dev_losses):
        if loss < dev_losses[best] - min_delta or math.isnan(dev_losses[best]):
            best = epoch
        elif epoch - best >= patience:
            break
    return best


def evaluate(network, X, y, loss=cross_entropy, metrics=None):
    """Loss and metrics of a network in inference mode.

    Parameters
    ----------
    network : Sequential
        The network.
    X, y : ndarray
        Inputs and targets, batch first.
    loss : callable
        ``(outputs, targets) -> float``.
    metrics : dict of str to callable, optional
        More functions like `loss`, by name.

    Returns
    -------
    dict of str to float
        ``"loss"`` and the metrics.

    Examples
    --------
    >>> import numpy as np
    >>> from course_lib.layers import Dense
    >>> from course_lib.losses import accuracy
    >>> from course_lib.network import Sequential
    >>> network = Sequential([Dense(2, 3, None, initializer=lambda rng, shape: np.eye(*shape))])
    >>> evaluate(network, np.eye(2), np.array([0, 1]), metrics={"accuracy": accuracy})["accuracy"]
    1.0
    """
    outputs = network.predict(X)
    return {
        name: function(outputs, y) for name, function in {"loss": loss, **(metrics or {})}.items()
    }


def fit(
    network,
    X,
    y,
    rule,
    rng,
    *,
    epochs=1,
    batch_size=32,
    loss=cross_entropy,
    loss_gradient=cross_entropy_gradient,
    metrics=None,
    validation=None,
    schedule=None,
    penalty=None,
    decay=None,
    proximal=None,
    patience=None,
    min_delta=0.0,
    progress=False,
):
    r"""Train a network, and record how it went.

    Parameters
    ----------
    network : Sequential
        The network; its parameters are changed.
    X, y : ndarray
        Inputs and targets, batch first.
    rule : Optimizer
        From :mod:`course_lib.optimizers`. Its state starts anew.
    rng : numpy.random.Generator
        Source of the mini-batches.
    epochs, batch_size : int
        At least 1. The number of steps is ``epochs * ceil(N / batch_size)``.
    loss, loss_gradient : callable
        ``(outputs, targets)`` to a number, and to its gradient with respect to the outputs;
        a pair from :mod:`course_lib.losses`.
    metrics : dict of str to callable, optional
        More functions of ``(outputs, targets)`` to record, by name.
    validation : (X, y), optional
        Development set, evaluated in inference mode after each epoch.
    schedule : callable, optional
        Learning rate of step t = 0, 1, 2, ...; otherwise it is the rule's own.
    penalty : L1 or L2, optional
        Added to the loss for every array of weights, by way of its gradient.
    decay : WeightDecay, optional
        Applied to the weights before every step, at the learning rate of the step.
    proximal : SoftThreshold, optional
        Applied to the weights after every step, at the learning rate of the step.
    patience : int, optional
        Stop early, by the rule of :func:`early_stopping_epoch` on the validation loss, and
        return to the best epoch.
    min_delta : float
        For early stopping.
    progress : bool
        Show a bar (with tqdm, if it is installed) or a line for each epoch.

    Returns
    -------
    dict of str to list of float
        One entry for each epoch: ``"loss"`` and the metrics, the same with ``"val_"`` if there is
        a development set, and ``"learning_rate"``, that of the epoch's last step.

    Raises
    ------
    ValueError
        If the numbers of inputs and targets differ, an argument is out of range, or `patience` is
        given without `validation`.

    Variants
    --------
    As in Keras, ``"loss"`` and the metrics are means over the epoch's batches, in training mode,
    while the weights change; the values of ``"val_"`` are measured at the end of the epoch.
    Keras's loss includes penalties; this one does not, so that it compares with ``"val_loss"``.

    Examples
    --------
    >>> import numpy as np
    >>> from course_lib.datasets import rings
    >>> from course_lib.activations import tanh, tanh_prime
    >>> from course_lib.layers import Activation, Dense
    >>> from course_lib.losses import accuracy
    >>> from course_lib.network import Sequential
    >>> from course_lib.optimizers import Adam
    >>> rng = np.random.default_rng(0)
    >>> X, y = rings(rng)
    >>> network = Sequential([Dense(2, 16, rng), Activation(tanh, tanh_prime), Dense(16, 2, rng)])
    >>> history = fit(network, X, y, Adam(learning_rate=0.02), rng, epochs=20)
    >>> evaluate(network, X, y, metrics={"accuracy": accuracy})["accuracy"] > 0.99
    True
    """
    if len(X) != len(y):
        raise ValueError(
            f"X and y must have the same length. Received: len(X)={len(X)}, len(y)={len(y)}"
        )
    if epochs < 1:
        raise ValueError(f"epochs must be at least 1. Received: epochs={epochs}")
    if patience is not None and validation is None:
        raise ValueError(f"patience needs validation=(X, y). Received: patience={patience}")
    functions = {"loss": loss, **(metrics or {})}
    history, states, t = {}, {}, 0
    bar = _progress_bar(epochs, progress)
    for epoch in bar:
        totals = dict.fromkeys(functions, 0.0)
        for batch in minibatches(len(X), batch_size, rng):
            outputs = network.forward(X[batch], training=True)
            for name, function in functions.items():
                totals[name] += len(batch) / len(X) * function(outputs, y[batch])
            network.backward_params(loss_gradient(outputs, y[batch]))
            learning_rate = rule.learning_rate if schedule is None else float(schedule(t))
            _update(network, rule, states, learning_rate, penalty, decay, proximal)
            t += 1
        record = {**totals, "learning_rate": learning_rate}
        if validation is not None:
            values = evaluate(network, *validation, loss, metrics)
            record.update({f"val_{name}": value for name, value in values.items()})
        for name, value in record.items():
            history.setdefault(name, []).append(value)
        _show(bar, progress, epoch, record)
        if patience is not None:
            best = early_stopping_epoch(history["val_loss"], patience, min_delta)
            if best == epoch:
                weights_of_best = network.snapshot()
            elif epoch - best >= patience:
                break
    if patience is not None:
        network.restore(weights_of_best)
    return history


def _update(network, rule, states, learning_rate, penalty, decay, proximal):
    """One step of the optimizer, and of the regularisers around it."""
    params, grads = network.params, network.grads
    weights, weight_grads = weights_of(params), weights_of(grads)
    if penalty is not None:
        for name, W in weights.items():
            grads[name] = grads[name] + penalty.gradient(W)
    if decay is not None:
        decay.update(weights, weight_grads, {}, learning_rate=learning_rate)
    rule.update(params, grads, states, learning_rate=learning_rate)
    if proximal is not None:
        proximal.update(weights, weight_grads, {}, learning_rate=learning_rate)


def _progress_bar(epochs, progress):
    """A range of epochs, with a bar around it if it is wanted and tqdm is installed."""
    if progress:
        try:
            from tqdm import tqdm
        except ImportError:
            pass
        else:
            return tqdm(range(epochs), unit="epoch")
    return range(epochs)


def _show(bar, progress, epoch, record):
    values = {name: f"{value:.3g}" for name, value in record.items()}
    if hasattr(bar, "set_postfix"):
        bar.set_postfix(values)
    elif progress:
        print(f"epoch {epoch + 1}/{len(bar)}", *(f"{k}={v}" for k, v in values.items()))
