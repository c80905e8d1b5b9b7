"""The Jupyter kernel that runs in containment: ipykernel, started in a process that is ready."""

import random
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from unittest import mock

from ipykernel import ipkernel
from ipykernel.iostream import OutStream
from ipykernel.kernelapp import IPKernelApp
from traitlets import Integer, Type

from grading.kernels import CHANNELS

INLINE = "matplotlib_inline.backend_inline"
#: The modules that were there before a kernel was: what `%reset aggressive` keeps.
KNOWN_MODULES: set[str] = set()


class CappedStream(OutStream):
    """A stream that stops after a number of characters, so that a print in a loop stays small."""

    left = 8 * 1024**2

    def write(self, string: str) -> int:
        """Write what there is room for; say once that there is no more."""
        if not isinstance(string, str):
            raise TypeError(f"write() argument must be str, not {type(string).__name__}")
        room = CappedStream.left
        CappedStream.left = max(0, room - len(string))
        if len(string) <= room:
            super().write(string)
        elif room > 0:
            super().write(string[:room] + "\n[output cut: it has reached its limit]\n")
        return len(string)


class ContainedKernel(ipkernel.IPythonKernel):
    """An ipykernel that starts without looking at every module.

    Only a debugger wants to know their files. To ask each module would copy half of what a kernel
    copies of the warm parent's memory until it is ready.
    """

    def __init__(self, **kwargs: Any):
        without_modules = SimpleNamespace(**{**vars(sys), "modules": {}})
        with mock.patch.object(ipkernel, "sys", without_modules):
            super().__init__(**kwargs)


class ContainedKernelApp(IPKernelApp):
    """An ipykernel whose connection is given, and which writes and reads no files of Jupyter's."""

    outstream_class = "grading.containment.app.CappedStream"
    kernel_class = Type(ContainedKernel, klass=ipkernel.IPythonKernel)
    hb_port = Integer(0)

    def parse_command_line(self, argv: Any = None) -> None:
        """Do nothing: there is none, and making a parser for it is a third of a kernel's start."""

    def init_connection_file(self) -> None:
        """Do nothing: the connection is known."""

    def write_connection_file(self, **kwargs: Any) -> None:
        """Do nothing: whoever connects knows it, too."""

    def init_crash_handler(self) -> None:
        """Do nothing: nobody reads what a dying kernel writes."""

    def init_blackhole(self) -> None:
        """Do nothing: the standard streams lead nowhere already."""

    def init_code(self) -> None:
        """Run nothing: there are no startup files. Which modules there are, is known."""
        self.shell.user_ns_hidden.update(self.shell.user_ns)
        self.shell._sys_modules_keys = KNOWN_MODULES

    def load_config_file(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing: a kernel of students' has no settings of somebody else's."""


def run_kernel(request: dict[str, Any], link: int | None, ready: Callable[[], None]) -> None:
    """Run a kernel until it is told to end.

    Parameters
    ----------
    request : dict
        ``connection`` as in a connection file, ``limits`` and ``files``.
    link : int, optional
        A descriptor through which the checker reaches it.
    ready : callable
        Called when all sockets are open and no student's code has run.
    """
    fresh_state()
    if link is not None:
        from grading.checking.process import set_link

        set_link(link)
    connection = request["connection"]
    CappedStream.left = request["limits"]["output"]
    app = ContainedKernelApp(
        transport=connection["transport"],
        ip=connection["ip"],
        **{f"{name}_port": connection[f"{name}_port"] for name in CHANNELS},
    )
    app.session.key = connection["key"].encode()
    app.session.signature_scheme = connection["signature_scheme"]
    app.config.HistoryManager.enabled = False
    app.config.IPKernelApp.quiet = True
    ContainedKernelApp._instance = IPKernelApp._instance = app
    sys.argv = ["ipykernel"]
    app.initialize([])
    if INLINE in sys.modules:
        sys.modules["matplotlib"].rcParams["backend"] = f"module://{INLINE}"
        sys.modules[INLINE]._enable_matplotlib_integration()
    ready()
    app.start()


def fresh_state() -> None:
    """Forget what must not be the same in every copy of one process."""
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
