"""What crosses between the two processes: the types, the limits, and how they are written.

A message is a flat stream of msgpack scalars. Nothing in it nests, so no claim about a length can
make msgpack allocate. Containers and arrays are announced by an extension type, and what belongs to
them follows as further tokens::

    [1, (2.5, "a")]  →  LIST(2)  1  TUPLE(2)  2.5  "a"
    np.zeros((2, 3)) →  ARRAY(flags, shape, "<f8")  <48 bytes>

What comes out is made of exactly these types, whatever the sender says: None, bool, int, float,
complex, str, bytes, list, tuple, dict, set, frozenset, slice, range, Ellipsis, NumPy arrays and
scalars of numbers, booleans, text and dates, their dtypes, the types and functions of `NAMED`, and
handles. A handle is a number that stands for an object of either side, and comes with a description
of it; `grading.checking.peer` keeps the books. Nothing here can run code.
"""

import builtins
import re

import numpy as np

MAX_BYTES = 256 * 2**20  # of a message, and of an array
MAX_TOKENS = 1_000_000
MAX_HANDLES = 10_000  # new ones, in a message
MAX_RANGE = 10_000_000
MAX_DEPTH = 64
MAX_INT_BYTES = 2**16
MAX_DIMENSIONS = 32

# Extension types. Those in the first row are followed by as many values as their number says.
LIST, TUPLE, DICT, SET, FROZENSET = range(1, 6)
SLICE, RANGE, ELLIPSIS, INT, COMPLEX, ARRAY, SCALAR, DTYPE, NAME = range(6, 15)
SAME, OLD, HOME, AWAY = range(15, 19)

# Flags of an array.
COLUMN_MAJOR, READ_ONLY = 1, 2

PLAIN = frozenset({type(None), bool, float, str, bytes})

_TYPES = "bool int float complex str bytes list tuple dict set frozenset slice range object"
_FUNCTIONS = "abs all any divmod len max min pow round sorted sum"
_NUMPY_TYPES = (
    "bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 "
    "complex128 str_ bytes_ datetime64 timedelta64 generic number integer signedinteger "
    "unsignedinteger inexact floating complexfloating ndarray dtype"
)
_NUMPY_FUNCTIONS = "sum prod mean std var max min argmax argmin median clip where dot sort"
# Types and pure functions that both sides know by name: nothing that reads, writes or runs things.
NAMED = {
    **{name: getattr(builtins, name) for name in f"{_TYPES} {_FUNCTIONS}".split()},
    **{f"np.{name}": getattr(np, name) for name in f"{_NUMPY_TYPES} {_NUMPY_FUNCTIONS}".split()},
    **{f"np.{name}": one for name, one in vars(np).items() if isinstance(one, np.ufunc)},
}
NAME_OF = {id(thing): name for name, thing in NAMED.items()}

_DTYPE = re.compile(
    r"\|b1|[|][iu]1|<[iu][248]|<f[248]|<c(8|16)|<U[1-9][0-9]{0,6}|[|]S[1-9][0-9]{0,6}"
    r"|<[mM]8(\[(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?"
)


class ProtocolError(Exception):
    """What arrived is no message of this protocol."""


class UnsendableError(TypeError):
    """A value cannot cross from one process to the other."""


def dtype_code(dtype: np.dtype) -> str | None:
    """Return how a dtype is written, or None if such arrays do not cross.

    Extended precision crosses as float64: it has bit patterns that are neither a number nor NaN.

    >>> [dtype_code(np.dtype(kind)) for kind in (">i4", "longdouble", object)]
    ['<i4', '<f8', None]
    """
    if dtype.kind in "fc" and dtype.itemsize > (8 if dtype.kind == "f" else 16):
        return "<f8" if dtype.kind == "f" else "<c16"
    if dtype.kind in "US" and dtype.itemsize == 0:
        return "<U1" if dtype.kind == "U" else "|S1"
    code = dtype.newbyteorder("<").str
    return code if _DTYPE.fullmatch(code) else None


def read_dtype(code: str) -> np.dtype:
    """Return the dtype that is written like this, one of few.

    Raises
    ------
    ProtocolError
        If it is none of them.
    """
    if not _DTYPE.fullmatch(code):
        raise ProtocolError("an unknown dtype")
    return np.dtype(code)
