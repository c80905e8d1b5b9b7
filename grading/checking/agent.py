"""The student's end: answers the checker out of the student's kernel.

The kernel's main thread runs `serve`, asked to by an execute request between two cells, until the
checker says that it is done. All of this is in the hands of the student's code afterwards: nothing
on the checker's side relies on it. What it is careful about is for the honest: an interrupt ends
the student's call and nothing else, and whatever that call raises, the protocol stays in step.
"""

import inspect
import linecache
import socket
import traceback
from typing import Any

import numpy as np

from grading.checking import standins
from grading.checking.channel import PeerDied
from grading.checking.decoder import Decoder
from grading.checking.draws import Draws
from grading.checking.effects import Effects, changed, content, snapshot
from grading.checking.failures import describe
from grading.checking.interrupts import Interrupts
from grading.checking.peer import Peer

LONGEST_PLACE = 300

_agents: dict[int, "Agent"] = {}


def serve(fd: int, namespace: dict[str, Any] | None = None) -> None:
    """Answer the checker until it is done, or gone.

    Parameters
    ----------
    fd : int
        The file descriptor of a connected stream socket. What is behind it stays open.
    namespace : dict, optional
        Where names are looked up; by default where the kernel runs the notebook's cells.
    """
    if fd not in _agents:
        if namespace is None:
            from IPython import get_ipython

            namespace = get_ipython().user_ns
        _agents[fd] = Agent(socket.socket(fileno=fd), namespace)
    with _agents[fd].interrupts:
        try:
            while _agents[fd].serve_one() != "done":
                pass
        except PeerDied:
            return


class Agent(Peer):
    """Looks names up in a namespace, and calls what the checker asks for."""

    def __init__(self, connection: socket.socket, namespace: dict[str, Any]):
        super().__init__(connection, sharing=False)
        self.namespace = namespace
        self.interrupts = Interrupts()
        self.unsent: list[Draws] = []

    def request(self, operation: str, *fields: Any, **options: Any) -> tuple:
        """Ask the checker, undisturbed by interrupts."""
        ask = super().request
        reply = self.interrupts.run(False, lambda: ask(operation, *fields, **options))
        self.interrupts.check()
        return reply

    def tell(self, operation: str, *fields: Any) -> bool:
        """Ask the checker for nothing but whether it went well; an interrupt stays pending."""
        ask = super().request
        return self.interrupts.run(False, lambda: ask(operation, *fields))[0]

    def settle(self) -> None:
        """Tell the checker what was drawn from its random generators."""
        unsent, self.unsent = self.unsent, []
        for draws in unsent:
            draws.send()

    def answer(self, operation: str, fields: tuple, message: Decoder, watched: list[int]) -> tuple:
        """Do something with the student's code; reply with its result, warnings and output.

        The first field is how the test wants floating-point errors to be handled.
        """
        if operation == "done":
            return True, (), ()
        errors, *arguments = fields
        handling = dict(zip(np.geterr(), errors, strict=True))
        act = _OPERATIONS[operation]
        objects = message.objects
        before = {index: content(objects[index]) for index in watched}
        effects = Effects()
        if not self._nesting:
            self.interrupts.forget()
        try:
            with effects.recorded(), np.errstate(**handling):
                result = self.interrupts.run(True, lambda: act(self, *arguments))
            ok, reply = True, (result, *effects.fields())
        except BaseException as error:  # SystemExit and KeyboardInterrupt, too
            ok, reply = False, (*describe(error), _place(error), *effects.fields())
        changes = tuple(
            (index, snapshot(objects[index]))
            for index in watched
            if changed(objects[index], before[index], message.received.get(index))
        )
        return ok, reply, changes

    def failure(self, error: Exception, fields: tuple) -> tuple:
        """Say that a result cannot cross."""
        return (*describe(error), "", [], "")

    def export(self, value: Any) -> tuple:
        """Hand out an object of the student's; say what it is and what it can do."""
        if (token := standins.token_of(value)) is not None:
            return "home", token.handle
        if _is_keras(value) and hasattr(value, "numpy"):
            return "value", np.asarray(value.numpy())
        return "away", self.hand_out(value), _about(value)

    def adopt(self, handle: int, about: Any) -> Any:
        """Make a stand-in for an object of the test."""
        return standins.make(self, handle, about)


def _get(agent: Agent, name: str) -> Any:
    if name not in agent.namespace:
        raise NameError(f"name '{name}' is not defined")
    return agent.namespace[name]


def _next(agent: Agent, handle: int) -> list:
    """Return the next item in a list, or an empty list at the end."""
    for item in agent.exported(handle):
        return [item]
    return []


def _describe(agent: Agent, handle: int) -> tuple:
    """Return a docstring, and the parameters: name, kind, and the default in a list if any."""
    thing = agent.exported(handle)
    try:
        parameters = inspect.signature(thing).parameters.values()
    except (TypeError, ValueError):
        return inspect.getdoc(thing), None
    return inspect.getdoc(thing), [
        (one.name, int(one.kind), [] if one.default is one.empty else [one.default])
        for one in parameters
    ]


_OPERATIONS = {
    "get": _get,
    "next": _next,
    "describe": _describe,
    "call": lambda agent, handle, args, kwargs: agent.exported(handle)(*args, **kwargs),
    "getattr": lambda agent, handle, name: getattr(agent.exported(handle), name),
    "getitem": lambda agent, handle, key: agent.exported(handle)[key],
    "len": lambda agent, handle: len(agent.exported(handle)),
    "iter": lambda agent, handle: iter(agent.exported(handle)),
}


def _is_keras(value: Any) -> bool:
    kinds = getattr(type(value), "__mro__", ())
    return any(str(one.__module__).partition(".")[0] in ("keras", "tensorflow") for one in kinds)


def _about(value: Any) -> tuple[str, str, str, str]:
    """Say what an object is, its type's name, its own name, and what it can do, one letter each."""
    kind, name = type(value), getattr(value, "__name__", "")
    if isinstance(value, type):
        what = "class"
    elif _is_keras(value):
        what = "keras"
    elif hasattr(kind, "__next__"):
        what = "iterator"
    else:
        what = "function" if callable(value) and name else "object"
    methods = {"c": "__call__", "i": "__iter__", "l": "__len__", "g": "__getitem__"}
    abilities = "".join(letter for letter, method in methods.items() if hasattr(kind, method))
    return what, kind.__name__[:100], name[:100] if type(name) is str else "", abilities


def _place(error: BaseException) -> str:
    """Quote the last line of the notebook that ran before the exception."""
    for frame, number in reversed(list(traceback.walk_tb(error.__traceback__))):
        name = frame.f_code.co_filename
        if name.startswith("<ipython-input") or "ipykernel_" in name:
            line = linecache.getline(name, number).strip()
            return f"line {number}: {line}".rstrip(": ")[:LONGEST_PLACE]
    return ""
