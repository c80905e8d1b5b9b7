"""One command at a time works on the same part of a course directory.

The lock is flock(2) on a file: the system takes it off whoever ends, however rudely, so that none
is ever left behind. The file says who holds it.
"""

import fcntl
import getpass
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum

from grading.course_directory import Course
from grading.errors import CourseError


class Part(StrEnum):
    """What is locked, by the name of the file in ``.locks/``."""

    SUBMITTED = "collecting"  # submitted/ and collected/
    GRADES = "grading"  # the gradebook, release/, autograded/ and reports/


@contextmanager
def locked(course: Course, part: Part, command: str) -> Iterator[None]:
    """Let no other command work on a part of a course directory during a block.

    Parameters
    ----------
    course, part
        What to lock.
    command : str
        What others are told: ``"course collect"``.

    Raises
    ------
    CourseError
        If somebody else holds the lock; the message says who.
    """
    path = course.root / ".locks" / part
    try:
        path.parent.mkdir(exist_ok=True)
        stream = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise CourseError(f"{path} cannot be written: {error.strerror}.") from None
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stream.seek(0)
            holder = stream.read().strip() or "another command"
            raise CourseError(
                f"{course.root} is in use: {holder}. `{command}` has changed nothing; run it again "
                "when that has ended."
            ) from None
        except OSError as error:
            raise CourseError(
                f"{path} cannot be locked ({error.strerror}), so two commands could work on the "
                "course at once: move it to a file system that can."
            ) from None
        try:
            _write(stream, f"{command}, started by {_me()} at {datetime.now():%Y-%m-%d %H:%M:%S}")
            yield
        finally:
            _write(stream, "")
            fcntl.flock(stream, fcntl.LOCK_UN)  # forked processes may have the file open, too


def _write(stream, text: str) -> None:
    """Say in the file who holds the lock."""
    stream.seek(0)
    stream.truncate()
    stream.write(text)
    stream.flush()


def _me() -> str:
    """Name this process."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        user = f"user {os.getuid()}"
    return f"{user} on {socket.gethostname()} (process {os.getpid()})"
