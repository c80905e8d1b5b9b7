"""Processes that play the student's side, for tests of the checker's side.

``python students.py FD`` forks a process for every source that it gets over the socket FD, together
with the end of a connection: quicker than starting Python for each, and safe, because it has no
threads. A source that defines `play` is hostile: `play(connection)` is called instead of the agent.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grading.checking.link import Link

LONGEST_SOURCE = 1 << 20


class Nursery:
    """Makes student processes."""

    def __init__(self):
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())], pass_fds=[theirs.fileno()]
        )
        theirs.close()

    def start(self, source: str) -> tuple[socket.socket, int]:
        """Start a student; return the other end of its connection, and its process id."""
        ours, theirs = socket.socketpair()
        socket.send_fds(self._control, [source.encode()], [theirs.fileno()])
        theirs.close()
        return ours, int(self._control.recv(100))

    @contextmanager
    def student(self, source: str = "") -> Iterator[Link]:
        """Yield a link to a student whose kernel has run a source."""
        connection, pid = self.start(source)
        connection.settimeout(20)
        link = Link(connection)
        link.process, link.connection = pid, connection
        with (
            connection
        ):  # when it is closed, an honest student ends; the others do with the nursery
            yield link

    def close(self) -> None:
        """End all of them."""
        self._control.close()
        self._process.wait()


def main() -> None:
    """Fork a student for every request."""
    from grading.checking import agent

    control = socket.socket(fileno=int(sys.argv[1]))
    children = []  # never waited for, so that nobody else gets their numbers
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, LONGEST_SOURCE, 1)
        if not message:
            for child in children:
                os.kill(child, signal.SIGKILL)
            return
        pid = os.fork()
        if pid == 0:
            try:
                control.close()
                namespace = {"__name__": "__main__"}
                exec(compile(message, "<ipython-input-1-student>", "exec"), namespace)
                if "play" in namespace:
                    namespace["play"](socket.socket(fileno=descriptors[0]))
                else:
                    agent.serve(descriptors[0], namespace)
            finally:
                os._exit(0)
        os.close(descriptors[0])
        children.append(pid)
        control.send(str(pid).encode())


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))
    main()
