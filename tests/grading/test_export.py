"""What instructors get: a table, a CSV file."""

import csv
import io
import shutil

import pytest
from handed_in import answered, blank_of, copy_of, hand_in, reference
from rich.console import Console

from grading.chapters import load_chapter
from grading.engine import open_gradebook
from grading.errors import CourseError
from grading.export import export
from grading.export_formats import Format, Grades, Row, exercises_csv, feedback_text, harmless
from grading.grade import grade
from grading.results import Result, Status, results_table

pytestmark = pytest.mark.xdist_group("graded")


@pytest.fixture
def graded(graded_class, tmp_path):
    """A private copy of the graded class."""
    return copy_of(graded_class.course, tmp_path / "graded")


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
        "late_penalty",
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
    grades = Grades([Row("01_tiny", result)], {}, {"01_tiny": 3})
    (row,) = csv.DictReader(io.StringIO(exercises_csv(grades)))
    assert (row["student"], row["reason"], row["square"]) == ("'=cmd()", "'@SUM(1)", "1.0")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1"])
def test_what_spreadsheets_run_is_harmless(text):
    assert harmless(text) == f"'{text}"


@pytest.fixture(scope="module")
def graded_three(released_course, tmp_path_factory, notebooks):
    """Three students: one with all points, one who was late, and one who did not come."""
    course = copy_of(released_course, tmp_path_factory.mktemp("three") / "course")
    right = reference(load_chapter("01_tiny", notebooks))
    hand_in(course, "ann", answered(blank_of(course), **right))
    hand_in(course, "=bob", answered(blank_of(course), **right))
    grade(course, "01_tiny")
    with open_gradebook(course) as gradebook:
        gradebook.update_or_create_student("ann", first_name="Ann", last_name="Noether, née O")
        gradebook.add_student("zoë", first_name="Zoë", email="zoe@school.example", lms_user_id="7")
        late = gradebook.find_submission_notebook("01_tiny", "01_tiny", "=bob")
        late.late_submission_penalty = 2.5
        gradebook.db.commit()
    return course


@pytest.fixture
def three(graded_three, tmp_path):
    """A private copy of them."""
    return copy_of(graded_three, tmp_path / "three")


def table(path):
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.reader(stream))


def test_late_penalty_is_taken_off_once(three):
    exported = rows(export(three))
    bob = exported["'=bob"]
    assert (bob["score"], bob["max_score"], bob["late_penalty"]) == ("8.5", "11.0", "2.5")
    assert exported["ann"]["late_penalty"] == "0.0"


def test_gradebook(three):
    path = export(three, layout=Format.GRADEBOOK)
    assert path == three.root / "reports" / "grades-gradebook.csv"
    assert table(path) == [
        ["student", "last_name", "first_name", "email", "01_tiny", "total", "max_total"],
        ["'=bob", "", "", "", "8.5", "8.5", "11.0"],
        ["ann", "Noether, née O", "Ann", "", "11.0", "11.0", "11.0"],
        ["zoë", "", "Zoë", "zoe@school.example", "", "0.0", "11.0"],
    ]


def test_canvas_without_a_roster(three):
    notes = []
    path = export(
        three, "01_tiny", layout=Format.CANVAS, column="Tiny (4711)", on_note=notes.append
    )
    assert table(path) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Tiny (4711)"],
        ["    Points Possible", "", "", "", "", "11.0"],
        ["'=bob", "", "", "'=bob", "", "8.5"],
        ["Noether, née O, Ann", "", "", "ann", "", "11.0"],
        ["Zoë", "7", "", "zoë", "", ""],
    ]
    (note,) = notes
    assert "=bob. Enter these grades by hand" in note
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")


CANVAS_EXPORT = """\ufeff\
Student,ID,SIS User ID,SIS Login ID,Section,A Tiny Chapter (4711),Final Score
    Points Possible,,,,,11,(read only)
"Noether, Ann",101,S1,ann,"Monday, early",,0
"Stranger, The",102,S2,stranger,Monday,,0
"Student, Test",103,,,Monday,,0
"""


def test_canvas_with_its_own_export_as_the_roster(three, tmp_path):
    roster = tmp_path / "canvas.csv"
    roster.write_text(CANVAS_EXPORT, encoding="utf-8")
    notes = []
    path = export(three, layout=Format.CANVAS, roster=roster, on_note=notes.append)
    assert table(path) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "A Tiny Chapter (4711)"],
        ["    Points Possible", "", "", "", "", "11.0"],
        ["Noether, Ann", "101", "S1", "ann", "Monday, early", "11.0"],
    ]
    assert notes == ["Not in the roster, so not in the file: =bob, zoë."]
    with pytest.raises(CourseError, match="is the roster"):
        export(three, to=roster, layout=Format.CANVAS, roster=roster, force=True)
    assert roster.read_text(encoding="utf-8") == CANVAS_EXPORT
    with pytest.raises(CourseError, match="--force"):
        export(three, to=roster, layout=Format.CANVAS)
    assert export(three, layout=Format.CANVAS, roster=roster) == path


def test_a_roster_as_nbgrader_imports_it(three, tmp_path):
    roster = tmp_path / "students.csv"
    roster.write_text(
        'id,first_name,last_name,lms_user_id\nann,"Ann\nEmmy",Noether,101\n=bob,Bob,B,\n'
    )
    path = export(three, layout=Format.CANVAS, roster=roster)
    assert table(path)[2:] == [
        ["B, Bob", "", "", "'=bob", "", "8.5"],
        ["Noether, Ann\nEmmy", "101", "", "ann", "", "11.0"],
    ]


def test_moodle(three, tmp_path):
    roster = tmp_path / "participants.csv"
    roster.write_text(
        "First name;Surname;ID number;Email address\n"
        "Ann;Noether;0042;ann\nBob;=HYPERLINK(1);0043;=bob\n",
        encoding="utf-8",
    )
    path = export(three, "01_tiny", layout=Format.MOODLE, roster=roster)
    assert path == three.reports("01_tiny") / "grades-moodle.csv"
    points = "square 3, halve 2, total 2, total_of_squares 3, quiz 1"
    assert table(path) == [
        [
            "Username",
            "ID number",
            "Email address",
            "First name",
            "Last name",
            "01_tiny",
            "01_tiny (feedback)",
        ],
        [
            "'=bob",
            "0043",
            "'=bob",
            "Bob",
            "'=HYPERLINK(1)",
            "8.5",
            f"Graded. Points: {points}. Handed in late: -2.5.",
        ],
        ["ann", "0042", "ann", "Ann", "Noether", "11.0", f"Graded. Points: {points}."],
    ]


def test_feedback_in_moodle_is_text():
    result = Result("ann", Status.CRASHED, "Python died in <script>.", {"a": 1.0}, 1.0, 2.0)
    assert feedback_text(Row("c", result)).endswith("Points: a 1. Python died in &lt;script&gt;.")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has no students"),
        (b"name,id\nAnn,1\n", r"No column of .*roster.csv \(name, id\) holds the ids"),
        (b"id\nann\nann\n", "has 'ann' twice in its column 'id'"),
        (b"id\n\xff\xfe\n", "not text in UTF-8"),
        (None, "cannot be read: No such file"),
    ],
)
def test_rosters_that_do_not_serve(three, tmp_path, content, message):
    roster = tmp_path / "roster.csv"
    if content is not None:
        roster.write_bytes(content)
    with pytest.raises(CourseError, match=message):
        export(three, layout=Format.CANVAS, roster=roster)
    assert not (three.root / "reports" / "grades-canvas.csv").exists()


def test_a_column_is_of_one_chapter(three, notebooks):
    three.source("02_other").parent.mkdir()
    shutil.copyfile(three.source("01_tiny"), three.source("02_other"))
    with open_gradebook(three) as gradebook:
        gradebook.add_assignment("02_other")
    with pytest.raises(CourseError, match="say which chapter"):
        export(three, layout=Format.CANVAS, column="Tiny")


def test_an_earlier_grade_counts_although_a_later_file_is_broken(three):
    hand_in(three, "ann", "{")
    grade(three, "01_tiny", student="ann")
    ann = rows(export(three))["ann"]
    assert (ann["status"], ann["score"]) == ("unreadable", "11.0")
    assert "cannot be read" in ann["reason"]


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
