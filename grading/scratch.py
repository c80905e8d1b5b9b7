"""Temporary folders that never outlive for long the process that made them, however that ends.

A process that is killed cannot clean up after itself. So a folder stays locked as long as its
process lives, and whoever needs the first folder of his own deletes those that nobody holds.
"""

import fcntl
import os
import re
import secrets
import stat
import tempfile
import time
import weakref
from contextlib import suppress
from functools import cache

#: A name that nobody gives by hand: what has another one is never touched.
NAME = re.compile(r"course-[a-z]+-[0-9a-f]{16}")
#: Seconds after which a folder that nobody holds is given up: it may just have been made.
YOUNG = 60


class Scratch:
    """A new temporary folder; `close` deletes it, as does the end of this process.

    Parameters
    ----------
    purpose : str
        Small letters, for its name.
    mode : int
        Its permissions.
    """

    def __init__(self, purpose: str, mode: int = 0o700):
        clear_once()
        name = f"course-{purpose}-{secrets.token_hex(8)}"
        self.path = os.path.join(tempfile.gettempdir(), name)
        os.mkdir(self.path, 0o700)
        os.chmod(self.path, mode)
        descriptor = _held(self.path)
        self.close = weakref.finalize(self, _close, self.path, descriptor, os.getpid())


def _held(path: str) -> int:
    """Lock a folder; it is held until the descriptor is closed.

    Raises
    ------
    BlockingIOError
        If another process holds it.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _close(path: str, descriptor: int, owner: int) -> None:
    """Delete a folder, unless this process is only a copy of the one that made it."""
    if os.getpid() == owner:
        delete(path)
        os.close(descriptor)


@cache
def clear_once() -> None:
    """Do `clear`, once in a process."""
    clear()


def clear() -> None:
    """Delete the folders of processes that have ended without doing so."""
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if NAME.fullmatch(entry.name):
                with suppress(OSError):
                    _clear(entry)


def _clear(entry: os.DirEntry) -> None:
    """Delete one folder if it is this user's, not new, and nobody holds it."""
    status = entry.stat(follow_symlinks=False)
    mine = stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()
    if mine and time.time() - status.st_mtime > YOUNG:
        descriptor = _held(entry.path)
        try:
            delete(entry.path)
        finally:
            os.close(descriptor)


def delete(folder: str) -> None:
    """Delete a folder of somebody who does not want that: however deep, whatever its permissions.

    What is in a folder inside is moved up, so that nothing is ever deep.
    """
    token, number = secrets.token_hex(8), 0
    with suppress(OSError):
        while entries := list(os.scandir(folder)):
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry)
                    continue
                os.chmod(entry, 0o700)
                for one in list(os.scandir(entry)):
                    if one.is_dir(follow_symlinks=False):
                        os.chmod(one, 0o700)  # or it cannot be moved
                    number += 1
                    os.rename(one, os.path.join(folder, f"{token}-{number}"))
                os.rmdir(entry)
        os.rmdir(folder)
