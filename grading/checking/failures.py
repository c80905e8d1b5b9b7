"""Exceptions and warnings as plain values: the names of their classes, and what they say.

What is made from them again is of one of a few known classes, so that a name cannot end the checker
(SystemExit), break its loops (StopIteration) or run code.
"""

import builtins
import warnings
from typing import Any

import numpy as np

LONGEST_MESSAGE = 2000
MOST_NAMES = 30

# Not those that loops and the interpreter understand, nor those that need more than a message.
_SPECIAL = {
    "StopIteration",
    "StopAsyncIteration",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeTranslateError",
    "ExceptionGroup",
}
KNOWN = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, Exception) and name not in _SPECIAL
} | {
    kind.__name__: kind
    for kind in (
        np.linalg.LinAlgError,
        np.exceptions.ComplexWarning,
        np.exceptions.RankWarning,
        np.exceptions.VisibleDeprecationWarning,
    )
}
KNOWN_WARNINGS = {name: kind for name, kind in KNOWN.items() if issubclass(kind, Warning)}


class RemoteError(Exception):
    """The answer raised something that is none of the exceptions known to the checker."""


def describe(error: BaseException) -> tuple[list[str], str]:
    """Return the names of an exception's classes, most special first, and its message."""
    names = [kind.__name__ for kind in type(error).__mro__][:MOST_NAMES]
    try:
        # str() of a KeyError is the repr of the key: made anew, it would be quoted twice.
        alone = isinstance(error, KeyError) and len(error.args) == 1
        message = str(error.args[0] if alone else error)
    except Exception:  # the message is code of the student's
        message = "(its message cannot be shown)"
    return names, message[:LONGEST_MESSAGE]


def rebuild(names: Any, message: Any) -> Exception:
    """Return an exception of the first class that is known, with the message.

    >>> rebuild(["MyError", "ValueError", "Exception"], "n is negative")
    ValueError('n is negative')
    >>> rebuild(["SystemExit", "BaseException"], "0")
    RemoteError('SystemExit: 0')
    """
    names = [str(name)[:100] for name in names if type(name) is str] if type(names) is list else []
    message = message[:LONGEST_MESSAGE] if type(message) is str else ""
    for name in names[:MOST_NAMES]:
        if name in KNOWN and KNOWN[name] is not Exception:
            return KNOWN[name](message)
    return RemoteError(f"{names[0]}: {message}" if names else message)


def rewarn(names: Any, message: Any, stacklevel: int) -> None:
    """Issue a warning of the first category that is known."""
    names = names if type(names) is list else []
    known = (KNOWN_WARNINGS[one] for one in names if type(one) is str and one in KNOWN_WARNINGS)
    message = message[:LONGEST_MESSAGE] if type(message) is str else ""
    warnings.warn(message, next(known, UserWarning), stacklevel=stacklevel + 1)
