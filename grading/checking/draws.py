"""The random generators of a test, as the student's code gets them.

A draw is a draw of the test's own generator and advances it, as in one process. To ask for each
would cost 0.15 ms, and a loop over runs and steps draws a million times. So a stand-in asks for the
generator's state, draws from a copy, and keeps a log. Before the next message goes out, it sends
the log, and the checker draws the same again. No state ever comes from the student's side: a test's
generator is advanced by draws and by nothing else.

Draws from or in place of arrays, large ones, and those from rare kinds of generators are asked for
one by one.
"""

import math
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from grading.checking import wire
from grading.checking.channel import PeerDied

NO_DRAWS = {"bit_generator", "spawn", "seed", "get_state", "set_state"}
SMALL = 2**22  # numbers at once, from the copy
MOST_KINDS = 10_000  # of draws, in a log: the same method with the same arguments is one
MOST_LOGGED = 1_000_000

_ASIDE = np.random.PCG64(0), np.random.MT19937(0)  # no draw comes from them
_SCALARS = (float, str, type(None), np.bool_, np.floating)


@cache
def drawing_methods(kind: type) -> frozenset[str]:
    """Return the names of the methods of a random generator that draw something."""
    return frozenset(name for name in dir(kind) if name[0] != "_") - NO_DRAWS


class Draws:
    """Draws from a copy of a test's generator, and keeps a log for the checker.

    Parameters
    ----------
    token : grading.checking.standins.Token
        Of the generator.
    """

    def __init__(self, token: Any):
        self._token, self._peer = token, token.peer
        self._turn = -1
        self._generator: Any = None
        self._kinds: dict[tuple, int] = {}
        self._log: list[int] = []

    def ask(self, name: str, args: tuple, kwargs: dict) -> Any:
        """Have the checker draw."""
        return self._token.ask("draw", name, args, kwargs)

    def draw(self, name: str, args: tuple, kwargs: dict) -> Any:
        """Draw from the copy if that is possible, or have the checker draw."""
        if not (_is_small(args) and _is_small(kwargs.values()) and self._copy_is_fresh()):
            return self.ask(name, args, kwargs)
        try:
            drawn = getattr(self._generator, name)(*args, **kwargs)
        except Exception:  # the checker says what is wrong, and whether anything was drawn
            self._turn = -1
            return self.ask(name, args, kwargs)
        self._note(name, args, kwargs)
        return drawn

    def send(self) -> None:
        """Have the checker draw what the copy has drawn."""
        kinds, log, self._kinds, self._log, self._turn = self._kinds, self._log, {}, [], -1
        kinds = [(name, args, dict(kwargs)) for name, args, kwargs in kinds]
        if not self._peer.tell("drew", self._token.handle, kinds, np.array(log, dtype=np.int32)):
            raise PeerDied("the draws cannot be repeated")

    def _copy_is_fresh(self) -> bool:
        """Make the copy what the test's generator is, which may have moved on with any message."""
        if self._turn != self._peer.turn:
            state = self._token.ask("state")
            self._generator = None if state is None else _generator(state)
            self._turn = self._peer.turn
        return self._generator is not None

    def _note(self, name: str, args: tuple, kwargs: dict) -> None:
        if not self._log:
            self._peer.unsent.append(self)
        kind = (name, args, tuple(kwargs.items()))
        self._log.append(self._kinds.setdefault(kind, len(self._kinds)))
        if len(self._kinds) >= MOST_KINDS or len(self._log) >= MOST_LOGGED:
            self._peer.settle()


def state_of(generator: Any) -> dict | None:
    """Return what a copy needs, or None for kinds of generators that are not copied."""
    if type(generator) is np.random.RandomState:
        return {"legacy": generator.get_state(legacy=False)}
    plain = (np.random.PCG64, np.random.MT19937)
    if type(generator) is np.random.Generator and type(generator.bit_generator) in plain:
        return generator.bit_generator.state
    return None


def _generator(state: dict) -> np.random.Generator | np.random.RandomState:
    """Make a generator in this state."""
    if "legacy" in state:
        generator = np.random.RandomState()
        generator.set_state(state["legacy"])
        return generator
    source = getattr(np.random, state["bit_generator"])()
    source.state = state
    return np.random.Generator(source)


def _is_small(values: Any) -> bool:
    """Say whether arguments are scalars, sizes and types that cross, and no size is large."""
    for value in values:
        if isinstance(value, (int, np.integer)):
            if not -SMALL < value < SMALL:
                return False
        elif type(value) is tuple:
            if not all(type(one) is int for one in value) or not math.prod(value) < SMALL:
                return False
        elif not isinstance(value, _SCALARS) and id(value) not in wire.NAME_OF:
            return False
    return True


def _drawing(name: str) -> Callable:
    """Make a method that draws from the test's generator; in place where NumPy's is in place."""

    def draw(self, *args, out=None, **kwargs):
        if name == "shuffle":
            drawn = self._draws.ask(name, args, kwargs)
            out = args[0] if args else kwargs["x"]
            out[:] = drawn
            return None
        if out is None:
            return self._draws.draw(name, args, kwargs)
        if name != "permuted":
            kwargs |= {"size": out.shape, "dtype": out.dtype}
        out[...] = self._draws.ask(name, args, kwargs)
        return out

    draw.__name__ = draw.__qualname__ = name
    return draw


def _forbidden(self, *args, **kwargs):
    raise TypeError("this random generator belongs to the test: draw from it, nothing else")


class StandInRandom:
    """What the stand-ins for random generators have in common."""

    _aside: np.random.BitGenerator

    def __init__(self, token: Any):
        super().__init__(self._aside)
        self._checker_token, self._draws = token, Draws(token)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(of the test)"

    __str__ = __repr__
    __reduce__ = __reduce_ex__ = __deepcopy__ = __copy__ = _forbidden
    __getstate__ = __setstate__ = spawn = seed = get_state = set_state = _forbidden
    bit_generator = _bit_generator = property(_forbidden)


def _random_class(kind: type, aside: np.random.BitGenerator) -> type:
    methods = {name: _drawing(name) for name in drawing_methods(kind)}
    return type(kind.__name__, (StandInRandom, kind), {"_aside": aside, **methods})


RANDOM = {
    kind.__name__: _random_class(kind, aside)
    for kind, aside in zip((np.random.Generator, np.random.RandomState), _ASIDE, strict=True)
}
