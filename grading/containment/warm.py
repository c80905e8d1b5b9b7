"""Starting contained processes quickly: a warm parent, and a handle on each of its children."""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import Any

from grading.containment.isolation import Isolation
from grading.containment.limits import Limits
from grading.containment.view import View
from grading.errors import CourseError
from grading.kernels import PINNED
from grading.scratch import Scratch

PROGRAM = "grading.containment.zygote"
#: The variable that tells where a shared warm parent is, and what it has imported.
SHARED = "COURSE_WARM_PARENT"
#: Seconds that importing everything, and starting one process, may take.
PRELOAD_LIMIT = 300
START_LIMIT = 60
#: What contained processes get of this environment: language, time zone, and what says for which
#: processor libraries choose their code.
KEPT = (
    "LANG",
    "LC_ALL",
    "TZ",
    "OPENBLAS_CORETYPE",
    "ONEDNN_MAX_CPU_ISA",
    "NPY_DISABLE_CPU_FEATURES",
)


def environment() -> dict[str, str]:
    """Return the little of this environment that contained processes get."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {
        **kept,
        **PINNED,
        "PATH": f"{os.path.dirname(sys.executable)}:/usr/local/bin:/usr/bin:/bin",
        "TF_NUM_INTRAOP_THREADS": "1",
        "TF_NUM_INTEROP_THREADS": "1",
        "MPLCONFIGDIR": "/tmp",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


class WarmParent:
    """A process that has imported modules and forks contained processes.

    Parameters
    ----------
    modules : tuple of str
        What to import, beside what every kernel needs. One that is missing is skipped: the code
        that imports it gets its error.
    """

    def __init__(self, modules: tuple[str, ...] = ()):
        self.modules = modules
        self._lock = threading.Lock()
        self._socket, self._process = _start_zygote(modules)
        self.missing = self._greeting()

    @classmethod
    def connected(cls, address: str, modules: tuple[str, ...]) -> "WarmParent":
        """Share a warm parent that another process has started (see `shared`).

        Raises
        ------
        OSError
            If it is not there any more.
        """
        parent = cls.__new__(cls)
        parent.modules = modules
        parent._lock = threading.Lock()
        parent._process = None
        parent._socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        parent._socket.connect(address)
        parent.missing = parent._greeting()
        return parent

    def _greeting(self) -> dict[str, str]:
        """Wait until it is warm; return what it could not import, and why."""
        answer = _receive(self._socket, PRELOAD_LIMIT)[0]
        if not answer:
            self.close()
            raise CourseError("The warm parent did not start: it ended while importing.")
        return answer["missing"]

    def start(
        self,
        role: str,
        isolation: Isolation,
        view: View,
        limits: Limits,
        link: socket.socket | None = None,
        **more: Any,
    ) -> "Contained":
        """Start a contained process and wait until it is ready.

        Parameters
        ----------
        role : str
            ``"kernel"`` or ``"checker"``.
        isolation, view, limits
            What contains it.
        link : socket, optional
            A socket that it gets; the caller should close its own copy.
        **more
            What else the role wants to know.

        Raises
        ------
        CourseError
            If it does not start, with the reason.
        """
        request = {
            "role": role,
            "isolation": isolation,
            "view": asdict(view),
            "limits": asdict(limits),
            "env": environment(),
            "modules": list(self.modules),
            **more,
        }
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        descriptors = [theirs.fileno(), *([] if link is None else [link.fileno()])]
        with theirs, self._lock:
            try:
                socket.send_fds(self._socket, [json.dumps(request).encode()], descriptors)
            except OSError as error:
                raise CourseError(f"The warm parent is gone ({error}).") from None
        return Contained(ours)

    @property
    def gone(self) -> bool:
        """Whether it has ended: it never says anything unasked, so what can be read is the end."""
        return self._socket.fileno() < 0 or bool(select.select([self._socket], [], [], 0)[0])

    def close(self) -> None:
        """End it, unless others share it. What it has forked goes on."""
        self._socket.close()
        if self._process is None:
            return
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class Contained:
    """A handle on one contained process: it lives as long as this is open."""

    def __init__(self, control: socket.socket):
        self._control = control
        self._ending: dict[str, Any] | None = None
        self.pid = 0
        self._pidfd = -1
        deadline = time.monotonic() + START_LIMIT
        started = False
        while not started and self._ending is None:
            message, descriptors = _receive(control, deadline - time.monotonic())
            for one in descriptors:
                self._forget()
                self._pidfd = one
            if not message:
                self._ending = {"exit": None, "reason": "it did not start in time"}
            elif "pid" in message:
                self.pid = message["pid"]
            elif "exit" in message:
                self._ending = message
            started = "ready" in message
        if not started:
            self.close()
            raise CourseError(f"A contained process could not start: {self._ending['reason']}")

    @property
    def ending(self) -> dict[str, Any] | None:
        """How it ended: ``exit`` code and ``reason``; None while it lives."""
        if self._ending is None and select.select([self._control], [], [], 0)[0]:
            self._ending = _receive(self._control, 1)[0] or {"exit": None, "reason": "lost"}
        return self._ending

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self._pidfd >= 0:
            with suppress(ProcessLookupError, PermissionError):
                signal.pidfd_send_signal(self._pidfd, number)

    def wait(self, seconds: float) -> dict[str, Any] | None:
        """Wait for its end, so long at most."""
        if self._ending is None:
            select.select([self._control], [], [], seconds)
        return self.ending

    def close(self) -> None:
        """End it, with everything that it has started."""
        if self._ending is None:
            with suppress(OSError):
                self._control.shutdown(socket.SHUT_WR)
            self.wait(10)
        self._control.close()
        self._forget()

    def _forget(self) -> None:
        """Close what signals are sent through."""
        if self._pidfd >= 0:
            os.close(self._pidfd)
            self._pidfd = -1


def _receive(channel: socket.socket, seconds: float) -> tuple[dict[str, Any], list[int]]:
    """Receive one message with its descriptors; an empty one for none in time, or the end."""
    if not select.select([channel], [], [], max(0.0, seconds))[0]:
        return {}, []
    try:
        message, descriptors, _, _ = socket.recv_fds(channel, 1 << 16, 1)
    except OSError:
        return {}, []
    return (json.loads(message) if message else {}), descriptors


def warm_parent(modules: tuple[str, ...] = ()) -> WarmParent:
    """Return this process's warm parent for these modules; it ends with this process."""
    with _parents_lock:
        parent = _parents.get(modules)
        if parent is not None and parent.gone:
            parent.close()
            parent = None
        if parent is None and (address := _shared_parent(modules)):
            with suppress(OSError, CourseError):
                parent = WarmParent.connected(address, modules)
        parent = _parents[modules] = parent or WarmParent(modules)
    return parent


_parents: dict[tuple[str, ...], WarmParent] = {}
_parents_lock = threading.Lock()


@atexit.register
def _close_parents() -> None:
    """End the warm parents of this process."""
    for parent in _parents.values():
        parent.close()


@contextmanager
def shared(modules: tuple[str, ...]) -> Iterator[None]:
    """Warm up one parent for this process and all that are started in this block.

    It warms up meanwhile; the environment says where it is. Inside a block that already has these
    modules nothing is done.
    """
    if sys.platform != "linux" or _shared_parent(modules):
        yield
        return
    scratch = Scratch("warm")
    address = os.path.join(scratch.path, "s")
    before, process = os.environ.get(SHARED), None
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
            listener.bind(address)
            listener.listen(64)
            owner, process = _start_zygote(modules, listener)
        os.environ[SHARED] = json.dumps([address, modules])
        with owner:
            yield
    finally:
        os.environ.pop(SHARED, None)
        if before is not None:
            os.environ[SHARED] = before
        scratch.close()
        if process is not None:
            process.terminate()  # it may still be importing
            process.wait()


def _shared_parent(modules: tuple[str, ...]) -> str:
    """Return the address of the shared parent, if there is one that has these modules."""
    address, has = json.loads(os.environ.get(SHARED) or '["", []]')
    return address if set(modules) <= set(has) else ""


def _start_zygote(
    modules: tuple[str, ...], listener: socket.socket | None = None
) -> tuple[socket.socket, subprocess.Popen]:
    """Start the process; return the socket that keeps it alive, and the process."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    inherited = ("HOME", "PYTHONPATH", "MPLCONFIGDIR", "XDG_CACHE_HOME")
    env = environment() | {name: os.environ[name] for name in inherited if name in os.environ}
    if "MPLCONFIGDIR" not in os.environ:
        del env["MPLCONFIGDIR"]
    passed = [theirs.fileno(), *([listener.fileno()] if listener else [])]
    numbers = [*map(str, passed), *([] if listener else ["-"])]
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", PROGRAM, *numbers, *modules],
            env=env,
            pass_fds=passed,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    return ours, process


class Rooms:
    """The two folders of a contained process, outside; deleted at the end."""

    def __init__(self) -> None:
        self._scratch = Scratch("room", 0o711)
        self.sockets, self.room = (os.path.join(self._scratch.path, name) for name in ("s", "r"))
        for path in (self.sockets, self.room):
            os.mkdir(path, 0o700)
        self.close = self._scratch.close
