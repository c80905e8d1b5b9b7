"""From values to bytes (see `grading.checking.wire` for the format)."""

import struct
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from msgpack import ExtType, Packer

from grading.checking import wire
from grading.checking.wire import PLAIN, UnsendableError, dtype_code

_BASES = (np.ndarray, list, tuple, dict, set, frozenset, int, float, complex, str, bytes)
_SEQUENCES = {
    list: wire.LIST,
    tuple: wire.TUPLE,
    set: wire.SET,
    frozenset: wire.FROZENSET,
}
_MUTABLE = frozenset({np.ndarray, list, dict, set})


def refuse(value: Any) -> tuple:
    """Export nothing: values only."""
    raise UnsendableError(f"a {type(value).__name__} cannot be passed between test and answer")


class Encoder:
    """Writes values, one after the other, into one message.

    Parameters
    ----------
    export : callable
        Turns an object that is no value into ``("home", id)``, ``("away", id, about)`` or
        ``("value", replacement)``.
    sharing : bool
        Whether an array, list, dict or set that occurs twice is sent once, so that it is one object
        on the other side, too. `objects` are those met, in order.

    Raises
    ------
    UnsendableError
        From `add` and `data`, if something cannot cross.
    """

    def __init__(self, export: Callable[[Any], tuple] = refuse, sharing: bool = False):
        self._packer = Packer(
            use_bin_type=True, strict_types=True, autoreset=False, unicode_errors="surrogatepass"
        )
        self._export, self._sharing, self._tokens = export, sharing, 0
        self._known: dict[int, int] = {}
        self._index: dict[int, int] = {}
        self._open: set[int] = set()
        self.objects: list[Any] = []

    def data(self) -> bytes:
        """Return the message."""
        data = self._packer.bytes()
        if len(data) > wire.MAX_BYTES:
            raise UnsendableError(f"{len(data):,} bytes are too many (at most {wire.MAX_BYTES:,})")
        return data

    def refer_to(self, objects: Sequence[Any]) -> None:
        """Send references to these objects, which the other side has in this order, once each."""
        self._known = {id(one): index for index, one in enumerate(objects)}

    def add(self, value: Any, depth: int = 0) -> None:
        """Append one value."""
        kind = type(value)
        if kind in PLAIN:
            if kind in (str, bytes) and len(value) > wire.MAX_BYTES:
                raise UnsendableError("a text that is too long")
            self._put(value)
        elif kind is int:
            self._int(value)
        elif depth > wire.MAX_DEPTH:
            raise UnsendableError(f"lists and tuples are nested more than {wire.MAX_DEPTH} deep")
        elif issubclass(kind, np.generic):
            self._scalar(value, depth)
        else:
            # The type itself is asked: what an object says of its class may be a lie.
            base = (
                kind if kind in _BASES else next((b for b in _BASES if issubclass(kind, b)), None)
            )
            if base is None or (base is np.ndarray and dtype_code(value.dtype) is None):
                self._other(value, depth)
            elif base in _MUTABLE:
                self._mutable(base, value, depth)
            elif base in _SEQUENCES:
                self._items(_SEQUENCES[base], value, depth)
            elif base is complex:
                self._put(ExtType(wire.COMPLEX, struct.pack("<dd", value.real, value.imag)))
            else:  # a subclass of a scalar type
                self.add(base(value), depth)

    def _mutable(self, base: type, value: Any, depth: int) -> None:
        """Write an array, list, dict or set, or refer to it if the other side has it."""
        key = id(value)
        if key in self._open:
            raise UnsendableError("a list or dictionary contains itself")
        if key in self._known:
            self._number(wire.OLD, self._known.pop(key))
            return
        if key in self._index:
            self._number(wire.SAME, self._index[key])
            return
        if self._sharing:
            self._index[key] = len(self.objects)
            self.objects.append(value)
        self._open.add(key)
        if base is np.ndarray:
            self._array(np.asarray(value))
        elif base is dict:
            self._number(wire.DICT, len(value))
            for pair in value.items():
                for item in pair:
                    self.add(item, depth + 1)
        else:
            self._items(_SEQUENCES[base], value, depth)
        self._open.discard(key)

    def _items(self, code: int, values: Any, depth: int) -> None:
        self._number(code, len(values))
        for item in values:
            self.add(item, depth + 1)

    def _array(self, array: np.ndarray) -> None:
        code = dtype_code(array.dtype)
        if array.size * np.dtype(code).itemsize > wire.MAX_BYTES:
            raise UnsendableError(f"an array of shape {array.shape} is too large")
        columns = array.flags.f_contiguous and not array.flags.c_contiguous
        flags = wire.COLUMN_MAJOR * columns | wire.READ_ONLY * (not array.flags.writeable)
        shape = struct.pack(f"<BB{array.ndim}Q", flags, array.ndim, *array.shape)
        self._put(ExtType(wire.ARRAY, shape + code.encode()))
        self._put(array.astype(code, copy=False).tobytes("F" if columns else "C"))

    def _scalar(self, value: np.generic, depth: int) -> None:
        code = dtype_code(value.dtype)
        if isinstance(value, (np.str_, np.bytes_)):
            self.add(value.item(), depth)
        elif code is None:
            self._other(value, depth)
        else:
            self._put(ExtType(wire.SCALAR, f"{code} ".encode() + value.astype(code).tobytes()))

    def _other(self, value: Any, depth: int) -> None:
        """Write what is neither a scalar nor a container."""
        kind = type(value)
        if kind is range and len(value) > wire.MAX_RANGE:
            raise UnsendableError(f"a range of more than {wire.MAX_RANGE:,} numbers is too long")
        if kind in (slice, range):
            self._put(ExtType(wire.SLICE if kind is slice else wire.RANGE, b""))
            for item in (value.start, value.stop, value.step):
                self.add(item, depth + 1)
        elif value is Ellipsis:
            self._put(ExtType(wire.ELLIPSIS, b""))
        elif id(value) in wire.NAME_OF:
            self._put(ExtType(wire.NAME, wire.NAME_OF[id(value)].encode()))
        elif issubclass(kind, np.dtype) and dtype_code(value) is not None:
            self._put(ExtType(wire.DTYPE, dtype_code(value).encode()))
        else:
            how, what, *about = self._export(value)
            if how == "value":
                self.add(what, depth + 1)
            elif how == "home":
                self._number(wire.HOME, what)
            else:
                self._number(wire.AWAY, what)
                self.add(*about, depth + 1)

    def _int(self, value: int) -> None:
        if -(2**63) <= value < 2**64:
            self._put(value)
        elif value.bit_length() // 8 >= wire.MAX_INT_BYTES:
            raise UnsendableError("an integer of more than 150 000 digits is too large")
        else:
            size = value.bit_length() // 8 + 1
            self._put(ExtType(wire.INT, value.to_bytes(size, "little", signed=True)))

    def _number(self, code: int, number: int) -> None:
        self._put(ExtType(code, struct.pack("<Q", number)))

    def _put(self, token: Any) -> None:
        self._tokens += 1
        if self._tokens > wire.MAX_TOKENS:
            raise UnsendableError(f"more than {wire.MAX_TOKENS:,} entries in lists: use an array")
        self._packer.pack(token)
