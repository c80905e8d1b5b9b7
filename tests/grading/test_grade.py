"""Every submission ends with a status and a reason, and gets the points it earned."""

import json
import sys
import tempfile
from pathlib import Path

import pytest
from handed_in import answered, blank_of, contents, copy_of, hand_in, read, reference

from grading.containment.isolation import Isolation, available
from grading.engine import open_gradebook
from grading.errors import CourseError
from grading.grade import Run, grade, settings_of
from grading.initialise import init_course
from grading.results import Result, Status, load_results, save_results

pytestmark = pytest.mark.xdist_group("graded")

ALL = {"square": 3, "halve": 2, "total": 2, "total_of_squares": 3, "quiz": 1}


def test_results_are_written_and_read_again(tmp_path):
    results = [
        Result("ann", Status.GRADED, points={"a": 1.5}, score=1.5, max_score=2, tests={"t": 1.5}),
        Result(
            "bob", Status.CRASHED, 'It said "\u00fc\n".', repairs=("one", "two"), cells={"c": "0f"}
        ),
    ]
    for some in (results, results[:1], []):
        save_results(tmp_path / "results.json", some)
        assert load_results(tmp_path / "results.json") == some
        rows = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
        assert [row["reason"] for row in rows] == [one.reason for one in some]


@pytest.mark.parametrize(
    ("student", "status", "points", "reason"),
    [
        ("perfect", "graded", ALL, ""),
        ("blank", "graded", dict.fromkeys(ALL, 0), ""),
        ("wrong", "graded", {**ALL, "square": 1}, ""),
        ("warning", "graded", ALL, ""),
        ("displaying", "graded", {**ALL, "square": 0}, ""),
        ("skipping", "graded", dict.fromkeys(ALL, 0), ""),
        ("unordered", "graded", {**ALL, "quiz": 0}, ""),
        (
            "crashing",
            "crashed",
            {**ALL, "total": 0, "total_of_squares": 0, "quiz": 0},
            "Python died in a test of total; the 5 code cells after it were not run",
        ),
        (
            "endless",
            "timed out",
            {**ALL, "halve": 0},
            "Stopped at the time limit: a test of halve; every other cell was run",
        ),
        (
            "stubborn",
            "timed out",
            {"square": 3, "halve": 0, "total": 0, "total_of_squares": 0, "quiz": 0},
            "Stopped at the time limit: a test of halve; the 7 code cells after it were not run",
        ),
    ],
)
def test_points_and_status(graded_class, student, status, points, reason):
    result = graded_class.results[student]
    assert (result.status, result.points) == (status, points)
    assert (result.score, result.max_score) == (sum(points.values()), 11)
    assert result.reason.startswith(reason)
    assert bool(result.reason) == bool(reason)


@pytest.mark.parametrize(
    ("student", "status", "reason"),
    [
        ("corrupt", "unreadable", "line "),
        ("binary", "unreadable", "not text in UTF-8"),
        ("list", "unreadable", "JSON, but not a notebook"),
        ("odd", "unreadable", "not a"),
        ("nothing", "missing", "nothing was handed in"),
        ("misnamed", "missing", "found submitted/misnamed/01_tiny/solution.ipynb"),
    ],
)
def test_what_cannot_be_graded_has_a_reason_and_no_score(graded_class, student, status, reason):
    result = graded_class.results[student]
    assert result.status == status
    assert reason in result.reason
    assert (result.points, result.score) == ({}, None)


@pytest.mark.parametrize(
    ("student", "repairs"),
    [
        ("copied-cell", ["the answer halve was there 2 times"]),
        ("schema-99", ["the metadata of the answer halve was changed"]),
        ("schema-1", ["the metadata of the answer halve was changed"]),
        ("ungraded", ["the metadata of the test test_halve was changed"]),
        ("stripped", ["the answer halve was found by its content", "the test test_square was"]),
    ],
)
def test_what_was_repaired_counts_in_full_and_is_reported(graded_class, student, repairs):
    result = graded_class.results[student]
    assert (result.status, result.points) == ("graded with repairs", ALL)
    for one in repairs:
        assert one in result.reason


def test_everyone_has_a_result_and_was_announced(graded_class):
    students = sorted(path.name for path in graded_class.course.submitted.iterdir())
    assert sorted(graded_class.results) == students == sorted(graded_class.seen)


def test_nothing_handed_in_is_written_to(graded_class):
    assert contents(graded_class.course.submitted) == graded_class.before


def test_results_file_says_the_same(graded_class):
    path = graded_class.course.results("01_tiny")
    assert load_results(path) == list(graded_class.results.values())
    row = json.loads(path.read_text())[-1]
    assert row["student"] == "wrong"
    assert row["isolation"] in ("namespaces", "landlock", "bubblewrap")
    assert row["seconds"] > 0


def test_nbgrader_has_the_same_scores(graded_class):
    with open_gradebook(graded_class.course) as gradebook:
        for student, result in graded_class.results.items():
            if result.score is not None:
                assert gradebook.find_submission("01_tiny", student).score == result.score


def test_log_is_in_its_file(graded_class):
    log = graded_class.course.log("01_tiny").read_text()
    assert "Autograding" in log
    assert "Repaired: the answer halve" in log


def test_earlier_grade_survives_a_damaged_second_submission(course):
    hand_in(course, "ann", blank_of(course))
    assert grade(course, "01_tiny")[0].score == 0
    autograded = course.autograded("ann", "01_tiny").read_bytes()
    hand_in(course, "ann", "{")
    assert grade(course, "01_tiny")[0].status == Status.UNREADABLE
    assert course.autograded("ann", "01_tiny").read_bytes() == autograded
    with open_gradebook(course) as gradebook:
        assert gradebook.find_submission("01_tiny", "ann").score == 0


def test_one_student_again_leaves_the_others(course, chapter):
    save_results(
        course.results("01_tiny"), [Result("bob", Status.CRASHED, "earlier", {"square": 3}, 3, 11)]
    )
    (course.submitted / "bob").mkdir()
    hand_in(course, "ann", answered(blank_of(course), **reference(chapter)))
    ann, bob = grade(course, "01_tiny", student="ann")
    assert (ann.student, ann.score) == ("ann", 11)
    assert (bob.reason, bob.score) == ("earlier", 3)


def test_notebook_limit_gives_errors_to_what_did_not_run(course):
    slow = blank_of(course)
    slow.cells[1].source = "import time; time.sleep(6)"
    hand_in(course, "ann", slow)
    (result,) = grade(course, "01_tiny", run=Run(notebook_timeout=3))
    assert (result.status, result.score) == (Status.TIMED_OUT, 0)
    assert result.reason.startswith("Stopped at the time limit: cell 2 (import time")
    executed = read(course.autograded("ann", "01_tiny"))
    assert all(
        any(output.output_type == "error" for output in cell.outputs)
        for cell in executed.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    )


def test_an_error_of_ours_is_a_status(course, monkeypatch):
    hand_in(course, "ann", blank_of(course))
    hand_in(course, "bob", "{")

    def broken(*args):
        raise SystemExit("the disk is full")

    monkeypatch.setattr("grading.saving.save_submission", broken)
    ann, bob = grade(course, "01_tiny")
    assert (ann.status, ann.reason) == (
        Status.FAILED,
        "Grading itself failed: the disk is full",
    )
    assert bob.status == Status.UNREADABLE


def test_an_error_of_nbgrader_is_a_status_with_its_words(course):
    hand_in(course, "ann", blank_of(course))
    (course.submission("ann", "01_tiny").parent / "timestamp.txt").write_text("yesterday-ish")
    (result,) = grade(course, "01_tiny")
    assert result.status == Status.FAILED
    assert "nbgrader could not go on" in result.reason
    assert "nbgrader.log" in result.reason


def test_interrupting_stops_the_class(course, monkeypatch):
    hand_in(course, "ann", blank_of(course))

    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr("grading.saving.save_submission", interrupted)
    with pytest.raises(KeyboardInterrupt):
        grade(course, "01_tiny")


def test_unknown_student(course):
    with pytest.raises(CourseError, match="no student 'zoe'"):
        grade(course, "01_tiny", student="zoe")


def test_chapter_must_be_released_first(tmp_path, notebooks):
    course, _ = init_course(tmp_path / "course", notebooks)
    with pytest.raises(CourseError, match="course release 01_tiny"):
        grade(course, "01_tiny")


@pytest.mark.skipif(available()[0] == Isolation.NONE, reason="nothing hides anything here")
def test_a_course_where_python_is_is_hidden(released_course, chapter):
    """Below /usr/local, for example: contained code sees that folder, but not the course in it."""
    with tempfile.TemporaryDirectory(prefix="course-", dir=sys.prefix) as folder:
        Path(folder).chmod(0o755)
        course = copy_of(released_course, Path(folder) / "course")
        look = f"import os\n\nseen = os.path.exists({str(course.source('01_tiny'))!r})\n"
        cheat = f"{look}\ndef square(x):\n    return x + 1 if seen else x * x"
        hand_in(
            course, "ann", answered(blank_of(course), **{**reference(chapter), "square": cheat})
        )
        (result,) = grade(course, "01_tiny")
        assert result.points["square"] == 3


def test_a_course_around_python_cannot_be_hidden(course, monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(course.root / "venv"))
    monkeypatch.setattr("grading.containment.view.SYSTEM", (str(course.root.parent),))
    with pytest.raises(CourseError, match="cannot be hidden from the code of students"):
        settings_of(course, Run())
    monkeypatch.setattr("grading.containment.view.SYSTEM", ("/usr",))
    settings_of(course, Run())
