"""Landlock: a process gives up file access, for itself and all its children (landlock(7))."""

import ctypes
import os
import struct
from collections.abc import Iterable

from grading.containment.syscalls import (
    PR_SET_NO_NEW_PRIVS,
    SYS_LANDLOCK_ADD,
    SYS_LANDLOCK_CREATE,
    SYS_LANDLOCK_RESTRICT,
    prctl,
    syscall,
)

_VERSION = 1  # flag: ask for the version instead of making a ruleset
_RULE_PATH_BENEATH = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | 1 << 14 | 1 << 15  # truncate, device ioctl
_REFER, _TRUNCATE, _IOCTL_DEVICE = 1 << 13, 1 << 14, 1 << 15
_FIRST_VERSION = (1 << 13) - 1
_NETWORK = 3  # bind and connect TCP
_SCOPES = 3  # abstract sockets and signals

#: Signals and abstract sockets can be confined from this version on.
SCOPED = 6


def version() -> int:
    """Return the version of Landlock that this machine enforces, 0 for none."""
    try:
        return syscall(SYS_LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))
    except OSError:
        return 0


def restrict(
    readable: Iterable[str], writable: Iterable[str], listable: Iterable[str] = ()
) -> None:
    """Let this thread, and what it starts, reach only these files and folders.

    In those that are only listable names can be read, not files.

    From version 4 on TCP is closed too, from version 6 on abstract sockets and signals to
    processes outside.
    """
    current = version()
    files = _FIRST_VERSION
    for since, right in ((2, _REFER), (3, _TRUNCATE), (5, _IOCTL_DEVICE)):
        if current >= since:
            files |= right
    rules = struct.pack("QQQ", files, _NETWORK, _SCOPES if current >= SCOPED else 0)
    size = 8 if current < 4 else 16 if current < SCOPED else 24
    ruleset = syscall(
        SYS_LANDLOCK_CREATE, ctypes.c_char_p(rules), ctypes.c_size_t(size), ctypes.c_uint32(0)
    )
    try:
        for path in readable:
            _allow(ruleset, path, files & _READ)
        for path in listable:
            _allow(ruleset, path, _READ_DIR)
        for path in writable:
            _allow(ruleset, path, files)
        prctl(PR_SET_NO_NEW_PRIVS, 1)
        syscall(SYS_LANDLOCK_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    """Add a rule for a path; one that is not there needs none."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not os.path.isdir(path):
            rights &= _ON_FILES
        rule = struct.pack("=Qi", rights, descriptor)
        syscall(
            SYS_LANDLOCK_ADD,
            ctypes.c_int(ruleset),
            ctypes.c_int(_RULE_PATH_BENEATH),
            ctypes.c_char_p(rule),
            ctypes.c_uint32(0),
        )
    finally:
        os.close(descriptor)
