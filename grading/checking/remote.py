"""What the test gets for the student's functions, classes, iterators and objects.

A value crosses as a value, made anew of known types, and assertions about it are decided here. What
cannot cross is a `Remote`: it can be called, iterated over, indexed, and its attributes read, and
each of these gives a value or another `Remote`. It has nothing by which the student's side could
decide an assertion: no comparison, truth, arithmetic or conversion to an array or a number, and no
attribute that an array, a text or a number has, too.
"""

import inspect
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np

from grading.checking.peer import Peer
from grading.checking.wire import ProtocolError

MOST_ITEMS = 1_000_000
LONGEST_LENGTH = 10_000_000

_VALUES = (np.ndarray, np.generic, str, bytes, list, tuple, dict, set, int, float, complex)
VALUE_ATTRIBUTES = frozenset(name for kind in _VALUES for name in dir(kind))


class Remote:
    """An object of the student's, from the checker's side."""

    __array_ufunc__ = None  # NumPy must not take it for a number
    what = "object"

    def __init__(self, link: Peer, handle: int, kind: str, name: str):
        self.__dict__.update(_link=link, _handle=handle, _kind=kind, _name=name)

    def __del__(self):
        self._link.released.append(self._handle)

    def __repr__(self) -> str:
        name = self._name or self._kind
        return f"<{self.what} {name} from your code>"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"{self!r} has no attribute {name!r} that a test may read")
        if name in VALUE_ATTRIBUTES:
            raise TypeError(f"expected an array or a number, but your code gives {self!r}")
        return self._link.ask("getattr", self._handle, name)

    def __setattr__(self, name: str, value: Any) -> None:
        raise TypeError("a test cannot set an attribute of an object from your code")

    def __bool__(self) -> bool:
        raise TypeError(f"expected True or False, but your code gives {self!r}")

    def __array__(self, *args: Any, **kwargs: Any) -> np.ndarray:
        """Refuse: NumPy would take what can be indexed for a sequence, and follow it for ever."""
        raise TypeError(f"expected an array or a number, but your code gives {self!r}")

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"{self!r} cannot be copied")

    @property
    def __name__(self) -> str:
        if not self._name:
            raise AttributeError("__name__")
        return self._name

    @property
    def __signature__(self) -> inspect.Signature:
        return self._described()[1]

    def _described(self) -> tuple[str | None, inspect.Signature]:
        """Fetch the docstring and the signature, once."""
        if "_description" not in self.__dict__:
            described = self._link.ask("describe", self._handle)
            if type(described) is not tuple or len(described) != 2:
                raise ProtocolError("a description that is none")
            doc = described[0] if type(described[0]) is str else None
            self.__dict__["_description"] = doc, _signature(described[1])
        return self.__dict__["_description"]


class Truthy:
    """Functions and classes are true, like all of them."""

    def __bool__(self) -> bool:
        return True


class Callable:
    """What can be called."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it in the student's kernel."""
        return self._link.ask("call", self._handle, args, kwargs)


class Iterable:
    """What can be iterated over."""

    def __iter__(self) -> Iterator:
        return self._link.ask("iter", self._handle)


class Sized:
    """What has a length."""

    def __len__(self) -> int:
        length = self._link.ask("len", self._handle)
        if type(length) is not int or not 0 <= length <= LONGEST_LENGTH:
            raise TypeError(f"{self!r} has no sensible length")
        return length


class Indexable:
    """What can be indexed."""

    def __getitem__(self, key: Any) -> Any:
        return self._link.ask("getitem", self._handle, key)


class StudentFunction(Truthy, Callable, Remote):
    """A function or method of the student's."""

    what = "function"


class StudentClass(Truthy, Callable, Remote):
    """A class of the student's."""

    what = "class"


class StudentIterator(Remote):
    """A generator or another iterator of the student's."""

    what = "iterator"

    def __iter__(self) -> Iterator:
        return self

    def __next__(self) -> Any:
        taken = self.__dict__["_taken"] = self.__dict__.get("_taken", 0) + 1
        if taken > MOST_ITEMS:
            raise RuntimeError(f"{self!r} does not end after {MOST_ITEMS:,} items")
        items = self._link.ask("next", self._handle)
        if type(items) is not list or len(items) > 1:
            raise ProtocolError("not an item")
        for item in items:
            return item
        raise StopIteration


class StudentObject(Remote):
    """Some other object of the student's."""


for _kind in (StudentFunction, StudentClass):
    _kind.__doc__ = property(lambda self: self._described()[0])

_ABILITIES = {"c": Callable, "i": Iterable, "l": Sized, "g": Indexable}
KINDS = {"function": StudentFunction, "class": StudentClass, "iterator": StudentIterator}
_IDENTIFIER = re.compile(r"[^\W\d]\w{0,59}|<lambda>")


def make(link: Peer, handle: int, about: Any) -> Remote:
    """Make the proxy for an object of the student's.

    Parameters
    ----------
    link : Peer
        The checker's end of the connection.
    handle : int
        The number of the object.
    about : tuple of str
        What it is, its type's name, its own name, what it can do: all of it the student's side's
        word, which decides how the object can be used and how it is called in messages.
    """
    if type(about) is not tuple or [type(one) for one in about] != [str] * 4:
        raise ProtocolError("an object without a description")
    what, kind, name, abilities = about
    kind, name = (one if _IDENTIFIER.fullmatch(one) else "" for one in (kind, name))
    return (KINDS.get(what) or _object_class(abilities[:4]))(link, handle, kind, name)


@lru_cache(maxsize=64)
def _object_class(abilities: str) -> type:
    """Return a class of objects that can do these things, and do not seem to be able to do more."""
    extra = tuple(kind for letter, kind in _ABILITIES.items() if letter in abilities)
    return type("StudentObject", (*extra, StudentObject), {})


def _signature(parameters: Any) -> inspect.Signature:
    if type(parameters) is not list:
        raise ValueError("your code has no signature")
    try:
        return inspect.Signature(
            [
                inspect.Parameter(name, kind, **({"default": default[0]} if default else {}))
                for name, kind, default in parameters
            ]
        )
    except Exception:
        raise ProtocolError("a signature that is none") from None
