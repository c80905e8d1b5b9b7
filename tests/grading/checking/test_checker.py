"""Test cells run in the checker give what they would give in one kernel, and tell no secrets."""

import json
import os
import sys
import warnings
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from grading.answers import read_bank
from grading.chapters import Chapter, load_chapter
from grading.checking.checker import Checker
from grading.checking.slicing import make_plan
from grading.verify import collect_answers, verify
from grading.worker import Shell

TINY = Path(__file__).parent.parent / "tiny"
STUDENT = """
import json, sys
from grading.checking import agent
from grading.worker import make_shell, run_cell
cells, tests = json.loads(sys.argv_json)
shell = make_shell()
def play(connection):
    fd = connection.detach()
    for index, source in enumerate(cells):
        if index in tests:
            agent.serve(fd, shell.user_ns)
        else:
            run_cell(shell, source)
"""


@pytest.fixture
def check(nursery):
    """Run a notebook's cells in a student's process and its tests here; return their outputs."""

    def run(notebook: NotebookNode, **answers: str) -> dict[str, list[NotebookNode]]:
        plan = json.loads(json.dumps(make_plan(notebook)))
        names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
        sources = [
            answers.get(name, cell.source) if cell.cell_type == "code" else None
            for name, cell in zip(names, notebook.cells, strict=True)
        ]
        job = json.dumps([sources, [int(index) for index in plan["tests"]]])
        connection, _ = nursery.start(STUDENT.replace("sys.argv_json", repr(job)))
        with connection:
            connection.settimeout(20)
            checker = Checker(plan)
            checker.prepare()
            checker.connect(connection)
            return {
                test["name"]: checker.run(int(index), notebook.cells[int(index)].source)
                for index, test in plan["tests"].items()
            }

    # A checker has a process to itself; here it must leave no traces.
    backend, main = os.environ.get("MPLBACKEND"), sys.modules["__main__"]
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        yield run
    Shell.clear_instance()
    sys.modules["__main__"] = main
    if backend is None:
        os.environ.pop("MPLBACKEND", None)


def notebook(given: str, solution: str, *tests: str) -> NotebookNode:
    def marks(name, **kind):
        both = {"solution": False, "grade": False, **kind}
        return {"nbgrader": {"grade_id": name, "points": 1, **both}}

    return new_notebook(
        cells=[
            new_code_cell(given),
            new_code_cell(solution, metadata=marks("f", solution=True)),
            *(
                new_code_cell(source, metadata=marks(f"test_f_{i}", grade=True))
                for i, source in enumerate(tests)
            ),
        ]
    )


def errors(outputs) -> list[str]:
    return [f"{one.ename}: {one.evalue}" for one in outputs if one.output_type == "error"]


ANSWER = "def f(x):\n    print('f is called')\n    return 2 * x"


def test_a_test_that_passes_has_no_error(check):
    outputs = check(notebook("x = 3", ANSWER, "assert f(x) == 6"))["test_f_0"]
    assert [(one.output_type, one.text) for one in outputs] == [("stream", "f is called\n")]


def test_names_of_one_test_are_there_in_the_next(check):
    found = check(notebook("", ANSWER, "def g():\n    return f(1)", "assert g() == 3"))
    assert errors(found["test_f_0"]) == []
    assert errors(found["test_f_1"]) == ["AssertionError: "]


def test_the_last_value_is_a_result_and_text_and_displays_are_kept(check):
    source = "import sys\nprint('a')\nprint('b', file=sys.stderr)\ndisplay({'k': 1})\nf(1) / 4"
    outputs = check(notebook("", ANSWER, source))["test_f_0"]
    assert [one.output_type for one in outputs] == ["stream", "display_data", "execute_result"]
    assert outputs[0].name == "stdout"
    assert outputs[0].text == "a\nb\nf is called\n"
    assert outputs[2].data == {"text/plain": "0.5"}


def test_a_warning_is_no_error(check):
    source = "import warnings\nwarnings.warn('careful')\nassert f(1) == 2"
    with pytest.warns(UserWarning, match="careful"):
        outputs = check(notebook("", ANSWER, source))["test_f_0"]
    assert errors(outputs) == []


def test_a_flood_of_output_is_cut(check):
    outputs = check(notebook("", ANSWER, "for i in range(2000):\n    print('x' * 99)"))["test_f_0"]
    assert len(outputs[0].text) < 101_000
    assert outputs[0].text.endswith("left out.]\n")


FAILING = """y = f(1)
assert y == 3, "three, please"
### BEGIN HIDDEN TESTS
assert y == SECRET, "the hint"
### END HIDDEN TESTS
"""


def test_a_traceback_quotes_the_line_that_failed(check):
    (error,) = check(notebook("SECRET = 5", "def f(x):\n    return 2", FAILING))["test_f_0"]
    assert (error.ename, error.evalue) == ("AssertionError", "three, please")
    assert error.traceback == [
        '---> 2 assert y == 3, "three, please"',
        "AssertionError: three, please",
    ]


def test_a_traceback_does_not_quote_a_hidden_test(check):
    (error,) = check(notebook("SECRET = 5", "def f(x):\n    return 3", FAILING))["test_f_0"]
    assert error.traceback == ["AssertionError: the hint"]


def test_an_error_of_the_students_names_the_line_of_theirs(check):
    answer = "def f(x):\n    y = x\n    return y / 0"
    (error,) = check(notebook("", answer, "f(1)"))["test_f_0"]
    assert error.traceback == [
        "---> 1 f(1)",
        "ZeroDivisionError: division by zero",
        "In your code, line 3: return y / 0",
    ]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("", "NameError: name 'f' is not defined"),
        ("f = 3", "TypeError: 'int' object is not callable"),
        ("def f(x): raise SystemExit", "RemoteError: SystemExit: "),
        ("def f(x): import os; os._exit(0)", "PeerDied: your notebook's Python has ended"),
        ("import os; os._exit(0)", "PeerDied: your notebook's Python has ended"),
    ],
)
def test_what_goes_wrong_is_an_error_of_the_test(check, answer, error):
    found = check(notebook("x = 2", ANSWER, "assert f(x) == 4"), f=answer)
    assert errors(found["test_f_0"]) == [error]


def test_a_test_that_swallows_everything_fails_when_the_student_is_gone(check):
    source = "try:\n    f(1)\nexcept BaseException:\n    pass"
    found = check(notebook("", ANSWER, source, source), f="def f(x): import os; os._exit(0)")
    assert errors(found["test_f_0"]) == ["PeerDied: your notebook's Python has ended"]
    assert errors(found["test_f_1"]) == ["PeerDied: your notebook's Python has ended"]


def test_no_answer_replaces_a_helper_or_the_data_of_the_tests(check):
    given = "import math\nexpected = 4\ndef right(x):\n    return f(x) == expected"
    cheat = """
import builtins
math = right = type("Anything", (), {"__getattr__": lambda *a: 0, "__call__": lambda *a: True})()
expected = 7
def f(x): return 7
builtins.abs = lambda x: 0
"""
    tests = ["assert right(2)", "assert abs(f(2) - expected) < 1", "assert math.sqrt(f(2)) == 2"]
    found = check(notebook(given, "def f(x):\n    return 2 * x", *tests), f=cheat)
    assert all(errors(outputs) for outputs in found.values())
    assert not any(
        map(errors, check(notebook(given, "def f(x):\n    return 2 * x", *tests)).values())
    )


@pytest.fixture(scope="module")
def tiny() -> Chapter:
    return load_chapter("01_tiny", TINY / "notebooks")


def points(chapter: Chapter, exercise: str, outputs) -> float:
    tests = next(one for one in chapter.exercises if one.name == exercise).tests
    return sum(test.points for test in tests if not errors(outputs[test.name]))


def test_the_reference_passes_every_test_of_the_tiny_chapter(check, tiny):
    assert not any(errors(outputs) for outputs in check(tiny.notebook).values())


@pytest.mark.slow
def test_every_answer_of_the_bank_gets_the_points_that_it_gets_in_one_process(check, tiny):
    answers = collect_answers(tiny, TINY / "answers")
    for verdict in verify(tiny, answers):
        source = next(one.source for one in answers[verdict.exercise] if one.name == verdict.name)
        outputs = check(tiny.notebook, **{verdict.exercise: source})
        assert points(tiny, verdict.exercise, outputs) == verdict.points, verdict.name


def test_a_wrong_answer_gets_what_it_declares(check, tiny):
    bank = read_bank(tiny, tiny.exercises, TINY / "answers")
    (answer,) = (one for one in bank["square"] if one.name == "wrong_absolute")
    outputs = check(tiny.notebook, square=answer.source)
    assert points(tiny, "square", outputs) == answer.points == 1
