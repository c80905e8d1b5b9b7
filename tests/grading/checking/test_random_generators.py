"""A random generator that a test passes on draws the same numbers as in one process."""

import numpy as np
import pytest

SOURCE = """
import copy, pickle
import numpy as np

def call(rng, name, *args, **kwargs): return getattr(rng, name)(*args, **kwargs)
def into(rng, name, out):
    assert getattr(rng, name)(out=out) is out
    return out
def shuffled(rng, x, **kwargs):
    assert rng.shuffle(x, **kwargs) is None
    return x
def permuted(rng, x):
    rng.permuted(x, axis=1, out=x)
    return x
def is_generator(rng):
    return isinstance(rng, np.random.Generator), np.random.default_rng(rng) is rng
def shown(rng): return repr(rng)
def copied(rng): return copy.deepcopy(rng)
def pickled(rng): return pickle.dumps(rng)
def spawned(rng): return rng.spawn(1)
def batches(n, rng):
    order = rng.permutation(n)
    for start in range(0, n, 2): yield order[start:start + 2]
def give_back(rng): return rng
def walk(rng, n):
    total = 0.0
    for i in range(n):
        total += rng.normal(i % 20_000, 1.0) + rng.random() * rng.standard_normal(2)[1]
        total += rng.integers(5)
    return total
def noise(rng, n):
    return sum(rng.standard_normal(2).sum() for _ in range(n))
def in_turns(rng, other, call_back):
    return [(rng.random(), other.random(), call_back(), rng.random()) for _ in range(3)]
def caught(rng):
    try:
        rng.integers(5, 2)
    except ValueError as error:
        return rng.random(), str(error)
class Sampler:
    def __init__(self, rng): self.rng = rng
    def draw(self): return self.rng.random()
"""

DRAWS = {
    "random": [(), (3,), ((2, 2), np.float32)],
    "normal": [(), (1.0, 2.0, 3), (np.zeros(2), 1.0)],
    "standard_normal": [(4,)],
    "uniform": [(0, 1, (2, 3))],
    "integers": [(5,), (0, 10, 4), (0, 10, (2, 2), np.int8)],
    "choice": [(5, 3), (np.arange(6.0), 2, False), (np.arange(100, 120), 9), (["a", "b"], 4)],
    "permutation": [(5,), (np.arange(6).reshape(3, 2),), ([1, 2, 3],), ([999] * 9,)],
    "binomial": [(10, 0.3, 5)],
    "exponential": [(2.0, 3)],
    "beta": [(1.0, 2.0, 3)],
    "gamma": [(2.0, 1.0, 3)],
    "poisson": [(3.0, 4)],
    "multivariate_normal": [(np.zeros(2), np.eye(2), 3)],
    "dirichlet": [(np.ones(3),)],
    "bytes": [(5,)],
}


@pytest.fixture(scope="module")
def fetch(nursery):
    with nursery.student(SOURCE) as link:
        yield link.fetch


@pytest.mark.parametrize("name", DRAWS)
def test_draws_and_the_state_afterwards_are_those_of_one_process(fetch, name):
    theirs, ours = np.random.default_rng(5), np.random.default_rng(5)
    for arguments in DRAWS[name]:
        drawn = fetch("call")(theirs, name, *arguments)
        expected = getattr(ours, name)(*arguments)
        assert type(drawn) is type(expected)
        assert np.array_equal(drawn, expected)
        assert getattr(drawn, "dtype", None) == getattr(expected, "dtype", None)
    assert theirs.bit_generator.state == ours.bit_generator.state


def test_draws_in_place(fetch):
    theirs, ours = np.random.default_rng(6), np.random.default_rng(6)
    for dtype in (float, np.float32):
        drawn = fetch("into")(theirs, "random", np.empty((2, 2), dtype))
        assert np.array_equal(drawn, ours.random((2, 2), dtype))
    for thing in (np.arange(9), np.arange(12).reshape(4, 3), [1, "a", None, 2.5]):
        expected = thing.copy()
        ours.shuffle(expected)
        assert np.array_equal(fetch("shuffled")(theirs, thing), expected)
    columns = np.arange(12).reshape(4, 3)
    assert np.array_equal(fetch("permuted")(theirs, columns), ours.permuted(columns, axis=1))
    turned = fetch("shuffled")(theirs, columns, axis=1)
    ours.shuffle(columns, axis=1)
    assert np.array_equal(turned, columns)
    assert theirs.bit_generator.state == ours.bit_generator.state


def test_the_legacy_generator_works_too(fetch):
    theirs, ours = np.random.RandomState(7), np.random.RandomState(7)
    for name, arguments in {
        "rand": (2, 3),
        "randn": (4,),
        "randint": (0, 9, 5),
        "normal": (0, 1, 3),
        "permutation": (6,),
        "random_sample": (2,),
    }.items():
        assert np.array_equal(
            fetch("call")(theirs, name, *arguments), getattr(ours, name)(*arguments)
        )


def test_a_generator_that_yields_batches(fetch):
    rng = np.random.default_rng(8)
    found = np.concatenate(list(fetch("batches")(7, rng)))
    assert np.array_equal(found, np.random.default_rng(8).permutation(7))


def test_it_is_a_generator_that_belongs_to_the_test(fetch):
    rng = np.random.default_rng(9)
    assert fetch("is_generator")(rng) == (True, True)
    assert fetch("shown")(rng) == "Generator(of the test)"
    assert fetch("give_back")(rng) is rng
    for name in ("copied", "pickled", "spawned"):
        with pytest.raises(TypeError, match="belongs to the test"):
            fetch(name)(rng)
    with pytest.raises(ValueError, match="low >= high"):
        fetch("call")(rng, "integers", 5, 2)


def generators(kind, seed):
    return kind(seed), kind(seed)


def namespace():
    here = {}
    exec(SOURCE, here)
    return here


@pytest.mark.parametrize("kind", [np.random.default_rng, np.random.RandomState])
def test_a_loop_of_draws_is_that_of_one_process(fetch, kind):
    theirs, ours = generators(kind, 3)
    name = "noise" if kind is np.random.RandomState else "walk"
    assert fetch(name)(theirs, 9) == namespace()[name](ours, 9)
    assert theirs.normal() == ours.normal()


@pytest.mark.parametrize(("name", "n"), [("walk", 25_000), ("noise", 1_100_000)])
def test_a_long_loop_costs_no_message_for_each_draw(nursery, name, n):
    """The walk has 20 000 kinds of draws, the noise more than a log holds."""
    theirs, ours = generators(np.random.default_rng, 4)
    with nursery.student(SOURCE) as link:
        before = link.turn
        assert link.fetch(name)(theirs, n) == namespace()[name](ours, n)
        assert 5 < link.turn - before < 12
    assert theirs.bit_generator.state == ours.bit_generator.state


def test_draws_of_both_sides_in_turns(fetch):
    theirs, ours = generators(np.random.default_rng, 5)
    others = generators(np.random.default_rng, 6)
    for rng, other, run in ((theirs, others[0], fetch("in_turns")), (ours, others[1], None)):
        run = run or namespace()["in_turns"]
        drawn = run(rng, other, lambda rng=rng, other=other: rng.random() + other.random())
        if rng is theirs:
            expected = drawn
    assert drawn == expected
    assert theirs.random() == ours.random()
    assert others[0].random() == others[1].random()


def test_a_generator_that_is_kept_moves_on_with_the_test(fetch):
    theirs, ours = generators(np.random.default_rng, 7)
    sampler = fetch("Sampler")(theirs)
    for _ in range(3):
        assert theirs.random() == ours.random()
        assert sampler.draw() == ours.random()
    assert theirs.random() == ours.random()


def test_a_draw_that_fails(fetch):
    theirs, ours = generators(np.random.default_rng, 8)
    drawn, message = fetch("caught")(theirs)
    assert "low >= high" in message
    assert drawn == ours.random()


def test_a_generator_of_a_rare_kind_and_one_of_the_test_s_own(fetch):
    class Counting(np.random.Generator):
        drawn = 0

        def random(self, *args, **kwargs):
            self.drawn += 1
            return super().random(*args, **kwargs)

    rng = Counting(np.random.PCG64(0))
    assert fetch("call")(rng, "random") == np.random.default_rng(0).random()
    assert rng.drawn == 1
    theirs, ours = (np.random.Generator(np.random.Philox(1)) for _ in range(2))
    assert fetch("call")(theirs, "random") == ours.random()
