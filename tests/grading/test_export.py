"""What instructors get: a table, a CSV file."""

import csv
import io
import shutil

import pytest
from rich.console import Console

from grading.course_directory import Course
from grading.engine import open_gradebook
from grading.errors import CourseError
from grading.export import export, harmless, to_csv
from grading.results import Result, Status, results_table

pytestmark = pytest.mark.xdist_group("graded")


@pytest.fixture
def graded(graded_class, tmp_path):
    """A private copy of the graded class."""
    shutil.copytree(graded_class.course.root, tmp_path / "graded")
    return Course(tmp_path / "graded")


def rows(path):
    with path.open(newline="") as stream:
        return {row["student"]: row for row in csv.DictReader(stream)}


def test_csv_has_everyone(graded, graded_class):
    path = export(graded, "01_tiny")
    assert path == graded.reports("01_tiny") / "grades.csv"
    exported = rows(path)
    assert list(exported) == sorted(graded_class.results)
    for student, result in graded_class.results.items():
        row = exported[student]
        assert (row["status"], row["reason"]) == (result.status, result.reason)
        assert row["chapter"] == "01_tiny"
        assert (float(row["score"]) if row["score"] else None) == result.score
        assert {name: float(row[name]) for name in result.points} == result.points
    assert list(exported["blank"])[5:] == [
        "square",
        "halve",
        "total",
        "total_of_squares",
        "quiz",
        "reason",
    ]


def test_points_changed_by_hand_are_exported(graded):
    with open_gradebook(graded) as gradebook:
        grade = gradebook.find_grade("test_square_negative", "01_tiny", "01_tiny", "wrong")
        grade.manual_score = 1.5
        gradebook.db.commit()
    row = rows(export(graded))["wrong"]
    assert (row["square"], row["score"]) == ("2.5", "10.5")


def test_students_that_only_nbgrader_graded(graded):
    graded.results("01_tiny").unlink()
    with open_gradebook(graded) as gradebook:
        gradebook.add_student("absent")
    exported = rows(export(graded))
    assert (exported["perfect"]["status"], exported["perfect"]["score"]) == ("graded", "11.0")
    assert (exported["absent"]["status"], exported["absent"]["score"]) == ("missing", "")


def test_foreign_files_are_not_overwritten(graded, tmp_path):
    path = tmp_path / "precious.csv"
    path.write_text("name,grade\nann,1\n")
    with pytest.raises(CourseError, match="--force"):
        export(graded, to=path)
    assert path.read_text() == "name,grade\nann,1\n"
    with pytest.raises(CourseError, match="is a folder"):
        export(graded, to=tmp_path)
    export(graded, to=path, force=True)
    first = path.read_text()
    export(graded, to=path)
    assert path.read_text() == first


def test_formulas_are_quoted():
    result = Result("=cmd()", Status.FAILED, "@SUM(1)", {"square": 1.0}, 1.0, 3.0)
    (row,) = csv.DictReader(io.StringIO(to_csv([("01_tiny", result)])))
    assert (row["student"], row["reason"], row["square"]) == ("'=cmd()", "'@SUM(1)", "1.0")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_what_spreadsheets_run_is_harmless(text):
    assert harmless(text) == f"'{text}"


def test_table_is_readable_on_a_narrow_terminal(graded_class):
    console = Console(width=80, file=io.StringIO(), highlight=False)
    results = graded_class.results.values()
    console.print(results_table("01_tiny", results, graded_class.results["perfect"].points))
    text = console.file.getvalue()
    assert "1 square, 2 halve, 3 total, 4 total_of_squares, 5 quiz" in text
    (perfect,) = [line for line in text.splitlines() if line.strip().startswith("perfect")]
    assert perfect.split() == ["perfect", "graded", "3", "2", "2", "3", "1", "11/11"]
    (corrupt,) = [line for line in text.splitlines() if line.strip().startswith("corrupt  ")]
    assert corrupt.split() == ["corrupt", "unreadable", "-", "-", "-", "-", "-", "-"]
    assert "crashing, crashed: Python died in a test of total" in text
