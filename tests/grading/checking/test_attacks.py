"""A hostile student's process: whatever it does, a wrong answer passes no assertion.

`OBJECTS` are answers that lie about what they are; their process keeps to the protocol. `MESSAGES`
are processes that do not. The test of an attack is `judge`: a good many ways to ask whether the
answer is right, none of which may be satisfied.
"""

import numpy as np
import pytest

from course_lib import checks
from grading.checking import remote
from grading.checking.channel import PeerDied

EXPECTED = np.array([1.0, 2.0, 3.0])
JUDGES = {
    "assert_close": lambda answer: checks.assert_close("y", answer, EXPECTED),
    "assert_shape": lambda answer: checks.assert_shape("y", answer, (3,)),
    "assert_finite": lambda answer: checks.assert_finite("y", answer),
    "assert_integer": lambda answer: checks.assert_integer("y", answer, 1),
    "assert_choice": lambda answer: checks.assert_choice("y", answer, "abc"),
    "equal": lambda answer: _require(answer == 3),
    "equal array": lambda answer: _require((answer == EXPECTED).all()),
    "not": lambda answer: _require(not answer),
    "less": lambda answer: _require(answer < 4),
    "allclose": lambda answer: _require(np.allclose(answer, EXPECTED)),
    "array_equal": lambda answer: _require(np.array_equal(answer, EXPECTED)),
    "assert_allclose": lambda answer: np.testing.assert_allclose(answer, EXPECTED),
    "assert_array_equal": lambda answer: np.testing.assert_array_equal(answer, EXPECTED),
    "difference": lambda answer: _require(np.abs(answer - EXPECTED).max() < 1e-6),
    "shape": lambda answer: _require(answer.shape == (3,)),
    "np.shape": lambda answer: _require(np.shape(answer) == (3,)),
    "dtype": lambda answer: _require(answer.dtype == np.float64),
    "isinstance array": lambda answer: _require(isinstance(answer, np.ndarray)),
    "isinstance number": lambda answer: _require(isinstance(answer, (int, float))),
    "isinstance list": lambda answer: _require(isinstance(answer, (list, tuple, dict, str))),
    "type": lambda answer: _require(type(answer) in (int, float, bool, str, list, np.ndarray)),
    "sum": lambda answer: _require(sum(answer) == 6),
    "np.sum": lambda answer: _require(np.sum(answer) == 6),
    "float": lambda answer: _require(float(answer) == 3),
    "in": lambda answer: _require(3 in answer),
    "in list": lambda answer: _require(answer in [1, 2, 3]),
    "in set": lambda answer: _require(answer in {1, 2, 3}),
    "text": lambda answer: _require(str(answer) == "3"),
    "lower": lambda answer: _require(answer.lower() == "b"),
    "key": lambda answer: _require(answer["q1"] == "b"),
    "get": lambda answer: _require(answer.get("q1") == "b"),
    "length": lambda answer: _require(len(answer) == 3),
    "sorted": lambda answer: _require(sorted(answer) == [1, 2, 3]),
}


def _require(condition):
    assert condition


# Attacks that take their time are judged by few.
SLOW = {"lists of one list", "an error of a million names", "deep", "ten thousand handles"}
FEW = ("assert_close", "allclose", "equal")


def judge(compute, attack="") -> list[str]:
    """Return the names of the judges whom an answer satisfies; it is computed anew for each."""
    satisfied = []
    for name in FEW if attack in SLOW else JUDGES:
        try:
            JUDGES[name](compute())
        except Exception:
            continue
        satisfied.append(name)
    return satisfied


def test_the_judges_are_satisfied_by_right_answers():
    rights = [EXPECTED, 3, 3.0, 1, "3", "b", "B", {"q1": "b"}, "", [1.0, 2.0, 3.0], True]
    assert {name for right in rights for name in judge(lambda right=right: right)} == set(JUDGES)


LIAR = '''
import numpy as np

class Yes:
    """Says yes to everything."""
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __bool__(self): return {truth}
    def __hash__(self): return hash(3)
    def _yes(self, *args, **kwargs): return True
    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _yes
    def __float__(self): return 3.0
    __int__ = __index__ = lambda self: 3
    def __abs__(self): return self
    def __sub__(self, other): return self
    __add__ = __radd__ = __rsub__ = __mul__ = __rmul__ = __neg__ = __sub__
    def __array__(self, dtype=None, copy=None): return np.array([1.0, 2.0, 3.0])
    def __array_ufunc__(self, *args, **kwargs): return np.array([1.0, 2.0, 3.0])
    __array_function__ = __array_ufunc__
    def __str__(self): return "3"
    __repr__ = __str__
    def all(self, *args, **kwargs): return True
    any = all
    def max(self, *args, **kwargs): return 0.0
    min = sum = mean = max
    shape, dtype, ndim, size = (3,), np.dtype(float), 1, 3
    def lower(self): return "b"
    strip = lower
    def get(self, *args): return "b"
    def __class_getitem__(cls, item): return cls
    @property
    def __class__(self): return np.ndarray

{extra}
'''
SEQUENCE = """
class Long(Yes):
    def __len__(self): return {length}
    def __getitem__(self, index): return {item}
    def __iter__(self): return iter({items})
def answer(): return Long()
"""

OBJECTS = {
    "says yes": LIAR.format(truth="True", extra="def answer(): return Yes()"),
    "says no": LIAR.format(truth="False", extra="def answer(): return Yes()"),
    "its class": LIAR.format(truth="True", extra="answer = lambda: Yes"),
    "poses as an iterator": LIAR.format(
        truth="True", extra="class It(Yes):\n    __next__ = Yes._yes\nanswer = It"
    ),
    "poses as Keras": LIAR.format(
        truth="False", extra="Yes.__module__ = 'keras.models'\ndef answer(): return Yes()"
    ),
    "claims a billion items": LIAR.format(
        truth="True", extra=SEQUENCE.format(length=10**9, item="self", items="[self]")
    ),
    "has a negative length": LIAR.format(
        truth="True", extra=SEQUENCE.format(length=-1, item="self", items="[self]")
    ),
    "is of liars": LIAR.format(
        truth="True", extra=SEQUENCE.format(length=2, item="self", items="[self, self]")
    ),
    "subclass of array": """
import numpy as np
class Lie(np.ndarray):
    def __eq__(self, other): return np.True_
    def __sub__(self, other): return np.zeros(3)
    shape = (3,)
    def all(self, *args, **kwargs): return True
    def max(self, *args, **kwargs): return 0.0
def answer(): return np.full(5, 7.0).view(Lie)
""",
    "subclass of float": """
class Lie(float):
    def __eq__(self, other): return True
    def __lt__(self, other): return True
    __hash__ = float.__hash__
    def __str__(self): return "3"
def answer(): return Lie(7.25)
""",
    "subclass of text": """
class Lie(str):
    def __eq__(self, other): return True
    def lower(self): return "b"
    strip = lower
    def __hash__(self): return hash("b")
def answer(): return Lie("q")
""",
    "tampers with NumPy": """
import numpy as np
np.allclose = np.array_equal = lambda *args, **kwargs: True
np.testing.assert_allclose = np.asarray = np.abs = lambda *args, **kwargs: 0.0
def answer(): return np.full(5, 7.0)
""",
    "tampers with the checks": """
import builtins
from course_lib import checks
checks.assert_close = checks._fail = lambda *args, **kwargs: None
builtins.isinstance = lambda *args: True
def answer(): return 7.25
""",
    "tampers with the encoder": """
import numpy as np
from grading.checking import encoder, wire
encoder.dtype_code = lambda dtype: "|O"
def answer(): return np.full(5, 7.0)
""",
    "numbers that are none": """
import numpy as np
def answer():
    bits = np.zeros(3, np.longdouble)
    bits.view(np.uint8).reshape(3, 16)[:, 8:10] = 0x3f
    return bits
""",
    "not a number": "def answer(): return float('nan')",
    "too many numbers": "def answer(): return range(10**12)",
    "a huge array": "import numpy as np\ndef answer(): return np.broadcast_to(1.0, (10**6, 10**6))",
    "a huge text": "text = 'x' * (257 * 2**20)\ndef answer(): return text",
    "a huge number": "def answer(): return 1 << 10**7",
    "lists of one list": """
def answer():
    lists = [0.0] * 1000
    for _ in range(5): lists = [lists] * 1000
    return lists
""",
    "a list of itself": "def answer():\n    own = []\n    own.append(own)\n    return own",
    "deep": "def answer():\n    deep = 1\n    for _ in range(9999): deep = [deep]\n    return deep",
    "recursion": "def answer(): return answer()",
    "exits": "import os\ndef answer(): os._exit(0)",
    "raises SystemExit": "def answer(): raise SystemExit(0)",
    "raises a lie": """
class Own(Exception):
    def __str__(self): raise SystemExit
    __repr__ = __str__
def answer(): raise Own
""",
    "raises a class that lies": """
class AssertionPassed(BaseException): pass
AssertionPassed.__name__ = "StopIteration"
def answer(): raise AssertionPassed("fine" * 10**6)
""",
    "names in disguise": """
def answer(): pass
answer.__name__ = "x" * 10**6 + "\\n<script>"
answer.__qualname__ = "numpy.ndarray"
def made(): return answer
""".replace("answer():", "inner():")
    .replace("answer.", "inner.")
    .replace("made", "answer")
    .replace("return answer", "return inner"),
}
SEEMS = {
    # An answer that has these properties as a value passes these; none of them is a lie.
    "subclass of array": {"assert_finite", "isinstance array", "type", "dtype"},
    "subclass of float": {"assert_finite", "isinstance number", "type"},
    "subclass of text": {"isinstance list", "type"},
    "tampers with NumPy": {"assert_finite", "isinstance array", "type", "dtype"},
    "tampers with the checks": {"assert_finite", "isinstance number", "type"},
    "numbers that are none": {"assert_shape", "shape", "np.shape", "length", "isinstance array"}
    | {"type", "dtype", "assert_finite"},
    "not a number": {"isinstance number", "type"},
}


@pytest.mark.parametrize("name", OBJECTS)
def test_an_answer_that_lies_satisfies_nobody(student, name):
    with student(OBJECTS[name]) as link:

        def compute():
            return link.fetch("answer")()

        assert set(judge(compute, name)) <= SEEMS.get(name, set())


@pytest.mark.parametrize(
    ("method", "lie"),
    [
        ("__eq__", lambda self, other: True),
        ("__bool__", lambda self: False),
        ("__array__", lambda self, *args, **kwargs: EXPECTED),
        ("__float__", lambda self: 3.0),
        ("__getattr__", lambda self, name: (3,)),
        ("__contains__", lambda self, item: True),
        ("__lt__", lambda self, other: True),
    ],
)
def test_the_judges_notice_a_proxy_that_lets_the_student_decide(student, monkeypatch, method, lie):
    monkeypatch.setattr(remote.Remote, method, lie, raising=False)
    with student(OBJECTS["says yes"]) as link:
        assert judge(lambda: link.fetch("answer")()) != []


def test_what_an_answer_is_called_is_short_and_plain(student):
    with student(OBJECTS["names in disguise"]) as link:
        assert repr(link.fetch("answer")()) == "<function function from your code>"


MESSENGER = """
import struct
from msgpack import ExtType
from grading.checking import wire
from grading.checking.channel import Channel
from grading.checking.decoder import Decoder
from grading.checking.encoder import Encoder

def request(channel):
    "Read a request; return its number, operation and fields."
    message = Decoder(bytes(channel.receive()), lambda h: None, lambda h, about: h, True)
    kind, number, released, operation, fields, watched = (message.value() for _ in range(6))
    return number, operation, fields

def message(*values, export=None):
    encoder = Encoder(export or (lambda value: value()))
    for value in values: encoder.add(value)
    return encoder.data()

class Away:
    "A handle with whatever description."
    def __init__(self, handle=1, about=("function", "function", "answer", "c")):
        self.how = ("away", handle, about)
    def __call__(self): return self.how

class Home:
    def __init__(self, handle): self.how = ("home", handle)
    def __call__(self): return self.how

def reply(number, value, ok=True, changes=(), released=()):
    return message("!", number, list(released), ok, (value, [], ""), changes)

def play(connection):
    channel = Channel(connection)
    while True:
        number, operation, fields = request(channel)
        if operation == "get":
            channel.send(reply(number, Away()))
        else:
            attack(channel, number, operation, fields)
"""
REPLY = "def attack(channel, number, operation, fields): channel.send({})"
MESSAGES = {
    "a reply to something else": REPLY.format("reply(number + 1, 3)"),
    "a reply to what was asked before": REPLY.format("reply(number - 1, 3)"),
    "two replies": REPLY.format("reply(number, None)); channel.send(reply(number, 3)"),
    "no length": "def attack(channel, *_): channel._connection.sendall(b'\\0\\0\\0\\0')",
    "a huge length": "def attack(channel, *_): channel._connection.sendall(b'\\xff' * 4)",
    "noise": "def attack(channel, *_): channel.send(bytes(range(256)) * 10)",
    "only a request": REPLY.format("message('?', 1, [], 'call', (), [])"),
    "a request for globals": REPLY.format("message('?', 1, [], 'getattr', (1, '__globals__'), [])"),
    "a request to evaluate": REPLY.format("message('?', 1, [], 'get', ('np',), [])"),
    "a call of a handle that does not exist": REPLY.format(
        "message('?', 1, [], 'call', (99, (), {}, ('warn',) * 4), [])"
    ),
    "a call of nothing": REPLY.format("message('?', 1, [], 'call', (), [])"),
    "a call with odd fields": REPLY.format("message('?', 1, [], 'call', (1, 2, 3, 4), [])"),
    "a call of a list": REPLY.format("message('?', 1, [], 'call', ([], (), {}, ()), [])"),
    "a draw from a function": REPLY.format(
        "message('?', 1, [], 'draw', (1, 'random', (), {}), [])"
    ),
    "a watching request": REPLY.format(
        "message('?', 1, [], 'call', (1, (), {}, ('warn',) * 4), [0])"
    ),
    "requests without end": """
def attack(channel, number, operation, fields):
    import itertools
    for i in itertools.count(1):
        channel.send(message('?', i, [], 'call', (fields[2][0], (), {}, ('warn',) * 4), []))
        Decoder(bytes(channel.receive()))
        if i == 200: channel.send(reply(10**6, 3))
""",
    "release of what is not there": REPLY.format("reply(number, 3, released=[77])"),
    "release of texts": REPLY.format("reply(number, 3, released=['a'])"),
    "a change nobody asked for": REPLY.format("reply(number, 3, changes=((0, [3]),))"),
    "a change of nothing": REPLY.format("reply(number, 3, changes=((10**9, [3]),))"),
    "changes that are none": REPLY.format("reply(number, 3, changes=(1, 2))"),
    "a handle of mine that is not": REPLY.format("reply(number, Home(10**6))"),
    "a handle that calls itself odd": REPLY.format("reply(number, Away(1, ('x' * 999, 3)))"),
    "a handle that calls itself an array": REPLY.format(
        "reply(number, Away(1, ('ndarray', 'ndarray', '3', 'cilg')))"
    ),
    "ten thousand handles": REPLY.format("reply(number, [Away(i) for i in range(10_001)])"),
    "a reply that is no tuple": REPLY.format("message('!', number, [], True, [3, [], ''], ())"),
    "a reply without warnings": REPLY.format("message('!', number, [], True, (3,), ())"),
    "an odd truth": REPLY.format("message('!', number, [], 1, (3, [], ''), ())"),
    "odd warnings": REPLY.format("message('!', number, [], True, (3, [[1, 2]], ''), ())"),
    "odd output": REPLY.format("message('!', number, [], True, (3, [], 5), ())"),
    "more than a reply": REPLY.format("reply(number, 3) + message(3)"),
    "an error that is none": REPLY.format("message('!', number, [], False, (3, 4, 5, [], ''), ())"),
    "an error called SystemExit": REPLY.format(
        "message('!', number, [], False, (['SystemExit', 'BaseException'], '', '', [], ''), ())"
    ),
    "an error called StopIteration": REPLY.format(
        "message('!', number, [], False, (['StopIteration'], '', '', [], ''), ())"
    ),
    "an error of a million names": REPLY.format(
        "message('!', number, [], False, (['A'] * 10**5, 'x' * 10**7, 'y' * 10**7, [], ''), ())"
    ),
    "nothing": "def attack(channel, *_): channel._connection.close()",
    "half a message": """
def attack(channel, *_):
    channel._connection.sendall(b'\\xff\\0\\0\\0abc')
    channel._connection.close()
""",
    "silence": "import time\ndef attack(*_): time.sleep(60)",
    "a drip": """
import time
def attack(channel, *_):
    channel._connection.sendall(b'\\xff\\0\\0\\0')
    time.sleep(60)
""",
}


@pytest.mark.parametrize("name", MESSAGES)
def test_a_process_that_breaks_the_rules_satisfies_nobody(student, name):
    with student(MESSENGER + MESSAGES[name]) as link:
        answer = link.fetch("answer")
        link.connection.settimeout(0.3)
        assert judge(lambda: answer(lambda: 1, [2.5]), name) == []


def test_a_broken_connection_stays_broken(student):
    source = MESSENGER + MESSAGES["a reply to something else"]
    with student(source) as link:
        answer = link.fetch("answer")
        for _ in range(3):
            with pytest.raises(PeerDied, match="sends something that it should not"):
                answer(3)
        with pytest.raises(PeerDied):
            link.fetch("answer")


def test_no_object_of_the_test_can_be_reached_but_what_was_passed(student):
    source = (
        MESSENGER
        + """
def attack(channel, number, operation, fields):
    handle = fields[2][0]
    found = []
    for ask in [
        ("getattr", (handle, "__globals__")), ("get", ("secret",)), ("describe", (handle,)),
        ("next", (handle,)), ("draw", (handle, "random", (), {})), ("len", (handle,)),
    ][STEP:STEP + 1]:
        channel.send(message("?", 1, [], *ask, []))
        channel.receive()
    channel.send(reply(number, "reached"))
"""
    )
    for step in range(6):
        with student(source.replace("STEP", str(step))) as link:
            answer = link.fetch("answer")
            with pytest.raises(PeerDied, match="sends something that it should not"):
                answer(lambda: 1)


def test_the_generator_of_a_test_gives_draws_and_nothing_else(student):
    source = """
def state(rng): return rng.bit_generator.state
def draw(rng, name, *args):
    return rng._checker_token.ask("draw", name, args, {})
"""
    with student(source) as link:
        draw, rng = link.fetch("draw"), np.random.default_rng(0)
        with pytest.raises(TypeError, match="belongs to the test"):
            link.fetch("state")(rng)
        for name in ("bit_generator", "__reduce__", "spawn", "_bit_generator", "__class__", "x"):
            with pytest.raises(AttributeError):
                draw(rng, name)
        for name, *args in [
            ("random", 10**10),
            ("normal", 0.0, 1.0, (10**5, 10**5)),
            ("permutation", 10**11),
            ("permutation", np.int64(10**11)),
            ("random", np.array([10**10])),
            ("bytes", 10**11),
            ("integers", 0, 9, 10**11),
        ]:
            with pytest.raises(MemoryError):
                draw(rng, name, *args)
        assert draw(rng, "random") == np.random.default_rng(0).random()


@pytest.mark.parametrize(
    ("kinds", "log", "error"),
    [
        ([("random", (), {})], np.array([1], np.int32), PeerDied),
        ([("random", (), {})], np.array([-1], np.int32), PeerDied),
        ([("random", (), {})], np.array([0.0]), PeerDied),
        ([("random", (), {})], np.zeros((1, 1), np.int32), PeerDied),
        ([("random", (), {})], np.zeros(2_000_000, np.int32), PeerDied),
        ([("random", ())], np.array([0], np.int32), PeerDied),
        (["random"], np.array([0], np.int32), PeerDied),
        ([("__reduce__", (), {})], np.array([0], np.int32), AttributeError),
        ([("spawn", (1,), {})], np.array([0], np.int32), AttributeError),
        ([("random", (10**10,), {})], np.array([0], np.int32), MemoryError),
    ],
)
def test_a_log_of_draws_that_is_none(student, kinds, log, error):
    source = """
def tell(rng, kinds, log):
    return rng._checker_token.ask("drew", kinds, log)
"""
    rng = np.random.default_rng(0)
    with student(source) as link:
        tell = link.fetch("tell")
        with pytest.raises(error):
            tell(rng, kinds, log)
    assert rng.random() == np.random.default_rng(0).random()


def test_what_a_changed_argument_may_become(student):
    source = (
        MESSENGER
        + """
def attack(channel, number, operation, fields):
    channel.send(reply(number, None, changes=((int(fields[3]["place"]), CONTENT),)))
"""
    )
    watched = np.ones(2)
    for content in ["[1, 2]", "3.0", "__import__('numpy').ones(3)", "'ab'", "{}", "None"]:
        with student(source.replace("CONTENT", content)) as link:
            answer = link.fetch("answer")
            for place in range(6):
                with pytest.raises(Exception), checks.changes_seen(watched):  # noqa: B017, PT011
                    answer(watched, place=place)
            assert np.array_equal(watched, np.ones(2))
