"""Calling a student's code in another process is like calling it here, where that matters."""

import copy
import inspect
import os
import pickle
import signal
import time
import warnings

import numpy as np
import pytest

from course_lib import checks
from course_lib.activations import relu
from grading.checking.channel import PeerDied
from grading.checking.failures import RemoteError

SOURCE = '''
import sys, time, warnings
import numpy as np

def double(x):
    """Twice x."""
    return 2 * x

def fails(message):
    raise ValueError(message)

def error(name):
    raise {"exit": SystemExit("bye"), "stop": StopIteration("s"), "key": KeyError("k"),
           "interrupt": KeyboardInterrupt(), "own": Own("mine"),
           "algebra": np.linalg.LinAlgError("a"),
           "unicode": UnicodeDecodeError("utf8", b"x", 0, 1, "bad"), "generator": GeneratorExit(),
           "mute": Mute(), "group": ExceptionGroup("g", [ValueError("v")])}[name]

class Own(ValueError): pass
class Mute(Exception):
    def __str__(self): raise RuntimeError
def apply(g, *args, **kwargs): return g(*args, **kwargs)
def recurse(g): return recurse(g)
def count(n):
    for i in range(n):
        yield np.full(2, i)
def endless():
    while True: yield 1
def in_place(x): x *= 2
def grow(things):
    things.append(things[0] + 1)
    things[0] *= 3
def swap(things): things[0], things[1] = things[1], things[0]
def put(d): d["new"] = np.ones(2); d["W"] += 1
def reshape(x): x.shape = (-1,)
def same(a, b): return a is b
def log(x): return np.log(x)
class Careful(FutureWarning): pass
def warn(text): warnings.warn(text, Careful); return 1
def talk(n): print("x" * n); print("err", file=sys.stderr); return n
def sleep(): time.sleep(60)
def stubborn():
    try: time.sleep(60)
    except KeyboardInterrupt: return "interrupted"
def compose(f, g): return lambda x: g(f(x))
def identity(x): return x
def total(numbers): return sum(numbers)
def wrap(g):
    import functools
    @functools.wraps(g)
    def wrapped(x): return g(x) + 1
    return wrapped

class Net:
    """A net."""
    kind = "net"
    def __init__(self, n): self.n, self.W = n, np.ones(n)
    def forward(self, x, scale=2.0, *, shift=0): return self.W * x * scale + shift
    @property
    def layers(self): return [self, self]
    def __len__(self): return self.n
    def __getitem__(self, i): return self.W[i]
    def __call__(self, x): return x
class Plain:
    pass
box = Plain(); box.value = 3
'''


@pytest.fixture(scope="module")
def link(nursery):
    with nursery.student(SOURCE) as made:
        yield made


@pytest.fixture(scope="module")
def fetch(link):
    return link.fetch


def test_functions_are_called_with_values_and_return_values(fetch):
    double = fetch("double")
    assert double(3) == 6
    assert np.array_equal(double(np.arange(3)), [0, 2, 4])
    assert double(x=[1, "a"]) == [1, "a", 1, "a"]


def test_a_function_has_its_name_docstring_and_signature(fetch):
    double, Net = fetch("double"), fetch("Net")
    assert (double.__name__, double.__doc__) == ("double", "Twice x.")
    assert str(inspect.signature(double)) == "(x)"
    assert repr(double) == "<function double from your code>"
    assert str(inspect.signature(Net(2).forward)) == "(x, scale=2.0, *, shift=0)"
    assert callable(double)


def test_an_unknown_name_is_a_name_error(fetch):
    with pytest.raises(NameError, match="name 'nothing' is not defined"):
        fetch("nothing")


@pytest.mark.parametrize(
    ("name", "kind", "message"),
    [
        ("own", ValueError, "mine"),
        ("key", KeyError, "'k'"),
        ("algebra", np.linalg.LinAlgError, "a"),
        ("unicode", ValueError, "bad"),
        ("exit", RemoteError, "SystemExit: bye"),
        ("stop", RemoteError, "StopIteration: s"),
        ("generator", RemoteError, "GeneratorExit"),
        ("interrupt", RemoteError, "KeyboardInterrupt"),
        ("mute", RemoteError, "Mute: .its message cannot be shown"),
        ("group", RemoteError, "ExceptionGroup"),
    ],
)
def test_exceptions_arrive_as_one_of_the_known_ones(fetch, name, kind, message):
    with pytest.raises(kind, match=message) as caught:
        fetch("error")(name)
    assert "In your code, line" in caught.value.__notes__[0]
    assert fetch("double")(1) == 2


def test_a_long_message_is_cut(fetch):
    with pytest.raises(ValueError, match=r"^x{2000}\n"):
        fetch("fails")("x" * 10**6)


def test_functions_of_the_test_are_called_back(fetch):
    apply = fetch("apply")
    assert apply(lambda a, b=1: a + b, 2, b=5) == 7
    assert np.array_equal(apply(relu, np.array([-1.0, 2.0])), [0, 2])
    assert apply(np.tanh, 0.0) == 0
    assert apply(str.upper, "a") == "A"
    assert apply(apply, apply, lambda x: [x], 3) == [3]
    assert apply(dict, a=1) == {"a": 1}
    calls = []
    apply(calls.append, 4)
    assert calls == [4]


def test_an_exception_of_the_test_goes_through_the_student(fetch):
    def checked(x):
        raise AssertionError(f"called with {x}")

    with pytest.raises(AssertionError, match="called with 3"):
        fetch("apply")(checked, 3)


def test_calls_nest_but_not_for_ever(fetch):
    apply = fetch("apply")

    def countdown(n):
        return n if n == 0 else apply(countdown, n - 1)

    assert countdown(10) == 0
    with pytest.raises(RecursionError, match="too deeply"):
        countdown(100)
    with pytest.raises(RecursionError):
        fetch("recurse")(countdown)
    assert countdown(3) == 0


def test_functions_come_home_as_themselves(fetch):
    function = lambda x: x + 1  # noqa: E731
    identity = fetch("identity")
    assert identity(function) is function
    assert fetch("same")(identity, identity)
    assert fetch("compose")(function, fetch("double"))(1) == 4
    assert fetch("wrap")(function)(1) == 3
    thing = object()
    assert identity(thing) is thing
    assert identity([thing])[0] is thing


def test_generators_are_iterated_step_by_step(fetch):
    generator = fetch("count")(3)
    assert iter(generator) is generator
    assert [item.tolist() for item in generator] == [[0, 0], [1, 1], [2, 2]]
    with pytest.raises(StopIteration):
        next(generator)
    assert fetch("total")(i for i in range(4)) == 6
    assert fetch("total")(iter([1, 2])) == 3


def test_an_endless_iterator_ends(fetch, monkeypatch):
    monkeypatch.setattr("grading.checking.remote.MOST_ITEMS", 50)
    with pytest.raises(RuntimeError, match="does not end after 50 items"):
        list(fetch("endless")())


def test_objects_have_attributes_methods_items_and_a_length(fetch):
    Net = fetch("Net")
    net = Net(3)
    assert (net.n, net.kind, len(net), net[1], net("x")) == (3, "net", 3, 1.0, "x")
    assert np.array_equal(net.forward(2, shift=1), [5, 5, 5])
    assert [len(layer) for layer in net.layers] == [3, 3]
    assert list(net) == [1, 1, 1]
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        net.nothing  # noqa: B018
    with pytest.raises(TypeError, match="cannot set"):
        net.n = 4
    assert fetch("box").value == 3
    with pytest.raises(TypeError, match="has no len"):
        len(fetch("box"))


def test_changes_are_seen_where_the_test_looks_at_them(fetch):
    x = np.ones(4)
    fetch("in_place")(x)
    assert np.array_equal(x, [1, 1, 1, 1])
    with checks.changes_seen(x):
        fetch("in_place")(x)
        fetch("in_place")(x[:2])
        fetch("in_place")(x[::3])
    assert np.array_equal(x, [8, 4, 2, 4])
    other = np.ones(2)
    with checks.changes_seen(x):
        fetch("in_place")(other)
    assert np.array_equal(other, [1, 1])


def test_changed_lists_and_dictionaries_are_seen_too(fetch):
    things = [np.ones(2), np.zeros(1)]
    first, second = things
    with checks.changes_seen(things):
        fetch("grow")(things)
        fetch("swap")(things)
    assert things[0] is second
    assert things[1] is first
    assert np.array_equal(first, [3, 3])
    assert np.array_equal(things[2], [2, 2])
    parameters = {"W": np.zeros(2)}
    with checks.changes_seen(parameters):
        fetch("put")(parameters)
    assert parameters.keys() == {"W", "new"}
    assert np.array_equal(parameters["W"], [1, 1])


def test_assert_unchanged_fails_and_restores(fetch):
    x, layers = np.ones((2, 2)), [(np.ones(2), np.zeros(1))]
    with (
        pytest.raises(AssertionError, match="your code changes its input x"),
        checks.assert_unchanged(x=x),
    ):
        fetch("in_place")(x[:1])
    assert np.array_equal(x, np.ones((2, 2)))
    with pytest.raises(AssertionError, match="layers"), checks.assert_unchanged(layers=layers):
        fetch("in_place")(layers[0][0])
    assert np.array_equal(layers[0][0], [1, 1])
    with checks.assert_unchanged(x=x):
        fetch("double")(x)
    with pytest.raises(ValueError, match="shape or the dtype"), checks.assert_unchanged(x=x):
        fetch("reshape")(x)


def test_a_read_only_array_stays_read_only(fetch):
    x = np.ones(2)
    x.flags.writeable = False
    with pytest.raises(ValueError, match="read-only"):
        fetch("in_place")(x)


def test_one_array_passed_twice_is_one_array(fetch):
    x = np.ones(2)
    assert fetch("same")(x, x)
    assert not fetch("same")(x, x.copy())


def test_warnings_are_issued_again_under_the_filters_of_the_test(fetch):
    with pytest.warns(RuntimeWarning, match="divide by zero"):
        fetch("log")(np.zeros(1))
    with pytest.warns(FutureWarning, match="careful"):
        assert fetch("warn")("careful") == 1
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fetch("log")(np.zeros(1))
    with (
        pytest.raises(AssertionError, match="your code warns: divide by zero"),
        checks.assert_no_warnings(),
    ):
        fetch("log")(np.zeros(1))


def test_floating_point_errors_are_handled_as_the_test_says(fetch):
    with np.errstate(divide="ignore"):
        assert fetch("log")(np.zeros(1))[0] == -np.inf
    with np.errstate(divide="raise"), pytest.raises(FloatingPointError, match="divide by zero"):
        fetch("log")(np.zeros(1))


def test_output_is_printed_here_up_to_a_limit(fetch, capsys):
    fetch("talk")(3)
    assert capsys.readouterr().out == "xxx\nerr\n"
    fetch("talk")(10**6)
    assert len(capsys.readouterr().out) == 10_000


def test_released_objects_are_forgotten_on_both_sides(link, fetch):
    apply, identity = fetch("apply"), fetch("compose")
    held = len(link._exports)
    for _ in range(200):
        apply(lambda x: x, 1)
        identity(None, None)
    fetch("double")(1)
    assert len(link._exports) <= held + 2
    assert len(link.released) <= 2


@pytest.mark.parametrize(
    "use",
    [
        lambda net: net + 1,
        lambda net: 1 + net,
        lambda net: np.ones(2) + net,
        lambda net: -net,
        lambda net: net < 1,
        lambda net: float(net),
        lambda net: int(net),
        lambda net: complex(net),
        lambda net: bool(net),
        lambda net: not net,
        lambda net: np.mean(net),
        lambda net: np.shape(net),
        lambda net: np.allclose(net, 1),
        lambda net: np.add(net, 1),
        lambda net: net.shape,
        lambda net: net.dtype,
        lambda net: net.max(),
        lambda net: net.all(),
        lambda net: net.keys(),
        lambda net: net.strip(),
        lambda net: f"{net:.2f}",
        lambda net: range(net),
        lambda net: [1][net],
        lambda net: isinstance(1, net),
        lambda net: copy.deepcopy(net),
        lambda net: pickle.dumps(net),
        lambda net: checks.assert_close("y", net, [1.0, 1.0]),
        lambda net: checks.assert_integer("y", net, 1),
    ],
)
def test_an_object_is_no_value_whatever_is_done_with_it(fetch, use):
    with pytest.raises((TypeError, AssertionError, AttributeError)):
        use(fetch("box"))


def test_an_object_equals_nothing_but_itself(fetch):
    box = fetch("box")
    assert box == box
    assert box != 3
    assert not np.array_equal(box, [1])
    assert {box: 1}[box] == 1


class TestInterrupts:
    def test_an_interrupt_ends_the_call_and_nothing_else(self, student):
        with student(SOURCE) as link:
            sleep = link.fetch("sleep")

            def interrupted():
                os.kill(link.process, signal.SIGINT)
                return 1

            with pytest.raises(RemoteError, match="KeyboardInterrupt"):
                link.fetch("apply")(interrupted)
            assert link.fetch("double")(2) == 4
            if os.fork() == 0:
                time.sleep(0.2)
                os.kill(link.process, signal.SIGINT)
                os._exit(0)
            with pytest.raises(RemoteError, match="KeyboardInterrupt"):
                sleep()
            os.wait()
            assert link.fetch("double")(2) == 4

    def test_an_interrupt_between_calls_is_forgotten(self, student):
        with student(SOURCE) as link:
            double = link.fetch("double")
            os.kill(link.process, signal.SIGINT)
            time.sleep(0.05)
            assert double(2) == 4


def test_done_lets_the_kernel_go_on_and_serve_again(student):
    source = "import os\nfrom grading.checking import agent\n" + SOURCE
    with student(source) as link:
        assert link.fetch("double")(2) == 4
        link.done()


def test_a_silent_student_is_dead_when_the_time_is_over(student):
    with student(SOURCE) as link:
        sleep = link.fetch("sleep")
        link.connection.settimeout(0.2)
        with pytest.raises(PeerDied, match="does not answer in time"):
            sleep()
        with pytest.raises(PeerDied, match="does not answer in time"):
            link.fetch("double")
