"""A checker that goes through a chapter with its reference, and is copied for every answer tried.

`grading.worker` runs a chapter once and copies itself where answers differ. The checker has to be
at the same place: it runs the reference's tests as the chapter comes to them, and a copy of it runs
the tests of an answer. The original knows no answer, and no copy knows another one's.
"""

import os
import resource
import select
import signal
import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from grading.checking.agent import serve
from grading.checking.process import receive, send


class Examiner:
    """The worker's handle on a checker: runs a test, and answers what it asks meanwhile."""

    def __init__(self, commands: socket.socket, channel: socket.socket, namespace: dict[str, Any]):
        self._commands, self._channel, self._namespace = commands, channel, namespace

    def run(self, index: int) -> str | None:
        """Run the test at a position; return its error as one line, if there is one."""
        send(self._commands, {"index": index})
        serve(self._channel.fileno(), self._namespace)
        reply = receive(self._commands)
        if "outputs" not in reply:
            return "PeerDied: the process of the tests has ended"
        for output in reply["outputs"]:
            if output["output_type"] == "error":
                first_line = (output["evalue"].strip().splitlines() or [""])[0]
                return f"{output['ename']}: {first_line}"
        return None


class Original(Examiner):
    """The checker that knows only the reference.

    Parameters
    ----------
    plan : mapping
        The chapter's plan (`grading.checking.slicing.make_plan`).
    sources : sequence of str or None
        The chapter's cells.
    namespace : dict
        Where the worker runs them.
    """

    def __init__(
        self, plan: Mapping[str, Any], sources: Sequence[str | None], namespace: dict[str, Any]
    ):
        self.positions = {int(index) for index, test in plan["tests"].items() if test["separate"]}
        self._orders, orders = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        commands, theirs = socket.socketpair()
        channel, far_channel = socket.socketpair()
        super().__init__(commands, channel, namespace)
        if os.fork() == 0:
            for one in (self._orders, commands, channel):
                one.close()
            try:
                _examine(plan, sources, orders, theirs, far_channel)
            finally:
                os._exit(0)
        for one in (orders, theirs, far_channel):
            one.close()

    def copy(self, seconds: int) -> Examiner:
        """Return a copy that runs for so many seconds of computing at most."""
        commands, theirs = socket.socketpair()
        channel, far_channel = socket.socketpair()
        with theirs, far_channel:
            ends = [theirs.fileno(), far_channel.fileno()]
            socket.send_fds(self._orders, [str(seconds).encode()], ends)
        return Examiner(commands, channel, self._namespace)


def _examine(
    plan: Mapping[str, Any],
    sources: Sequence[str | None],
    orders: socket.socket,
    commands: socket.socket,
    channel: socket.socket,
) -> None:
    """Be the original: run tests, and fork when copies are ordered."""
    from grading.checking.checker import Checker

    checker = Checker(plan)
    checker.prepare()
    checker.connect(channel)
    while True:
        ready, _, _ = select.select([orders, commands], [], [])
        if commands in ready and not _run_one(checker, sources, commands):
            return
        if orders in ready:
            message, descriptors, _, _ = socket.recv_fds(orders, 32, 2)
            if not message:
                return
            if os.fork() == 0:
                orders.close()
                commands.close()
                seconds = int(message)
                resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
                mine, its_channel = (socket.socket(fileno=one) for one in descriptors)
                checker.connect(its_channel)
                while _run_one(checker, sources, mine):
                    pass
                os._exit(0)
            for one in descriptors:
                os.close(one)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _run_one(checker: Any, sources: Sequence[str | None], commands: socket.socket) -> bool:
    """Run the test that is asked for; tell whether there was one."""
    command = receive(commands)
    if not command:
        return False
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    outputs = checker.run(command["index"], sources[command["index"]])
    send(commands, {"outputs": outputs})
    return True
