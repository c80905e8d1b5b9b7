"""The checker's end: fetches the student's names, answers calls of the test's functions.

The other side is hostile: it may send anything at any time that is its turn. It reaches no object
but those that the test passed to it, and does to each only what it was passed for: it calls a
function, takes an iterator's next item, draws from a random generator and sees its state.
"""

import inspect
import math
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

import numpy as np

from course_lib import checks
from grading.checking import adapters, remote  # noqa: F401 (adapters adds to remote)
from grading.checking.channel import PeerDied
from grading.checking.decoder import Decoder
from grading.checking.draws import MOST_LOGGED, drawing_methods, state_of
from grading.checking.failures import describe, rebuild, rewarn
from grading.checking.peer import Peer
from grading.checking.wire import ProtocolError, UnsendableError

LONGEST_OUTPUT = 10_000
LONGEST_PLACE = 300
MOST_WARNINGS = 20
MOST_DRAWS = 2**25
RANDOM = (np.random.Generator, np.random.RandomState)
ERROR_HANDLING = ("ignore", "warn", "raise")


class Link(Peer):
    """A connection to the student's kernel.

    Parameters
    ----------
    connection : socket.socket
        Connected to `grading.checking.agent.serve`.
    """

    def __init__(self, connection: socket.socket):
        super().__init__(connection, sharing=True)

    def fetch(self, name: str) -> Any:
        """Return what the student calls by this name: a value or a proxy.

        Raises
        ------
        NameError
            If there is nothing of that name.
        """
        return self.ask("get", name)

    def done(self) -> None:
        """Let the student's kernel go on with its cells."""
        if not self.broken:
            self.request("done")

    def ask(self, operation: str, *fields: Any) -> Any:
        """Have the student's side do something; return or raise what comes of it."""
        handling = tuple(one if one in ERROR_HANDLING else "warn" for one in np.geterr().values())
        ok, reply, changes = self.request(operation, handling, *fields, watch=_watched)
        self._require(len(reply) == (3 if ok else 5))
        *result, caught, text = reply
        self._require(type(caught) is list and type(text) is str)
        if text:
            sys.stdout.write(text[:LONGEST_OUTPUT])
        for thing, content in changes:
            _write_back(thing, content)
        for warning in caught[:MOST_WARNINGS]:
            self._require(type(warning) is tuple and len(warning) == 2)
            rewarn(*warning, stacklevel=3)
        if ok:
            return result[0]
        names, message, place = result
        error = rebuild(names, message)
        if type(place) is str and place:
            error.add_note(f"In your code, {place[:LONGEST_PLACE]}")
        raise error

    def answer(self, operation: str, fields: tuple, message: Decoder, watched: list[int]) -> tuple:
        """Do for the student's code what it may do with an object of the test."""
        handle, *arguments = fields or (None,)
        kind, thing = self.exported(handle)
        act = _ACTS.get((operation, kind))
        if act is None or watched or [type(one) for one in arguments] != _TAKES[operation]:
            raise ProtocolError("something is asked of an object that it is not there for")
        try:
            return True, (act(thing, *arguments),), ()
        except (PeerDied, ProtocolError):
            raise
        except Exception as error:
            return False, describe(error), ()

    def failure(self, error: Exception, fields: tuple) -> tuple:
        """Say that a result cannot cross."""
        return describe(error)

    def home(self, handle: int) -> Any:
        """Return an object of the test that comes home."""
        return self.exported(handle)[1]

    def export(self, value: Any) -> tuple:
        """Hand out an object of the test, for one purpose."""
        if isinstance(value, remote.Remote):
            if value._link is not self:
                raise UnsendableError("an object of another submission")
            return "home", value._handle
        kind, name = _purpose(value)
        return "away", self.hand_out((kind, value)), (kind, name)

    def adopt(self, handle: int, about: Any) -> Any:
        """Make a proxy for an object of the student's."""
        return remote.make(self, handle, about)

    def _require(self, condition: bool) -> None:
        """Give the connection up if what the other side sends makes no sense."""
        if not condition:
            self.broken = "your notebook's Python sends something that it should not"
            raise PeerDied(self.broken)


def _purpose(value: Any) -> tuple[str, str]:
    """Return what an object of the test is handed out for, and its name."""
    if isinstance(value, RANDOM):
        return next(kind.__name__ for kind in RANDOM if isinstance(value, kind)), ""
    if isinstance(value, Iterator):
        return "iterator", ""
    if not callable(value):
        return "object", type(value).__name__
    name, module = getattr(value, "__name__", type(value).__name__), _module_of(value)
    if module.startswith("course_lib.") and getattr(sys.modules[module], name, None) is value:
        return "callable", f"{module}:{name}"  # the student's side has this one itself
    return "callable", name


def _module_of(value: Any) -> str:
    module = getattr(value, "__module__", None)
    return module if type(module) is str and module in sys.modules else ""


def _call(function: Callable, args: tuple, kwargs: dict, errors: tuple) -> Any:
    with np.errstate(**dict(zip(np.geterr(), errors, strict=True))):
        return function(*args, **kwargs)


def _next(iterator: Iterator) -> list:
    """Return the next item in a list, or an empty list at the end."""
    for item in iterator:
        return [item]
    return []


def _draw(generator: Any, method: str, args: tuple, kwargs: dict) -> Any:
    """Draw from the test's generator; what is shuffled is returned."""
    bound = _check_draw(generator, method, args, kwargs)
    result = getattr(generator, method)(*args, **kwargs)
    return bound["x"] if method == "shuffle" else result


def _check_draw(generator: Any, method: str, args: tuple, kwargs: dict) -> dict:
    """Return a draw's arguments by name.

    Raises
    ------
    AttributeError, MemoryError
        If it is no draw, or of too many numbers.
    """
    kind = next(kind for kind in RANDOM if isinstance(generator, kind))
    if method not in drawing_methods(kind):
        raise AttributeError(f"a random generator has no method {method[:60]!r}")
    bound = _signature(kind, method).bind(generator, *args, **kwargs).arguments
    sizes = [bound.get("size"), bound.get("length")]
    if method in ("permutation", "choice"):  # of so many numbers, if it is not of given things
        given = (bound.get("x"), bound.get("a"))
        sizes += [one for one in given if isinstance(one, (int, np.integer))]
    if method in ("rand", "randn"):
        sizes.append(args)
    if any(_entries(size) > MOST_DRAWS for size in sizes):
        raise MemoryError(f"{method}: too many numbers at once")
    return bound


def _draw_again(generator: Any, kinds: list, log: np.ndarray) -> None:
    """Draw what the student's side has drawn from a copy: each kind may occur many times."""
    again = []
    for kind in kinds:
        if type(kind) is not tuple or [type(one) for one in kind] != [str, tuple, dict]:
            raise ProtocolError("a log of draws that is none")
        _check_draw(generator, *kind)
        name, args, kwargs = kind
        again.append(partial(getattr(generator, name), *args, **kwargs))
    if log.dtype != np.int32 or log.ndim != 1 or log.size > MOST_LOGGED:
        raise ProtocolError("a log of draws that is none")
    if log.size and not 0 <= log.min() <= log.max() < len(again):
        raise ProtocolError("a log of draws that is none")
    for number in log.tolist():
        again[number]()


@lru_cache(maxsize=128)
def _signature(kind: type, method: str) -> inspect.Signature:
    return inspect.signature(getattr(kind, method))


def _entries(size: Any) -> int:
    """Return how many numbers a size asks for; 0 if that is not for us to say."""
    size = size.tolist() if type(size) is np.ndarray else size
    lengths = size if type(size) in (tuple, list) else (size,)
    if not all(isinstance(one, (int, np.integer)) for one in lengths):
        return 0
    return math.prod(int(one) for one in lengths)


_TAKES = {
    "call": [tuple, dict, tuple],
    "next": [],
    "draw": [str, tuple, dict],
    "drew": [list, np.ndarray],
    "state": [],
}
_ACTS = {
    ("call", "callable"): _call,
    ("next", "iterator"): _next,
    ("draw", "Generator"): _draw,
    ("draw", "RandomState"): _draw,
    ("drew", "Generator"): _draw_again,
    ("drew", "RandomState"): _draw_again,
    ("state", "Generator"): state_of,
    ("state", "RandomState"): state_of,
}


def _watched(objects: Sequence[Any]) -> list[int]:
    """Say which objects the test looks at, to see whether the student's code changes them."""
    seen = checks.watched()
    if not seen:
        return []
    arrays = [one for one in seen if isinstance(one, np.ndarray)]
    containers = {id(one) for one in seen} - {id(one) for one in arrays}

    def looked_at(thing: Any) -> bool:
        if isinstance(thing, np.ndarray):
            return any(np.may_share_memory(thing, one) for one in arrays)
        return id(thing) in containers

    return [index for index, thing in enumerate(objects) if looked_at(thing)]


def _write_back(thing: Any, content: Any) -> None:
    """Make an object of the test what the student's code has made of it."""
    if isinstance(thing, np.ndarray):
        same = type(content) is np.ndarray and content.shape == thing.shape
        if not same or content.dtype != thing.dtype:
            raise ValueError("your code changes the shape or the dtype of an array it is given")
        thing[...] = content
    elif isinstance(thing, dict) and type(content) is dict:
        thing.clear()
        thing.update(content)
    elif isinstance(thing, list) and type(content) is list:
        thing[:] = content
    else:
        raise ProtocolError("a change of type")
