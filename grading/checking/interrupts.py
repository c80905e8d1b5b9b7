"""Interrupts of the student's kernel: they end the student's call, never a message half-way."""

import signal
from collections.abc import Callable
from typing import Any


class Interrupts:
    """Lets an interrupt raise KeyboardInterrupt in the student's code only.

    One that comes while a message is read or written waits until the student's code goes on; one
    that comes between two requests is too late and forgotten.
    """

    def __init__(self):
        self._in_student_code = self._pending = False

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGINT, self._handle)

    def __exit__(self, *exception: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _handle(self, number: int, frame: Any) -> None:
        if self._in_student_code:
            self._in_student_code = False  # one at a time: it must not hit what cleans up
            raise KeyboardInterrupt
        self._pending = True

    def check(self) -> None:
        """Raise the interrupt that came meanwhile, if there is one."""
        if self._pending:
            self._pending = False
            raise KeyboardInterrupt

    def forget(self) -> None:
        """Forget an interrupt that came too late."""
        self._pending = False

    def run(self, student: bool, function: Callable[[], Any]) -> Any:
        """Call a function, in the student's code or outside of it."""
        before = self._in_student_code
        try:
            self._in_student_code = student
            if student:
                self.check()
            return function()
        finally:
            self._in_student_code = before
