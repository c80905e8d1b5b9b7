r"""A network: layers in a row.

The output of each layer is the input of the next one, so the chain rule is the same row walked
backwards. That is all of backpropagation that is left once every layer knows its own gradients.

Source: slide 004, algorithms 1 to 3 (forward, backward, update).
"""

import copy

import numpy as np

__all__ = ["Sequential"]


class Sequential:
    r"""Layers in a row, :math:`f_L \circ \dots \circ f_1`.

    It has the protocol of a layer, so that :func:`course_lib.gradient_check.layer_errors` checks
    a whole network, and a network can be a layer of another one.

    Parameters
    ----------
    layers : list of Layer
        At least one; they must fit together.

    Raises
    ------
    ValueError
        If there is no layer.

    Examples
    --------
    >>> from course_lib.activations import relu, relu_prime
    >>> from course_lib.layers import Activation, Dense
    >>> rng = np.random.default_rng(0)
    >>> network = Sequential(
    ...     [Dense(784, 128, rng), Activation(relu, relu_prime), Dense(128, 10, rng)]
    ... )
    >>> network.forward(np.zeros((5, 784))).shape
    (5, 10)
    >>> print(network.summary((784,)))
      layer            output           parameters
    0 Dense            (N, 128)            100,480
    1 Activation relu  (N, 128)                  0
    2 Dense            (N, 10)               1,290
      total                                101,770
    """

    def __init__(self, layers):
        if not layers:
            raise ValueError("layers must hold at least one layer. Received an empty list.")
        self.layers = list(layers)

    def forward(self, x, training=False):
        """Compute the outputs, layer by layer.

        Parameters
        ----------
        x : ndarray
            Inputs, batch first.
        training : bool
            Whether this is a step of training.

        Returns
        -------
        ndarray
            Outputs of the last layer, batch first.
        """
        for layer in self.layers:
            x = layer.forward(x, training)
        return x

    def backward(self, dy):
        """Compute all gradients, from the last layer to the first.

        Parameters
        ----------
        dy : ndarray
            Gradient of the loss with respect to the outputs of the last :meth:`forward`.

        Returns
        -------
        ndarray
            Gradient of the loss with respect to the inputs.
        """
        for layer in reversed(self.layers):
            dy = layer.backward(dy)
        return dy

    def backward_params(self, dy):
        """Compute the gradients of all parameters, and not that of the inputs.

        The first layer has nobody to pass a gradient to, and need not compute one.

        Parameters
        ----------
        dy : ndarray
            Gradient of the loss with respect to the outputs of the last :meth:`forward`.
        """
        first, *others = self.layers
        for layer in reversed(others):
            dy = layer.backward(dy)
        first.backward_params(dy)

    def _merged(self, attribute):
        return {
            f"{number}.{name}": array
            for number, layer in enumerate(self.layers)
            for name, array in getattr(layer, attribute).items()
        }

    @property
    def params(self):
        """Parameters of all layers: ``"0.W"`` is ``"W"`` of the first. The arrays, not copies."""
        return self._merged("params")

    @property
    def grads(self):
        """Gradients of all parameters, by the same names; set by :meth:`backward`."""
        return self._merged("grads")

    @property
    def state(self):
        """What the layers keep between batches but do not train, named like `params`."""
        return self._merged("state")

    def astype(self, dtype):
        """Convert all layers to a floating type, and return the network.

        Examples
        --------
        >>> from course_lib.layers import Dense
        >>> network = Sequential([Dense(2, 1, np.random.default_rng(0))]).astype(np.float32)
        >>> network.params["0.W"].dtype
        dtype('float32')
        """
        for layer in self.layers:
            layer.astype(dtype)
        return self

    def predict(self, X, batch_size=256):
        """Outputs in inference mode, computed a few samples at a time to save memory.

        Parameters
        ----------
        X : ndarray
            Inputs, batch first, at least one sample.
        batch_size : int
            Samples at a time, at least 1.

        Returns
        -------
        ndarray
            Outputs of the last layer.

        Raises
        ------
        ValueError
            If there is no sample, or `batch_size` is smaller than 1.
        """
        if len(X) == 0 or batch_size < 1:
            raise ValueError(
                "X must have a sample, and batch_size must be at least 1. "
                f"Received: X.shape={np.shape(X)}, batch_size={batch_size}"
            )
        starts = range(0, len(X), batch_size)
        return np.concatenate([self.forward(X[i : i + batch_size]) for i in starts])

    def snapshot(self):
        """Copies of all parameters and of the state, by name; for :meth:`restore` or ``np.savez``.

        Examples
        --------
        >>> from course_lib.layers import BatchNorm
        >>> sorted(Sequential([BatchNorm(2)]).snapshot())
        ['0.beta', '0.gamma', '0.running_mean', '0.running_var']
        """
        return {name: array.copy() for name, array in (self.params | self.state).items()}

    def restore(self, snapshot):
        """Set all parameters and the state to those of a snapshot.

        Parameters
        ----------
        snapshot : dict of str to ndarray
            From :meth:`snapshot`, of a network with the same layers.

        Raises
        ------
        ValueError
            If names or shapes differ.

        Examples
        --------
        >>> from course_lib.layers import Dense
        >>> network = Sequential([Dense(2, 1, np.random.default_rng(0))])
        >>> before = network.snapshot()
        >>> network.params["0.b"][...] = 5
        >>> network.restore(before)
        >>> network.params["0.b"]
        array([0.])
        """
        arrays = self.params | self.state
        ours = {name: array.shape for name, array in arrays.items()}
        theirs = {name: array.shape for name, array in snapshot.items()}
        if ours != theirs:
            raise ValueError(f"snapshot must hold arrays of shapes {ours}. Received: {theirs}")
        for name, array in arrays.items():
            array[...] = snapshot[name]

    def summary(self, input_shape):
        """Table of the layers with their output shapes and numbers of parameters.

        Parameters
        ----------
        input_shape : tuple of int
            Shape of one sample, such as ``(784,)`` or ``(28, 28, 1)``.

        Returns
        -------
        str
            One line for each layer, and the total; the running statistics of batch
            normalisation are not trained and not counted.

        Raises
        ------
        ValueError
            From the layer that does not fit the one before.
        """
        rows, x = [], np.zeros((1, *input_shape))
        for number, layer in enumerate(copy.deepcopy(self.layers)):
            x = layer.forward(x)
            output = f"(N, {', '.join(map(str, x.shape[1:]))})"
            rows.append((number, str(layer), output, _count(layer)))
        rows = [("", "layer", "output", "parameters"), *rows, ("", "total", "", _count(self))]
        return "\n".join(
            f"{number:<1} {name:<16} {output:<16} {count:>10}"
            for number, name, output, count in rows
        )


def _count(layer):
    return f"{sum(theta.size for theta in layer.params.values()):,}"
