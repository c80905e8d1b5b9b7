"""What the student's code gets for the test's functions, iterators and random generators.

Each stand-in asks the checker; those for random generators are in `grading.checking.draws`.
"""

import importlib
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from grading.checking.draws import RANDOM, StandInRandom
from grading.checking.failures import rebuild
from grading.checking.peer import Peer


class Token:
    """Holds the number of an object of the checker, and releases it when nobody needs it."""

    def __init__(self, peer: Peer, handle: int):
        self.peer, self.handle = peer, handle

    def __del__(self):
        self.peer.released.append(self.handle)

    def ask(self, operation: str, *fields: Any) -> Any:
        """Ask the checker to do something with the object; return or raise what comes of it."""
        ok, reply, _ = self.peer.request(operation, self.handle, *fields)
        if not ok:
            raise rebuild(*reply)
        return reply[0]


_functions: WeakKeyDictionary[Callable, Token] = WeakKeyDictionary()


def make(peer: Peer, handle: int, about: tuple) -> Any:
    """Make the stand-in for an object of the checker: `about` is its kind and its name."""
    kind, name = about
    token = Token(peer, handle)
    if kind == "iterator":
        return StandInIterator(token)
    if kind in RANDOM:
        return RANDOM[kind](token)
    if kind == "callable":
        return _library_function(name) or _function(token, name)
    return StandInObject(token, name)


def token_of(value: Any) -> Token | None:
    """Return the token of a stand-in, or None for anything else."""
    if isinstance(value, (StandInIterator, StandInObject, StandInRandom)):
        return value._checker_token
    return _functions.get(value) if type(value) is FunctionType else None


def _function(token: Token, name: str) -> Callable:
    def stand_in(*args, **kwargs):
        return token.ask("call", args, kwargs, tuple(np.geterr().values()))

    stand_in.__name__ = stand_in.__qualname__ = name.rpartition(":")[2].rpartition(".")[2]
    _functions[stand_in] = token
    return stand_in


def _library_function(name: str) -> Callable | None:
    """Return the function of the course's library that has this name: no need to ask for it."""
    module, _, function = name.partition(":")
    if not module.startswith("course_lib."):
        return None
    try:
        return getattr(importlib.import_module(module), function, None)
    except ImportError:
        return None


class StandInIterator:
    """An iterator of the test."""

    def __init__(self, token: Token):
        self._checker_token = token

    def __iter__(self) -> Iterator:
        return self

    def __next__(self) -> Any:
        for item in self._checker_token.ask("next"):
            return item
        raise StopIteration


class StandInObject:
    """Some other object of the test: it can be kept and handed back, nothing else."""

    def __init__(self, token: Token, name: str):
        self._checker_token, self._checker_name = token, name

    def __repr__(self) -> str:
        return f"<{self._checker_name} of the test>"
