"""From bytes to values (see `grading.checking.wire` for the format): the gate that must be strict.

Whatever the bytes are, what comes out is a value of one of the types listed there, or one
`ProtocolError`. What is allocated is bounded by the length of the message, not by what it claims.
"""

import math
import struct
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

import numpy as np
from msgpack import ExtType, Unpacker

from grading.checking import wire
from grading.checking.wire import PLAIN, ProtocolError, read_dtype

LARGEST_CODE_POINT = 0x10FFFF


def no_handles(*args: Any) -> Any:
    """Accept values only."""
    raise ProtocolError("a handle where only values are expected")


class Decoder:
    """Reads the values of one message, one after the other.

    Parameters
    ----------
    data : bytes
        The message.
    home : callable
        Given a number, returns the object of this side that it stands for.
    adopt : callable
        Given a number and what the other side tells about it, returns a stand-in for its object.
    sharing : bool
        Whether one array, list, dict or set may occur in several places (see `Encoder`). What the
        student's side sends may not: a list of lists of one list is small on the wire only.

    Raises
    ------
    ProtocolError
        From the constructor and `value`, whatever is wrong.
    """

    def __init__(
        self,
        data: bytes,
        home: Callable[[int], Any] = no_handles,
        adopt: Callable[[int, Any], Any] = no_handles,
        sharing: bool = False,
    ):
        self._home, self._adopt, self._sharing = home, adopt, sharing
        self._known: dict[int, Any] = {}
        self.objects: list[Any] = []
        self.received: dict[int, bytes] = {}  # what the shared arrays held when they came
        unpacker = Unpacker(
            max_buffer_size=wire.MAX_BYTES,
            max_array_len=0,
            max_map_len=0,
            max_ext_len=wire.MAX_INT_BYTES,
            unicode_errors="surrogatepass",
        )
        try:
            unpacker.feed(data)
            self._tokens = list(islice(unpacker, wire.MAX_TOKENS + 1))
        except Exception as error:
            raise _malformed(error) from None
        if unpacker.tell() != len(data) or len(self._tokens) > wire.MAX_TOKENS:
            raise ProtocolError("a message that is cut off or too long")
        self._next = self._handles = 0

    @property
    def done(self) -> bool:
        """Whether all values have been read."""
        return self._next == len(self._tokens)

    def refer_to(self, objects: Sequence[Any]) -> None:
        """Let the sender refer to these objects from here on, once to each."""
        self._known = dict(enumerate(objects))

    def value(self) -> Any:
        """Read the next value."""
        try:
            return self._value(0)
        except ProtocolError:
            raise
        except Exception as error:  # all there are: a malformed message can fail anywhere
            raise _malformed(error) from None

    def _value(self, depth: int) -> Any:
        token = self._tokens[self._next]
        self._next += 1
        kind = type(token)
        if kind in PLAIN or kind is int:
            return token
        if kind is not ExtType or depth > wire.MAX_DEPTH + 1:
            raise ProtocolError("nested too deeply, or an unknown type")
        code, data = token
        if code in _CONTAINERS:
            return self._container(code, _number(data), depth)
        if code == wire.ARRAY:
            return self._array(data)
        if code == wire.SCALAR:
            dtype, _, content = data.partition(b" ")
            return _checked(content, read_dtype(dtype.decode("ascii")), 1)[0]
        if code in (wire.SLICE, wire.RANGE):
            return self._steps(code, [self._value(depth + 1) for _ in range(3)])
        if code == wire.ELLIPSIS:
            return Ellipsis
        if code == wire.INT:
            return int.from_bytes(data, "little", signed=True)
        if code == wire.COMPLEX:
            return complex(*struct.unpack("<dd", data))
        if code == wire.DTYPE:
            return read_dtype(data.decode("ascii"))
        if code == wire.NAME:
            return wire.NAMED[data.decode("ascii")]
        if code == wire.SAME and self._sharing:
            return _present(self.objects[_number(data)])
        if code == wire.OLD:
            return self._known.pop(_number(data))
        if code == wire.HOME:
            return self._home(_number(data))
        if code == wire.AWAY:
            self._handles += 1
            if self._handles > wire.MAX_HANDLES:
                raise ProtocolError("too many new objects")
            return self._adopt(_number(data), self._value(depth + 1))
        raise ProtocolError("an unknown code")

    def _steps(self, code: int, parts: list[Any]) -> slice | range:
        if code == wire.SLICE:
            return slice(*parts)
        if len(made := range(*parts)) > wire.MAX_RANGE:
            raise ProtocolError("a range that is too long")
        return made

    def _container(self, code: int, count: int, depth: int) -> Any:
        make = _CONTAINERS[code]
        count *= 2 if make is dict else 1
        if count > len(self._tokens) - self._next:
            raise ProtocolError("more items are announced than the message holds")
        place = self._reserve() if make in (list, dict, set) else -1
        items = [self._value(depth + 1) for _ in range(count)]
        if make is dict:
            made = dict(zip(items[::2], items[1::2], strict=True))
        else:
            made = items if make is list else make(items)
        return self._keep(place, made)

    def _array(self, header: bytes) -> np.ndarray:
        place = self._reserve()
        flags, dimensions = header[0], header[1]
        if dimensions > wire.MAX_DIMENSIONS or flags > wire.COLUMN_MAJOR | wire.READ_ONLY:
            raise ProtocolError("an array with unknown flags or too many dimensions")
        shape = struct.unpack_from(f"<{dimensions}Q", header, 2)
        dtype = read_dtype(header[2 + 8 * dimensions :].decode("ascii"))
        # Also an empty array must not claim a length that a sum over its rows would allocate.
        if math.prod(max(1, length) for length in shape) * dtype.itemsize > wire.MAX_BYTES:
            raise ProtocolError("an array that is too large")
        content = self._tokens[self._next]
        self._next += 1
        order = "F" if flags & wire.COLUMN_MAJOR else "C"
        array = _checked(content, dtype, math.prod(shape)).reshape(shape, order=order)
        array = array.copy(order=order)
        array.flags.writeable = not flags & wire.READ_ONLY
        if place >= 0:
            self.received[place] = content
        return self._keep(place, array)

    def _reserve(self) -> int:
        """Take the next place among the shared objects; it is empty until the object is whole."""
        if not self._sharing:
            return -1
        self.objects.append(None)
        return len(self.objects) - 1

    def _keep(self, place: int, made: Any) -> Any:
        if place >= 0:
            self.objects[place] = made
        return made


_CONTAINERS = {
    wire.LIST: list,
    wire.TUPLE: tuple,
    wire.DICT: dict,
    wire.SET: set,
    wire.FROZENSET: frozenset,
}


def _number(data: bytes) -> int:
    return struct.unpack("<Q", data)[0]


def _present(made: Any) -> Any:
    if made is None:
        raise ProtocolError("a list or dictionary contains itself")
    return made


def _checked(content: bytes, dtype: np.dtype, size: int) -> np.ndarray:
    """Return the entries of an array, if they are as many as they should be, and all valid."""
    if type(content) is not bytes or len(content) != size * dtype.itemsize:
        raise ProtocolError("an array and its content differ in size")
    entries = np.frombuffer(content, dtype) if size else np.empty(0, dtype)
    # NumPy trusts these two: a boolean that is 2 or a character that is none.
    if dtype.kind == "b" and entries.view(np.uint8).max(initial=0) > 1:
        raise ProtocolError("a boolean that is neither true nor false")
    if dtype.kind == "U" and entries.view("<u4").max(initial=0) > LARGEST_CODE_POINT:
        raise ProtocolError("a character that does not exist")
    return entries


def _malformed(error: Exception) -> ProtocolError:
    return ProtocolError(f"a malformed message ({type(error).__name__})")
