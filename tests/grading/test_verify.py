"""Right answers are accepted and wrong ones caught, and no answer can hurt the others."""

import os
import time
from dataclasses import replace

import pytest
from handed_in import processes_that_say

from grading.answers import read_answer
from grading.chapters import exercises_of, load_chapter
from grading.errors import CourseError
from grading.verify import collect_answers, verdict_table, verify, wrong_caught


@pytest.fixture(scope="session")
def verdicts(notebooks, answers):
    chapter = load_chapter("01", notebooks)
    seen = []
    found = verify(chapter, collect_answers(chapter, answers), on_answer=seen.append)
    assert len(seen) == len(found)
    return {f"{one.exercise}/{one.name}": one for one in found}


def test_all_is_well_with_the_tiny_bank(verdicts):
    assert all(one.ok for one in verdicts.values())
    assert len(verdicts) == 5 * 2 + 11
    assert {one.points for one in verdicts.values() if one.kind == "blank"} == {0}
    assert all(
        one.points == one.max_points
        for one in verdicts.values()
        if one.kind in ("right", "reference")
    )
    assert wrong_caught(verdicts.values()) == "Wrong answers caught: 6 of 6 (100.0 %)"


def test_verdict_says_what_caught_it(verdicts):
    wrong = verdicts["square/wrong_absolute"]
    assert (wrong.points, wrong.max_points, wrong.kind) == (1, 3, "wrong")
    assert wrong.message == (
        "test_square_negative: AssertionError: a negative number has a positive square"
    )
    assert "not answered yet" in verdicts["quiz/blank"].message


def test_table_has_a_row_for_each_exercise(verdicts):
    assert verdict_table("01_tiny", verdicts.values()).row_count == 5


def try_square(chapter, make_answer, name, body, **options):
    """Try one answer to `square`; return its verdict after checking that the rest still works."""
    bank = make_answer(f"square/{name}", f"# An answer.\n{body}\n")
    answers = collect_answers(chapter, bank, complete=False, only="square")
    found = {one.name: one for one in verify(chapter, answers, **options)}
    assert found["blank"].ok
    assert found["reference"].ok
    return found[name]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("import os\nos._exit(0)", "the answer ended Python (exit status 0)"),
        ("def square(x):\n    import os\n    os._exit(3)", "exit status 3"),
        ("import sys\nsys.exit()", "the answer: SystemExit"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", "SIGSEGV"),
        ("def square(x)):", "the answer: SyntaxError"),
        ("def square(x):\n    return square(x)", "RecursionError"),
        ("print('x' * 10**7)\ndef square(x):\n    return 0", "square(3) should be 9"),
        ("import os\nos.write(2, b'x' * 10**6)\ndef square(x):\n    return 0", "should be 9"),
        ("raise ValueError('y' * 10**6)", "the answer: ValueError: yyy"),
        ("import sys\nsys.stdout.close()\ndef square(x):\n    return 0", "test_square"),
    ],
)
def test_answers_that_break_things(chapter, make_answer, body, message):
    verdict = try_square(chapter, make_answer, "wrong_breaks", body)
    assert verdict.ok
    assert verdict.points == 0
    assert message in verdict.message
    assert len(verdict.message) < 1000


def test_answer_that_never_ends(chapter, make_answer):
    body = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    pass"
    begun = time.monotonic()
    verdict = try_square(chapter, make_answer, "wrong_loop", body, time_limit=1.0)
    assert verdict.message == "stopped after 1 s, the time limit"
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(("seconds", "accepted"), [(2, True), (20, False)])
def test_a_slow_machine_is_no_verdict(chapter, make_answer, seconds, accepted):
    """A right answer that was stopped is tried again, alone and with more time, not for ever."""
    body = f"import time\ntime.sleep({seconds})\ndef square(x):\n    return x * x"
    verdict = try_square(chapter, make_answer, "right_slow", body, time_limit=1.5)
    assert verdict.ok == accepted
    assert ("stopped after 6 s" in verdict.message) != accepted


def test_an_exercise_may_ask_for_more_time(chapter, make_answer):
    body = "import time\ntime.sleep(5)\ndef square(x):\n    return x * x"
    late = try_square(chapter, make_answer, "right_slow", body, time_limit=1.0)
    assert late.message.endswith("stopped after 4 s, the time limit")
    solution = chapter.exercises[0].solution
    chapter.notebook.cells[solution].metadata["course"] = {"seconds": 30}
    patient = replace(chapter, exercises=exercises_of(chapter.notebook))
    assert try_square(patient, make_answer, "right_slow", body, time_limit=1.0).ok


def test_nothing_is_left_behind(chapter, make_answer):
    mark = f"60.{os.getpid()}"
    body = f"""\
import subprocess
child = subprocess.Popen(["sleep", "{mark}"], start_new_session=True)
def square(x):
    return x * x
"""
    assert try_square(chapter, make_answer, "right_daemon", body).ok
    assert wait_until(lambda: not processes_that_say(mark))


def wait_until(condition, seconds: float = 5) -> bool:
    """Wait for something to become true; tell whether it did."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return bool(condition())


def test_a_warning_costs_nothing(chapter, make_answer):
    body = "import warnings\ndef square(x):\n    warnings.warn('slow')\n    return x * x"
    assert try_square(chapter, make_answer, "right_warns", body).ok


def test_cells_between_the_answer_and_its_tests_are_run(chapter, make_answer):
    square = chapter.exercises[0]
    chapter.notebook.cells[square.solution + 1].source = "between = square(2)"
    chapter.notebook.cells[square.tests[0].index].source += "\nassert between == 4"
    assert try_square(chapter, make_answer, "right_power", "def square(x):\n    return x**2").ok


def test_answers_do_not_see_each_other(chapter, make_answer):
    body = "assert 'mark' not in globals()\nmark = 1\ndef square(x):\n    return x * x"
    for name in ("right_a", "right_b", "right_c"):
        bank = make_answer(f"square/{name}", f"# An answer.\n{body}\n")
    answers = collect_answers(chapter, bank, complete=False, only="square")
    assert all(one.ok for one in verify(chapter, answers))


def test_magics_of_notebooks_are_tolerated(chapter, answers):
    chapter.notebook.cells[1].source += (
        "\n%matplotlib inline\n%config InlineBackend.figure_format = 'retina'\n"
        "import matplotlib.pyplot as plt\nplt.plot(GIVEN)\nplt.show()\ndisplay(GIVEN)\nGIVEN"
    )
    assert all(one.ok for one in verify(chapter, collect_answers(chapter, answers, only="quiz")))


def test_chapter_that_does_not_run(chapter, answers):
    chapter.notebook.cells[4].source = "1 / 0"
    with pytest.raises(CourseError, match=r"cell 5 fails .* ZeroDivisionError"):
        verify(chapter, collect_answers(chapter, answers))


@pytest.mark.parametrize(
    ("status", "message"), [(7, "the worker failed"), (0, "ends Python when it runs")]
)
def test_worker_that_dies(chapter, answers, status, message):
    chapter.notebook.cells[1].source = f"import os\nos._exit({status})"
    with pytest.raises(CourseError, match=message):
        verify(chapter, collect_answers(chapter, answers))


def test_interrupting_leaves_nothing_running(chapter, make_answer):
    mark = f"61.{os.getpid()}"
    body = f"import os\nos.system('sleep {mark}')"
    bank = make_answer("square/wrong_sleep", f"# Sleeps.\n{body}\n")
    answers = collect_answers(chapter, bank, complete=False, only="square")

    def interrupt(answer):
        assert wait_until(lambda: processes_that_say(mark))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(chapter, answers, on_answer=interrupt)
    assert wait_until(lambda: not processes_that_say(mark))


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        (
            "wrong_right",
            "# Right.\ndef square(x):\n    return x * x",
            "got 3 points, expected fewer",
        ),
        ("right_wrong", "# Wrong.\ndef square(x):\n    return 0", "got 0 points, expected 3"),
        (
            "wrong_declared",
            "# Declares too much. [2 points]\ndef square(x):\n    return x * abs(x)",
            "got 1 points, expected 2 (declared)",
        ),
    ],
)
def test_misjudged_answers_are_found(chapter, make_answer, name, source, message):
    bank = make_answer(f"square/{name}", source)
    answers = collect_answers(chapter, bank, complete=False, only="square")
    bad = [one for one in verify(chapter, answers) if not one.ok]
    assert [one.name for one in bad] == [name]
    assert message in bad[0].message


def test_exercise_whose_tests_accept_anything(chapter, answers):
    for test in chapter.exercises[1].tests:
        chapter.notebook.cells[test.index].source = "pass"
    bad = verify(chapter, collect_answers(chapter, answers, only="halve"))
    assert {one.name for one in bad if not one.ok} == {"blank", "wrong_floor"}
    assert wrong_caught(bad) == "Wrong answers caught: 0 of 1 (0.0 %)"


def test_reference_that_fails(chapter, answers):
    solution = chapter.notebook.cells[chapter.exercises[1].solution]
    solution.source = solution.source.replace("0.5", "0.4")
    bad = verify(chapter, collect_answers(chapter, answers, only="halve"))
    assert [one.name for one in bad if not one.ok] == ["reference"]


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        ("square/right_uncommented", "def square(x): ...", "first line must be a comment"),
        ("square/right_empty", "#\ndef square(x): ...", "first line must be a comment"),
        ("square/helper", "# Hm.", "is called right_*.py or wrong_*.py"),
        ("cube/right_one", "# A cube.", "has no exercise of this name"),
    ],
)
def test_faults_of_a_bank_are_named(chapter, make_answer, name, source, message):
    with pytest.raises(CourseError) as caught:
        collect_answers(chapter, make_answer(name, source))
    assert message in str(caught.value)
    assert name.partition("/")[0] in str(caught.value)


def test_bank_must_be_complete_unless_it_is_ones_own(chapter, make_answer):
    bank = make_answer("square/right_one", "# One.\ndef square(x):\n    return x * x")
    with pytest.raises(CourseError) as caught:
        collect_answers(chapter, bank)
    assert "square: there is no wrong_*.py" in str(caught.value)
    assert "halve: there is no right_*.py" in str(caught.value)
    assert len(collect_answers(chapter, bank, complete=False)["square"]) == 3


def test_ones_own_bank_may_be_terse(chapter, make_answer, tmp_path):
    """No description, no wrong answers, and the folders of the exercises without the chapter's."""
    bank = make_answer("square/right_one", "def square(x):\n    return x * x")
    for folder in (bank, bank / "01_tiny"):
        answers = collect_answers(chapter, folder, complete=False, only="square")
        assert [one.name for one in answers["square"]] == ["blank", "reference", "right_one"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(CourseError, match="holds no answers to 01_tiny"):
        collect_answers(chapter, tmp_path / "empty", complete=False)


def test_declared_points(tmp_path):
    path = tmp_path / "wrong_half.py"
    for line, points in {
        "# Half. [2.5 points]": 2.5,
        "# One. [1 point]": 1,
        "# None declared.": None,
        "# [3 points] is not at the end.": None,
    }.items():
        path.write_text(f"{line}\npass")
        assert read_answer(path).points == points
