"""Keras models of the student's, seen from a test.

A model stays in the student's kernel, and so do its layers, optimizer and history; the test gets a
`StudentModel` for each. What it asks of them is done over there, and what comes back are values:
tensors and variables arrive as NumPy arrays, lists of layers as lists of `StudentModel`. ::

    model = build_cnn()  # a StudentModel
    model.count_params()  # an int
    model.fit(X, y, epochs=2, verbose=0)  # trains over there
    P = model.predict(X_new, verbose=0)  # an array: judge it here

All of that is the student's side's word, as any return value is. **A test computes what it marks
from `predict`**, on data of its own: ``np.mean(P.argmax(axis=1) == y_new)``. What `evaluate` or a
history says of the accuracy is faked by any model that overrides it. `count_params` can be faked,
too: add up the sizes of `get_weights()`, and compute `predict` from them, if it matters.

No model is rebuilt in the checker: a saved model or a configuration can name code to run.
"""

from typing import Any

from grading.checking.remote import KINDS, Callable, Remote, Truthy


class StudentModel(Truthy, Callable, Remote):
    """A Keras model, layer, optimizer or history of the student's."""

    what = "Keras object"
    _OWN = frozenset({"add", "pop"})  # which sets and lists have, too

    def __getattr__(self, name: str) -> Any:
        if name in StudentModel._OWN:
            return self._link.ask("getattr", self._handle, name)
        return super().__getattr__(name)


KINDS["keras"] = StudentModel
