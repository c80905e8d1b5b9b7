"""Values survive the way to the other process; nothing else than values comes out of bytes."""

import enum
import math
import random
import struct
from collections import Counter, OrderedDict, defaultdict, namedtuple

import numpy as np
import pytest
from msgpack import ExtType, Packer

from grading.checking import wire
from grading.checking.decoder import Decoder
from grading.checking.encoder import Encoder
from grading.checking.wire import ProtocolError, UnsendableError

Point = namedtuple("Point", "x y")


def encoded(*values, **options) -> bytes:
    encoder = Encoder(**options)
    for value in values:
        encoder.add(value)
    return encoder.data()


def there_and_back(value, **options):
    decoder = Decoder(encoded(value, **options), sharing=options.get("sharing", False))
    result = decoder.value()
    assert decoder.done
    return result


def alike(a, b) -> bool:
    """Equal, of exactly the same types all the way down, with NaN equal to itself."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, np.generic):
        return a.dtype == b.dtype and a.tobytes() == b.tobytes()
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(alike, a, b))
    if isinstance(a, dict):
        return alike(list(a.items()), list(b.items()))
    if isinstance(a, float):
        return struct.pack("d", a) == struct.pack("d", b)
    if isinstance(a, complex):
        return alike((a.real, a.imag), (b.real, b.imag))
    return a == b


VALUES = [
    None,
    True,
    False,
    0,
    -1,
    2**63,
    2**64,
    -(2**63) - 1,
    math.factorial(200),
    -math.factorial(200),
    0.0,
    -0.0,
    1e-320,
    math.inf,
    -math.inf,
    math.nan,
    1 + 2j,
    complex(math.nan, -0.0),
    "",
    "Größe\0 \U0001f600",
    "\ud800",
    b"",
    b"\x00\xff",
    [],
    (),
    {},
    set(),
    frozenset({1, (2, 3)}),
    [[1, (2.5, "a")], {"k": [None], 3: {4}}],
    {(1, 2): "tuple", None: 0, 1.5: b""},
    slice(None, 3, -1),
    range(2, 9, 3),
    Ellipsis,
    np.float32,
    float,
    int,
    np.tanh,
    np.mean,
    max,
    np.dtype("f4"),
    np.dtype("U3"),
    np.bool_(True),
    np.float32(1.5),
    np.float64("nan"),
    np.int8(-3),
    np.uint64(2**64 - 1),
    np.complex64(1j),
    np.datetime64("2024-02-29", "D"),
    np.timedelta64(3, "us"),
    np.zeros(()),
    np.zeros((0, 3)),
    np.arange(6).reshape(2, 3),
    np.arange(24.0).reshape(2, 3, 4)[:, ::2, ::-1],
    np.array([True, False]),
    np.array([1e400, -1e400, np.nan], dtype=np.float16),
    np.array([["a", "Größe"], ["", "\U0001f600"]]),
    np.array([b"ab", b""]),
    np.array(["2024-01-01", "NaT"], dtype="M8[s]"),
    np.array([1 + 1j, np.inf]),
    [np.ones(2), (np.zeros((1, 1), np.int8), [np.float32(2)])],
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value).partition(" at 0x")[0][:40])
def test_a_value_comes_out_as_it_went_in(value):
    assert alike(there_and_back(value), value)


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        (enum.IntEnum("Colour", "RED")(1), 1),
        (type("Text", (str,), {})("abc"), "abc"),
        (type("Number", (float,), {})(2.5), 2.5),
        (Point(1, [2]), (1, [2])),
        (OrderedDict(a=1), {"a": 1}),
        (Counter("aab"), {"a": 2, "b": 1}),
        (defaultdict(list, k=[1]), {"k": [1]}),
        (type("Items", (list,), {})([1, 2]), [1, 2]),
        (np.str_("x"), "x"),
        (np.bytes_(b"x"), b"x"),
        (np.longdouble(1.5), np.float64(1.5)),
        (np.ones(2, np.longdouble), np.ones(2)),
        (np.ones(2, ">f8"), np.ones(2)),
        (np.ones((1, 2)).view(type("Grid", (np.ndarray,), {})), np.ones((1, 2))),
        (np.ma.array([1, 2], mask=[0, 1]), np.array([1, 2])),
        (np.zeros(2, "U0"), np.array(["", ""], dtype="U1")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_subclasses_and_odd_dtypes_arrive_as_their_base(value, arrives):
    assert alike(there_and_back(value), arrives)


def test_arrays_arrive_writable_in_their_memory_order_and_on_their_own():
    value = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    arrived = there_and_back(value)
    assert arrived.flags.f_contiguous
    assert arrived.flags.owndata
    arrived[0, 0] = 9
    assert value[0, 0] == 0
    value.flags.writeable = False
    assert not there_and_back(value).flags.writeable


def test_random_nested_values():
    rng = random.Random(0)

    def draw(depth):
        if depth == 0 or rng.random() < 0.4:
            return rng.choice(VALUES)
        items = [draw(depth - 1) for _ in range(rng.randrange(4))]
        kind = rng.choice([list, tuple, dict])
        return dict(enumerate(items)) if kind is dict else kind(items)

    for _ in range(300):
        value = draw(4)
        assert alike(there_and_back(value), value)


def test_one_object_in_two_places_stays_one_if_the_message_shares():
    array, rows = np.ones(2), [1]
    shared = there_and_back([array, (array, rows), {"k": rows}], sharing=True)
    assert shared[0] is shared[1][0]
    assert shared[1][1] is shared[2]["k"]
    copied = there_and_back([array, array])
    assert copied[0] is not copied[1]


def test_known_objects_are_sent_as_references_once():
    old = [np.ones(2), [1]]
    encoder = Encoder()
    encoder.refer_to(old)
    encoder.add([old[1], old[0], old[0]])
    decoder = Decoder(encoder.data())
    decoder.refer_to(old)
    result = decoder.value()
    assert result[0] is old[1]
    assert result[1] is old[0]
    assert result[2] is not old[0]
    with pytest.raises(ProtocolError):
        Decoder(encoder.data()).value()


def unending():
    endless = []
    endless.append(endless)
    return endless


def nested(depth):
    value = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        object(),
        lambda: 1,
        np.array([object()]),
        np.zeros(2, [("a", "f8")]),
        np.void(b"ab"),
        unending(),
        nested(wire.MAX_DEPTH + 2),
        [0] * (wire.MAX_TOKENS + 1),
        np.broadcast_to(0.0, (10**5, 10**5)),
        2 ** (8 * wire.MAX_INT_BYTES),
        range(10**9),
        ValueError("x"),
        iter([1]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_value_is_refused(value):
    with pytest.raises(UnsendableError):
        encoded(value)


def test_types_are_what_they_are_not_what_they_say():
    class Liar:
        __class__ = int

        def __int__(self):
            return 7

    with pytest.raises(UnsendableError):
        encoded(Liar())


def raw(*tokens) -> bytes:
    packer = Packer(autoreset=False)
    for token in tokens:
        packer.pack(token)
    return packer.bytes()


def count(code, number) -> ExtType:
    return ExtType(code, struct.pack("<Q", number))


def array(shape, dtype, flags=0) -> ExtType:
    return ExtType(
        wire.ARRAY,
        struct.pack(f"<BB{len(shape)}Q", flags, len(shape), *shape) + dtype.encode(),
    )


MALFORMED = {
    "nothing": b"",
    "msgpack list": raw([1, 2]),
    "empty msgpack list": raw([]),
    "msgpack map": raw({1: 2}),
    "timestamp": b"\xd6\xff\x00\x00\x00\x00",
    "reserved byte": b"\xc1",
    "cut off": encoded("a long text")[:-1],
    "claimed text": b"\xdb\x7f\xff\xff\xff",
    "claimed bytes": b"\xc6\x7f\xff\xff\xff",
    "claimed ext": b"\xc9\x7f\xff\xff\xff\x01",
    "claimed msgpack list": b"\xdd\x7f\xff\xff\xff",
    "claimed list": raw(count(wire.LIST, 10**9)),
    "claimed dict": raw(count(wire.DICT, 2**63)),
    "claimed more than there is": raw(count(wire.LIST, 3), 1, 2),
    "short count": raw(ExtType(wire.LIST, b"\x01")),
    "unhashable key": raw(count(wire.DICT, 1), count(wire.LIST, 0), 1),
    "unhashable item": raw(count(wire.SET, 1), count(wire.LIST, 0)),
    "claimed array": raw(array([10**9], "<f8"), b""),
    "array of nothing, wide": raw(array([0, 2**62], "<f8"), b""),
    "array that overflows": raw(array([2**32, 2**32, 2**32], "|b1"), b""),
    "array of no item size": raw(array([10**9], "<U0"), b""),
    "array too short": raw(array([2], "<f8"), bytes(15)),
    "array too long": raw(array([2], "<f8"), bytes(17)),
    "array without content": raw(array([2], "<f8")),
    "array with a text": raw(array([2], "|u1"), "ab"),
    "array of objects": raw(array([1], "|O"), bytes(8)),
    "array of records": raw(array([1], "f8,f8"), bytes(16)),
    "array of voids": raw(array([1], "|V8"), bytes(8)),
    "array of extended precision": raw(array([1], "<f16"), bytes(16)),
    "array of odd dates": raw(array([1], "<M8[25s]"), bytes(8)),
    "array of 40 dimensions": raw(array([1] * 40, "|u1"), b"a"),
    "array with odd flags": raw(array([1], "|u1", 8), b"a"),
    "array without a header": raw(ExtType(wire.ARRAY, b""), b""),
    "boolean that is 2": raw(array([1], "|b1"), b"\x02"),
    "scalar boolean that is 2": raw(ExtType(wire.SCALAR, b"|b1 \x02")),
    "character that does not exist": raw(array([1], "<U1"), b"\xff\xff\xff\x7f"),
    "scalar too long": raw(ExtType(wire.SCALAR, b"<f8 123456789")),
    "scalar of an object": raw(ExtType(wire.SCALAR, b"|O 12345678")),
    "dtype of objects": raw(ExtType(wire.DTYPE, b"O")),
    "dtype of a million": raw(ExtType(wire.DTYPE, b"<U99999999")),
    "unknown name": raw(ExtType(wire.NAME, b"eval")),
    "odd name": raw(ExtType(wire.NAME, b"\xff")),
    "endless range": raw(count(wire.RANGE, 3), 0, 10**18, 1),
    "range of text": raw(count(wire.RANGE, 3), "a", "b", "c"),
    "range of step 0": raw(count(wire.RANGE, 3), 0, 1, 0),
    "short complex": raw(ExtType(wire.COMPLEX, b"1234")),
    "reference to nothing": raw(count(wire.SAME, 0)),
    "reference to the known": raw(count(wire.OLD, 0)),
    "handle": raw(count(wire.HOME, 1)),
    "foreign handle": raw(count(wire.AWAY, 1), 0),
    "unknown code": raw(ExtType(99, b"")),
    "deep": raw(*[count(wire.LIST, 1)] * 100_000, 1),
    "too many tokens": raw(*[None] * (wire.MAX_TOKENS + 1)),
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_malformed_messages_are_protocol_errors(data):
    with pytest.raises(ProtocolError):
        Decoder(data).value()


def test_a_list_within_itself_is_refused():
    with pytest.raises(ProtocolError):
        Decoder(raw(count(wire.LIST, 1), count(wire.SAME, 0)), sharing=True).value()


def test_two_thousand_mutations_give_values_or_protocol_errors():
    rng = random.Random(1)
    originals = [encoded(value) for value in VALUES] + [encoded(VALUES)]
    wrong = 0
    for _ in range(2000):
        data = bytearray(rng.choice(originals))
        for _ in range(rng.randrange(1, 6)):
            place = rng.randrange(len(data) + 1)
            action = rng.randrange(4)
            if action == 0:
                data[place:place] = rng.randbytes(rng.randrange(1, 9))
            elif action == 1:
                del data[place : place + rng.randrange(1, 9)]
            elif data and action == 2:
                data[place % len(data)] ^= 1 << rng.randrange(8)
            elif data:
                data[place % len(data)] = rng.choice([0, 1, 0x7F, 0x80, 0xC1, 0xFF])
        try:
            decoder = Decoder(bytes(data), sharing=bool(rng.randrange(2)))
            while not decoder.done:
                decoder.value()
        except ProtocolError:
            wrong += 1
    assert 500 < wrong < 2000
