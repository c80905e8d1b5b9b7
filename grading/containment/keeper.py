"""The keeper of one contained process: forked by the zygote, it forks the contained one itself.

It prepares the surroundings, waits, watches memory and time, and at the end sees to it that nothing
is left. It talks to the engine over `control`, one JSON object a message: ``{"pid"}`` when the
process exists (with a pidfd), ``{"ready"}`` (with another one, if that was only bubblewrap), and at
last ``{"exit", "reason"}``. When the engine closes its end, or dies, the contained process is
killed.
"""

import json
import os
import select
import signal
import socket
import stat
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from grading.containment import bubblewrap, syscalls
from grading.containment.isolation import Isolation, enter_inner, enter_outer, lock
from grading.containment.limits import Limits, apply_limits
from grading.containment.view import FILES, HOME, MOST_FILES, View, close_sockets, copy_files

#: Seconds between two looks at the memory in use.
WATCH = 0.1
#: Bytes that a file counts, be it empty.
INODE = 4096
#: Folders within folders.
DEEPEST = 200

#: What a contained process can be: a function that is called with the request, the descriptor that
#: came with it (or None), and a function to call when it is ready for other people's code.
ROLES = {
    "kernel": "grading.containment.app:run_kernel",
    "checker": "grading.checking.process:run_checker",
    "verifier": "grading.worker:run_verifier",
}

Role = Callable[[dict[str, Any], int | None, Callable[[], None]], None]


def keep(request: dict[str, Any], control: socket.socket, link: int | None) -> None:
    """Do what this module says; never returns."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        isolation = Isolation(request["isolation"])
        view, limits = View(**request["view"]), Limits(**request["limits"])
        user = enter_outer(isolation, view)
        gate, inner_gate = socket.socketpair()
        gate.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        pid = os.fork()
        if pid == 0:
            _become_contained(request, isolation, view, limits, user, inner_gate, link)
        inner_gate.close()
        if link is not None:
            os.close(link)
        pidfd = os.pidfd_open(pid)
        socket.send_fds(control, [json.dumps({"pid": pid}).encode()], [pidfd])
        try:
            reason = _watch(control, gate, pidfd, isolation, view, limits)
        except Exception as error:  # no reason to let go of it
            reason = f"{type(error).__name__}: {error}"
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if isolation != Isolation.NAMESPACES:
            _kill_descendants()
        ending = {"exit": code, "reason": reason}
    except Exception as error:
        ending = {"exit": None, "reason": f"{type(error).__name__}: {error}"}
    with suppress(OSError):
        control.send(json.dumps(ending).encode())
    os._exit(0)


def _watch(
    control: socket.socket,
    gate: socket.socket,
    pidfd: int,
    isolation: Isolation,
    view: View,
    limits: Limits,
) -> str:
    """Wait for the end; return why the process was ended, empty if it ended by itself."""
    deadline = time.monotonic() + limits.wall_seconds
    started, inside = False, 0
    poll = select.poll()
    for source in (control, gate, pidfd):
        poll.register(source, select.POLLIN)
    while True:
        ready = {descriptor for descriptor, _ in poll.poll(1000 * WATCH)}
        if gate.fileno() in ready:
            poll.unregister(gate)
            report, inside = _receive_from(gate)
            if report.startswith(b"ready"):
                if isolation == Isolation.NAMESPACES:
                    close_sockets(view)
                own = [os.pidfd_open(inside)] if isolation == Isolation.BUBBLEWRAP else []
                gate.send(b"go")
                started = True
                socket.send_fds(control, [json.dumps({"ready": True}).encode()], own)
            elif report:
                return report.decode(errors="replace")
        if pidfd in ready:
            return ""
        if control.fileno() in ready:
            return "closed"
        if time.monotonic() >= deadline:
            return "time"
        if not started:  # what is in sight now is still the whole machine
            continue
        pids = _processes(isolation)
        if len(pids) > limits.processes:  # root has no limit of its own
            return "processes"
        if (
            sum(map(_resident, pids)) > limits.total_memory // 2
            and sum(map(_proportional, pids)) > limits.total_memory
        ):
            return "memory"
        if isolation != Isolation.NAMESPACES and _size(view) + _unlinked(pids) > limits.disk:
            return "disk"
        if isolation == Isolation.BUBBLEWRAP:
            with suppress(OSError):  # it has just ended
                if bubblewrap.files_inside(inside) > MOST_FILES:
                    return "disk"


def _receive_from(gate: socket.socket) -> tuple[bytes, int]:
    """Receive a message; also return which process has sent it, as it is called out here."""
    report, more, _, _ = gate.recvmsg(4096, socket.CMSG_SPACE(struct.calcsize("3i")))
    return report, next((struct.unpack("3i", credentials)[0] for _, _, credentials in more), 0)


def _become_contained(
    request: dict[str, Any],
    isolation: Isolation,
    view: View,
    limits: Limits,
    user: int,
    gate: socket.socket,
    link: int | None,
) -> None:
    """Turn this process into the contained one; never returns."""
    try:
        _close_all_but({gate.fileno(), *([] if link is None else [link])})
        if isolation == Isolation.BUBBLEWRAP:
            _start_bubblewrap(request, view, limits, gate, link)
        enter_inner(isolation, view, limits, user)
        if sys.platform == "linux":
            syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
        be_contained(request, gate, link)
    except BaseException as error:
        with suppress(OSError):
            gate.send(f"{type(error).__name__}: {error}"[:1000].encode())
    finally:
        os._exit(1)


def _start_bubblewrap(
    request: dict[str, Any], view: View, limits: Limits, gate: socket.socket, link: int | None
) -> None:
    """Replace this process by bubblewrap, which starts `grading.containment.fresh`."""
    passed = os.memfd_create("request", 0)
    os.write(passed, json.dumps(request).encode())
    os.lseek(passed, 0, os.SEEK_SET)
    descriptors = [gate.fileno(), -1 if link is None else link, passed]
    for one in descriptors:
        if one >= 0:
            os.set_inheritable(one, True)
    program = [sys.executable, "-P", "-m", "grading.containment.fresh", *map(str, descriptors)]
    os.execvp("bwrap", [*bubblewrap.command(view, limits.disk), *program])


def be_contained(request: dict[str, Any], gate: socket.socket, link: int | None) -> None:
    """Play the role that is asked for, in surroundings that are ready; never returns."""
    isolation = Isolation(request["isolation"])
    view = View(**request["view"])
    own = isolation in (Isolation.NAMESPACES, Isolation.BUBBLEWRAP)
    code = 1
    try:
        if isolation == Isolation.BUBBLEWRAP:
            apply_limits(Limits(**request["limits"]))
        home = HOME if own else view.room
        os.environ.clear()
        os.environ.update(request["env"], HOME=home)
        if not own:
            os.environ["TMPDIR"] = home
        if view.files:
            copy_files(FILES if own else view.files, home)
        os.chdir(home)
        if view.library and not own:  # elsewhere it stands where the installed one does
            import_from(os.path.dirname(view.library))

        def ready() -> None:
            gate.send(b"ready")
            gate.recv(16)
            gate.close()
            lock(isolation)

        module, function = ROLES[request["role"]].split(":")
        getattr(import_module(module), function)(request, link, ready)
        code = 0
    except BaseException as error:
        with suppress(OSError):
            gate.send(f"{type(error).__name__}: {error}"[:1000].encode())
    finally:
        os._exit(code)


def import_from(folder: str) -> None:
    """Let modules be found in a folder first, also if the process has looked for them before."""
    sys.path.insert(0, folder)
    for name in [one for one in sys.modules if one.partition(".")[0] == "course_lib"]:
        del sys.modules[name]


def _close_all_but(keep_open: set[int]) -> None:
    """Send the standard streams nowhere, and close every other descriptor."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    for name in os.listdir("/proc/self/fd"):
        if int(name) > 2 and int(name) not in keep_open:
            with suppress(OSError):
                os.close(int(name))


def _processes(isolation: Isolation) -> list[int]:
    """List the contained processes."""
    if isolation == Isolation.NAMESPACES:  # this process sees the /proc of inside, not itself
        return [int(name) for name in os.listdir("/proc") if name.isdecimal()]
    return _descendants()


def _descendants() -> list[int]:
    """List all processes below this one, adopted ones too."""
    children: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdecimal():
            with suppress(OSError):
                line = Path(f"/proc/{name}/stat").read_text(encoding="utf-8", errors="replace")
                parent = int(line.rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(name))
    found, waiting = [], [os.getpid()]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def _kill_descendants() -> None:
    """Kill and bury everything below this process, until nothing is there."""
    while pids := _descendants():
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        time.sleep(0.005)


def _resident(pid: int) -> int:
    """Return the memory of a process, with what it shares; quick."""
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as stream:
            return int(stream.read().split()[1]) * 4096
    except (OSError, IndexError):
        return 0


def _proportional(pid: int) -> int:
    """Return the memory of a process, its part of what it shares; slower."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as stream:
            return sum(int(line.split()[1]) * 1024 for line in stream if line.startswith("Pss:"))
    except OSError:
        return 0


def _size(view: View) -> int:
    """Add up the sizes of the files in the folders that can be written to; each has an inode.

    What is too deep to be looked at is too large.
    """
    total, waiting = 0, [(view.room, 0), (view.sockets, 0)]
    while waiting:
        folder, depth = waiting.pop()
        if depth > DEEPEST:
            return sys.maxsize
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):
                    total += INODE + entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, depth + 1))
    return total


def _unlinked(pids: list[int]) -> int:
    """Add up the sizes of the files that processes have open and that have no name any more."""
    sizes = {}
    for pid in pids:
        with suppress(OSError), os.scandir(f"/proc/{pid}/fd") as entries:
            for entry in entries:
                with suppress(OSError):
                    status = entry.stat()
                    if stat.S_ISREG(status.st_mode) and status.st_nlink == 0:
                        sizes[status.st_dev, status.st_ino] = status.st_blocks * 512
    return sum(sizes.values())
