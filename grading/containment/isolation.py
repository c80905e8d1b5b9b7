"""What keeps contained code away from everything else, and which of it this machine can do."""

import os
import sys
import tempfile
from enum import StrEnum
from functools import cache

from grading.containment import bubblewrap, landlock, seccomp, syscalls
from grading.containment.limits import Limits, apply_limits
from grading.containment.view import View, make_view, public, python_folders, readable

#: Users that no system hands out; the process id of the keeper is added.
FIRST_USER = 1 << 20


class Isolation(StrEnum):
    """Ways of isolating, the strongest first."""

    NAMESPACES = "namespaces"
    BUBBLEWRAP = "bubblewrap"
    LANDLOCK = "landlock"
    NONE = "none"


NEVER_ANOTHER_USER = (Isolation.BUBBLEWRAP, Isolation.NONE)
NAMESPACES = (
    syscalls.CLONE_NEWNS
    | syscalls.CLONE_NEWPID
    | syscalls.CLONE_NEWNET
    | syscalls.CLONE_NEWIPC
    | syscalls.CLONE_NEWUTS
    | syscalls.CLONE_NEWCGROUP
)


def protections(isolation: Isolation) -> list[str]:
    """List what protects the machine and the other submissions, in words."""
    limits = "limits of memory, processes, CPU time, files and output; time limits"
    filtered = "system calls filtered (seccomp)"
    calls = filtered if seccomp.available() else "system calls NOT filtered (no libseccomp)"
    user = "a user of its own" if changes_user(isolation) else "your user, under another number"
    match isolation:
        case Isolation.NAMESPACES:
            return [
                "own view of the file system, temporary files in memory (mount namespace)",
                "no network (network namespace)",
                "no other process in sight, none left behind (PID namespace)",
                f"{user}, without privileges",
                calls,
                limits,
            ]
        case Isolation.BUBBLEWRAP:
            return [
                "own view of the file system, no network, own processes (bubblewrap)",
                "your user, under another number, without privileges",
                calls,
                limits,
            ]
        case Isolation.LANDLOCK:
            return [
                "reads only Python and its libraries, writes only to its own folder (Landlock)",
                "no new sockets (seccomp)" if seccomp.available() else "sockets NOT filtered",
                "other processes can be seen, not touched",
                "a user of its own" if changes_user(isolation) else "your user, without privileges",
                calls,
                limits,
            ]
    return ["NOTHING but limits: code runs with your rights and sees your files and network"]


def changes_user(isolation: Isolation) -> bool:
    """Tell whether contained code runs as another user of the machine: only root can do that.

    Without a file system of its own, that user must also be able to read Python.
    """
    if os.name != "posix" or os.geteuid() != 0 or isolation in NEVER_ANOTHER_USER:
        return False
    return isolation == Isolation.NAMESPACES or all(map(public, python_folders()))


def enter_outer(isolation: Isolation, view: View) -> int:
    """Enter what must be entered before the contained process is forked; return its user.

    Raises
    ------
    OSError
        If this machine refuses.
    """
    if isolation != Isolation.NAMESPACES:
        if sys.platform == "linux":
            syscalls.prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)
        inside = FIRST_USER + os.getpid() if changes_user(isolation) else os.geteuid()
        for folder in (view.sockets, view.room):
            os.chown(folder, inside, -1)
        return inside
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        inside = FIRST_USER + os.getpid()
        os.chown(view.sockets, inside, -1)
        syscalls.unshare(NAMESPACES)
    else:
        inside = 1000
        syscalls.unshare(syscalls.CLONE_NEWUSER | NAMESPACES)
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{inside} {user} 1")
        _write("/proc/self/gid_map", f"{inside} {group} 1")
    syscalls.mount("none", "/", flags=syscalls.MS_REC | syscalls.MS_PRIVATE)
    syscalls.loopback_up()
    return inside


def enter_inner(isolation: Isolation, view: View, limits: Limits, user: int) -> None:
    """Confine the forked process itself, as long as it has only one thread.

    Afterwards it is an ordinary user with limits; `lock` comes when its sockets are open.
    """
    if isolation == Isolation.NAMESPACES:
        make_view(view, user, limits.disk)
    files, folders = readable(view) if isolation == Isolation.LANDLOCK else ([], [])
    own_user = isolation == Isolation.NAMESPACES or changes_user(isolation)
    apply_limits(limits, own_user)
    if changes_user(isolation):
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    if isolation in (Isolation.NAMESPACES, Isolation.LANDLOCK):
        syscalls.drop_capabilities()
        syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
    if isolation == Isolation.LANDLOCK:
        landlock.restrict(files, [view.room, view.sockets, "/dev/null"], folders)


def lock(isolation: Isolation) -> None:
    """Forbid system calls, to all threads. The last step before anybody else's code runs."""
    if isolation != Isolation.NONE and seccomp.available():
        seccomp.forbid(landlocked=isolation == Isolation.LANDLOCK)


@cache
def available() -> tuple[Isolation, ...]:
    """Find out by trying which ways of isolating work here, the strongest first."""
    if sys.platform != "linux":
        return (Isolation.NONE,)
    tests = {
        Isolation.NAMESPACES: lambda: _works(Isolation.NAMESPACES),
        Isolation.BUBBLEWRAP: bubblewrap.works,
        Isolation.LANDLOCK: lambda: _works(Isolation.LANDLOCK),
    }
    return (*(one for one, works in tests.items() if works()), Isolation.NONE)


def _works(isolation: Isolation) -> bool:
    """Try a way of isolating in a process of its own."""
    if isolation == Isolation.LANDLOCK and landlock.version() < landlock.SCOPED:
        return False
    with tempfile.TemporaryDirectory(prefix="course-probe-") as folder:
        sockets, room = (os.path.join(folder, name) for name in ("sockets", "room"))
        os.mkdir(sockets)
        os.mkdir(room)
        view = View(sockets, room)
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                user = enter_outer(isolation, view)
                inner = os.fork()
                if inner == 0:
                    enter_inner(isolation, view, Limits(), user)
                    lock(isolation)
                    code = 0
                else:
                    code = os.waitstatus_to_exitcode(os.waitpid(inner, 0)[1])
            finally:
                os._exit(abs(code))
        return os.waitpid(pid, 0)[1] == 0


def _write(path: str, text: str) -> None:
    """Write to one of the kernel's files."""
    with open(path, "w", encoding="ascii") as stream:
        stream.write(text)
