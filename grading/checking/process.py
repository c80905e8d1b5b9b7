"""The checker as a process, and the handle on it that a runner has.

For each chapter a worker has one *template*: a contained process that has run what the tests need
and has met no student. It forks a checker for each submission. The checker gets its commands from
the worker over one socket, and asks the student's kernel over another one, its *channel*. The
kernel's end of the channel is passed to the kernel over its *link*, so that there can be a second
checker, should a test never end.

Commands and replies are JSON, each with its length in front.
"""

import atexit
import json
import os
import select
import signal
import socket
import struct
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing.util import Finalize
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output

#: The longest command or reply, in bytes.
LONGEST = 16 * 1024**2
#: The length of an order to a template.
ORDER = 8
#: Seconds that preparing a chapter's tests may take.
PREPARATION = 300

_link: socket.socket | None = None
_channel: int | None = None


# --- in the student's kernel ----------------------------------------------------------------------

#: The cell with which a student's kernel answers its checker until that is done.
SERVE = "__import__('grading.checking.process', fromlist=['answer']).answer()"


def set_link(descriptor: int) -> None:
    """Keep the link of this kernel (called before anybody's code runs)."""
    global _link
    _link = socket.socket(fileno=descriptor)


def answer() -> None:
    """Answer the checker, over the newest channel, until it is done."""
    from grading.checking import agent

    global _channel
    while select.select([_link], [], [], 0 if _channel is not None else 5)[0]:
        message, descriptors, _, _ = socket.recv_fds(_link, 1, 1)
        if not message:
            return
        _channel = descriptors[0]
    if _channel is not None:
        agent.serve(_channel)


# --- in the template and the checker --------------------------------------------------------------


def run_checker(request: dict[str, Any], link: int | None, ready: Callable[[], None]) -> None:
    """Be a template: prepare, then fork a checker for every channel that comes.

    Parameters
    ----------
    request : dict
        What the keeper was asked for.
    link : int
        The descriptor of a socket to the worker.
    ready : callable
        Called when nothing but the chapter's own code will follow.
    """
    ready()
    orders = socket.socket(fileno=link)
    try:
        from grading.checking.checker import Checker

        checker = Checker(receive(orders)["plan"])
        checker.prepare()
    except BaseException as error:
        send(orders, {"failed": f"{type(error).__name__}: {error}"})
        return
    from grading.containment.zygote import unsafe_to_fork

    problem = unsafe_to_fork()
    send(orders, {"prepared": True, "forkable": not problem})
    children: dict[int, int] = {}
    while True:
        message, descriptors, _, _ = socket.recv_fds(orders, ORDER, 2)
        if not message:
            return
        number = int(message)
        if number < 0:
            with suppress(ProcessLookupError, KeyError):
                os.kill(children.pop(-number), signal.SIGKILL)
        elif problem or (pid := os.fork()) == 0:
            _check(checker, *(socket.socket(fileno=one) for one in descriptors))
            os._exit(0)
        else:
            children[number] = pid
            for one in descriptors:
                os.close(one)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _check(checker: Any, commands: socket.socket, channel: socket.socket) -> None:
    """Be a checker: run one test for every command."""
    checker.connect(channel)
    while command := receive(commands):
        outputs = checker.run(command["index"], command["source"])
        send(commands, {"outputs": outputs})


# --- in the worker --------------------------------------------------------------------------------


class CheckerError(Exception):
    """The tests of a chapter cannot be run: the chapter's fault, not the student's."""


class Template:
    """A worker's handle on the template of a chapter."""

    def __init__(self, plan: Mapping[str, Any], settings: Any):
        from grading.containment.view import View
        from grading.containment.warm import Rooms, warm_parent

        self.plan = plan
        self._count = 0
        self._rooms = Rooms()
        self._orders, theirs = socket.socketpair()
        try:
            with theirs:
                self._contained = warm_parent(settings.modules).start(
                    "checker",
                    settings.mechanism,
                    View(sockets=self._rooms.sockets, room=self._rooms.room, trusted=True),
                    settings.limits,
                    link=theirs,
                )
            with suppress(OSError):
                send(self._orders, {"plan": plan})
            answered = receive(self._orders, PREPARATION)
        except BaseException:
            self._rooms.close()
            raise
        if "prepared" not in answered:
            self.close()
            why = answered.get("failed", "the process ended")
            raise CheckerError(f"What the tests need does not run: {why}")
        self.forkable = answered["forkable"]

    @property
    def usable(self) -> bool:
        """Whether it can make another checker."""
        return self._contained.ending is None and (self.forkable or self._count == 0)

    def fork(self, commands: socket.socket, channel: socket.socket) -> int:
        """Make a checker with these sockets; return its number."""
        self._count += 1
        descriptors = [commands.fileno(), channel.fileno()]
        socket.send_fds(self._orders, [str(self._count).encode().ljust(ORDER)], descriptors)
        return self._count

    def kill(self, number: int) -> None:
        """End a checker, whatever it does."""
        if not self.forkable:
            self.close()
        with suppress(OSError):
            self._orders.send(str(-number).encode().ljust(ORDER))

    def close(self) -> None:
        """End it and its checkers."""
        self._orders.close()
        self._contained.close()
        self._rooms.close()


_templates: dict[str, Template] = {}


@atexit.register
def _close_templates() -> None:
    """End this process's template."""
    for one in _templates.values():
        one.close()
    _templates.clear()


def template_for(chapter: str, plan: Mapping[str, Any], settings: Any) -> Template:
    """Return this process's template for a chapter; there is one at a time."""
    key = json.dumps([chapter, plan, repr(settings)], sort_keys=True)
    found = _templates.get(key)
    if found is None or not found.usable:
        _close_templates()
        # A worker that was forked ends without what is registered with atexit.
        Finalize(None, _close_templates, exitpriority=1)
        _templates[key] = found = Template(plan, settings)
    return found


class ContainedChecker:
    """Runs the tests of one submission (see `grading.execution.Checker`)."""

    serve = SERVE

    def __init__(self, chapter: str, plan: Mapping[str, Any], settings: Any):
        self._chapter, self._plan, self._settings = chapter, plan, settings
        self._positions = {
            test["name"]: int(index) for index, test in plan["tests"].items() if test["separate"]
        }
        self._ours, self.link = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._commands: socket.socket | None = None
        self._start()

    def _start(self) -> None:
        """Have a checker made, and give the student's kernel its end of the channel."""
        self._template = template_for(self._chapter, self._plan, self._settings)
        self._commands, theirs = socket.socketpair()
        channel, students = socket.socketpair()
        with theirs, channel, students:
            self._number = self._template.fork(theirs, channel)
            with suppress(OSError):
                socket.send_fds(self._ours, [b"c"], [students.fileno()])

    def runs(self, cell: NotebookNode) -> bool:
        """Tell whether it runs this test."""
        return cell.metadata.nbgrader.get("grade_id") in self._positions

    def run(self, cell: NotebookNode, seconds: float) -> list[NotebookNode]:
        """Run a test; an error is among its outputs if it took too long."""
        if self._commands is None:
            self._start()
        index = self._positions[cell.metadata.nbgrader.grade_id]
        try:
            send(self._commands, {"index": index, "source": cell.source})
            reply = receive(self._commands, seconds)
        except (OSError, ValueError):
            reply = {}
        if "outputs" in reply:
            return [nbformat.from_dict(one) for one in reply["outputs"]]
        self._stop()
        text = f"The test was stopped after {seconds:g} seconds, or its process died."
        return [
            new_output(
                "error", ename="CellTimeoutError", evalue=text, traceback=[f"TestStopped: {text}"]
            )
        ]

    def _stop(self) -> None:
        """End the checker; the next test gets a new one."""
        self._template.kill(self._number)
        self._commands.close()
        self._commands = None

    def close(self) -> None:
        """End everything of this submission."""
        if self._commands is not None:
            self._stop()
        self._ours.close()
        self.link.close()


@contextmanager
def checker_for(chapter: str, plan: Mapping[str, Any], settings: Any) -> Iterator[ContainedChecker]:
    """Yield a checker for one submission.

    Raises
    ------
    CheckerError
        If the chapter's tests cannot be prepared.
    """
    checker = ContainedChecker(chapter, plan, settings)
    try:
        yield checker
    finally:
        checker.close()


def send(channel: socket.socket, message: Any) -> None:
    """Send one JSON message."""
    content = json.dumps(message).encode()
    if len(content) > LONGEST:
        content = json.dumps({"failed": "the message is too long"}).encode()
    channel.sendall(struct.pack("!I", len(content)) + content)


def receive(channel: socket.socket, seconds: float | None = None) -> dict[str, Any]:
    """Receive one JSON message; an empty one at the end, or if none has come in time.

    Raises
    ------
    ValueError
        If it is not a message.
    """
    deadline = None if seconds is None else time.monotonic() + seconds

    def read(length: int) -> bytes:
        content = bytearray()
        while len(content) < length:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not select.select([channel], [], [], left)[0]:
                return b""
            more = channel.recv(min(1 << 16, length - len(content)))
            if not more:
                return b""
            content += more
        return bytes(content)

    header = read(4)
    if len(header) < 4:
        return {}
    (length,) = struct.unpack("!I", header)
    if length > LONGEST:
        raise ValueError("the message is too long")
    message = json.loads(read(length) or b"{}")
    if not isinstance(message, dict):
        raise ValueError("the message is no object")
    return message
