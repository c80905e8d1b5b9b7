"""What the student's code does besides returning: output, warnings, changes of its arguments."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

import numpy as np

from grading.checking.failures import describe

LONGEST_OUTPUT = 10_000
MOST_WARNINGS = 20


class Effects(io.TextIOBase):
    """Records the warnings and the output of the student's code, up to a limit."""

    def __init__(self):
        self._text, self._warnings = "", {}

    def write(self, text: str) -> int:
        """Keep what is printed."""
        self._text += text[: LONGEST_OUTPUT - len(self._text)]
        return len(text)

    def _warn(self, message: Warning, *args: Any, **kwargs: Any) -> None:
        if len(self._warnings) < MOST_WARNINGS:
            names, text = describe(message)
            self._warnings[names[0], text] = (names, text)

    @contextmanager
    def recorded(self) -> Iterator[None]:
        """Record; the student's own filters hold in blocks of the student's only."""
        with warnings.catch_warnings(), redirect_stdout(self), redirect_stderr(self):
            warnings.simplefilter("always")
            warnings.showwarning = self._warn
            yield

    def fields(self) -> tuple[list, str]:
        """Return what was recorded."""
        return list(self._warnings.values()), self._text


def content(value: Any) -> Any:
    """Return what is needed to see whether an object changes."""
    if isinstance(value, np.ndarray):
        return value.dtype, value.shape, value.flags.c_contiguous
    return _parts(value)


def _parts(value: Any) -> list:
    return [*value, *value.values()] if isinstance(value, dict) else list(value)


def changed(value: Any, before: Any, received: bytes | None) -> bool:
    """Whether an object is not what it was before: its `content`, and for an array its bytes."""
    if isinstance(value, np.ndarray):
        order = "C" if value.flags.c_contiguous else "F"
        return content(value) != before or value.tobytes(order) != received
    now = _parts(value)
    return len(now) != len(before) or any(a is not b for a, b in zip(now, before, strict=True))


def snapshot(value: Any) -> Any:
    """Return another object with the same content: the object itself is known to the checker."""
    return value.view() if isinstance(value, np.ndarray) else type(value)(value)
