"""Which process each name of a test comes from."""

import json

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from grading.checking.plan import Plan
from grading.checking.slicing import make_plan


def cell(kind: str, source: str, name: str = "t", **metadata):
    marks = {"solution": kind == "solution", "grade": kind == "test", "grade_id": name}
    nbgrader = {} if kind == "given" else {"nbgrader": marks}
    return new_code_cell(source, metadata={**nbgrader, **metadata})


def plan(*cells) -> dict:
    """Plan a notebook of (kind, source) pairs that ends in a test."""
    return make_plan(new_notebook(cells=[cell(*one, name=f"t{i}") for i, one in enumerate(cells)]))


def last(made: dict) -> dict:
    return made["tests"][max(made["tests"], key=int)]


SOLUTION = ("solution", "def f(x):\n    return x\n")


@pytest.mark.parametrize(
    ("given", "test", "fetched", "trusted"),
    [
        ("", "assert f(1)", ["f"], []),
        ("import numpy as np", "assert np.sum(f(1))", ["f"], ["import numpy as np"]),
        ("x = [1]\ny = x + [2]\nz = 3", "assert f(y)", ["f"], ["x = [1]", "y = x + [2]"]),
        ("x = 1\ny = f(x)", "assert y == x", ["y"], ["x = 1"]),
        ("def h(x):\n    return f(x)", "assert h(1)", ["f"], ["def h(x):\n    return f(x)"]),
        ("h = lambda x: f(x)", "assert h(1)", ["f"], ["h = lambda x: f(x)"]),
        (
            "def h(x):\n    return f(x)\ny = h(2)",
            "assert h(y)",
            ["f", "y"],
            ["def h(x):\n    return f(x)"],
        ),
        ("def h(x, y=f(1)):\n    return y", "assert h(1)", ["h"], []),
        ("class A:\n    def m(self):\n        return f(1)", "A().m()", ["f"], None),
        ("class A:\n    k = f(1)", "A().k", ["A"], []),
        ("table = {'f': f}", "assert table['f'](1)", ["table"], []),
        ("table = {'f': lambda x: f(x)}", "assert table['f'](1)", ["table"], []),
        ("d = {}\nd['k'] = 1", "f(d)", ["f"], ["d = {}", "d['k'] = 1"]),
        ("d = {}\nd['k'] = f(1)", "f(d)", ["d", "f"], []),
        ("X = 1\nX += 1", "f(X)", ["f"], ["X = 1", "X += 1"]),
        ("losses = []\nfor i in range(3):\n    losses.append(f(i))", "losses", ["losses"], []),
        ("x = 1\nprint(f(x), x)", "f(x)", ["f"], ["x = 1"]),
        ("%matplotlib inline\nx = 1", "f(x)", ["f"], ["x = 1"]),
        ("import numpy as np\nx = np.ones(2)\nx.sort()", "f(x)", ["f"], None),
        ("y = [f(v) for v in (1, 2)]", "f'{y}'", ["y"], []),
        ("@staticmethod\ndef h():\n    return 1", "h()", [], None),
    ],
)
def test_where_names_come_from(given, test, fetched, trusted):
    made = plan(SOLUTION, ("given", given), ("test", test))
    assert last(made)["fetch"] == fetched
    if trusted is not None:
        assert made["prepare"] == trusted
    assert made["problems"] == []
    json.dumps(made)


def test_a_random_generator_is_advanced_as_in_the_notebook():
    given = "rng = make()\nX = rng.normal(size=3)\ny = X + rng.normal(size=3)\nz = 1"
    made = plan(
        ("given", "def make():\n    return 1"), ("given", given), SOLUTION, ("test", "f(y)")
    )
    assert made["prepare"] == ["def make():\n    return 1", *given.split("\n")[:3]]


def test_settings_run_although_nobody_reads_them():
    source = "import numpy as np\nnp.random.seed(0)\nnp.set_printoptions(precision=2)\nprint(1)"
    made = plan(SOLUTION, ("given", source), ("test", "f(1)"))
    assert made["prepare"] == source.split("\n")[:3]


def test_a_later_binding_wins_whoever_makes_it():
    made = plan(("given", "x = 1"), ("solution", "x = 2"), ("test", "assert x"))
    assert last(made)["fetch"] == ["x"]
    made = plan(("solution", "x = 2"), ("given", "x = 1"), ("test", "assert x"))
    assert (last(made)["fetch"], made["prepare"]) == ([], ["x = 1"])
    made = plan(("solution", "x = 2"), ("test", "x = 3"), ("test", "assert x"))
    assert last(made)["fetch"] == []
    made = plan(
        ("given", "x = 1"), SOLUTION, ("test", "f(x)"), ("given", "x = 5"), ("test", "f(x)")
    )
    assert made["prepare"] == ["x = 1"]
    assert last(made)["setup"] == ["x = 5"]


def test_imports_of_a_solution_are_trusted_and_builtins_never_the_students():
    made = plan(("solution", "import math\ndef f(x):\n    return math.exp(x)"), ("test", "math.pi"))
    assert (last(made)["fetch"], made["prepare"]) == ([], ["import math"])
    assert last(plan(SOLUTION, ("test", "assert len([1]) == sum([1])")))["fetch"] == []
    assert last(plan(("solution", "def sum(x):\n    pass"), ("test", "sum([1])")))["fetch"] == [
        "sum"
    ]


def test_helpers_of_one_test_bring_their_names_to_the_next():
    helper = "def check(x):\n    assert f(x)\n"
    made = plan(SOLUTION, ("test", helper), ("test", "check(1)"))
    assert last(made)["fetch"] == ["f"]


def test_names_that_a_test_binds_first_are_not_fetched():
    source = "for y in (1, 2):\n    f(y)\nwith open(f) as g:\n    g\n[z for z in g]\nz = 1\nf(z)"
    made = plan(("solution", "y = g = z = 0\ndef f(x):\n    pass"), ("test", source))
    assert last(made)["fetch"] == ["f"]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ([("test", "assert nothing")], "cell 1 uses nothing, which no cell before it defines"),
        ([("given", "from numpy import *")], "cell 1 has an import of *"),
        ([("given", "x = = 1")], "cell 1 is not plain Python"),
        ([("given", "%%bash\nls -l")], "cell 1 begins with a cell magic"),
        ([SOLUTION, ("test", "import time\ntime.process_time()")], "use time.perf_counter"),
        ([SOLUTION, ("test", "class B(f):\n    pass")], "derives a class from f"),
        ([SOLUTION, ("test", "isinstance(1, f)")], "an instance of a class of the student's"),
        ([("test", "w = 1"), ("given", "print(w)")], "cell 2 uses w, which a test cell binds"),
    ],
)
def test_what_cannot_be_planned_is_said(cells, problem):
    assert any(problem in one for one in plan(*cells)["problems"])


def test_a_test_can_ask_to_run_in_the_students_kernel():
    cells = [cell("solution", "x = 1", "s"), cell("test", "y = x", "t", course={"separate": False})]
    made = make_plan(new_notebook(cells=[*cells, cell("test", "y", "u")]))
    assert made["tests"]["1"]["separate"] is False
    assert made["tests"]["2"]["fetch"] == ["y"]


def test_a_plan_survives_json_and_knows_its_version():
    made = plan(SOLUTION, ("given", "x = 1"), ("test", "f(x)"))
    assert Plan.from_json(json.loads(json.dumps(made))).as_json() == made
    with pytest.raises(ValueError, match="version"):
        Plan.from_json({**made, "version": 99})
