"""A corrected test: what was set by hand stays, and everyone's difference is told."""

import json

import nbformat
import pytest
from handed_in import answered, blank_of, cell_called, copy_of, hand_in, read, reference

from grading import regrading
from grading.chapters import load_chapter
from grading.console import console
from grading.engine import open_gradebook
from grading.feedback import feedback
from grading.grade import Run, grade
from grading.regrading import Change, Mark, changes_of, changes_table, earlier_marks
from grading.release import release
from grading.results import Result, Status

pytestmark = pytest.mark.xdist_group("graded")

MISTAKE = "assert square(-4) == -16"
RIGHT = "assert square(-4) == 16"
FOUND = ("01_tiny", "01_tiny")


def change_source(course, name, old, new, points=None):
    """Change a test in the course's source, as an instructor does."""
    notebook = read(course.source("01_tiny"))
    cell = cell_called(notebook, name)
    assert old in cell.source
    cell.source = cell.source.replace(old, new)
    if points is not None:
        cell.metadata.nbgrader.points = points
    nbformat.write(notebook, course.source("01_tiny"))


@pytest.fixture(scope="module")
def marked(released_course, tmp_path_factory, notebooks, answers):
    """A class that was graded with a wrong test and then, in part, by hand."""
    course = copy_of(released_course, tmp_path_factory.mktemp("marked") / "course")
    change_source(course, "test_square_negative", RIGHT, MISTAKE)
    release(course, "01_tiny", notebooks, answers)
    right = reference(load_chapter("01_tiny", notebooks))
    signed = {**right, "square": "def square(x):\n    return x * abs(x)"}
    for student, solved in {"ann": right, "bob": right, "eve": signed, "kim": right}.items():
        hand_in(course, student, answered(blank_of(course), **solved))
    first = {one.student: one.points["square"] for one in grade(course, "01_tiny")}
    assert first == {"ann": 1, "bob": 1, "eve": 3, "kim": 1}
    with open_gradebook(course) as gradebook:  # as the formgrader does
        marked = gradebook.find_grade("test_square_negative", *FOUND, "bob")
        marked.manual_score, marked.needs_manual_grade = 1.5, False
        gradebook.find_grade("test_square", *FOUND, "kim").extra_credit = 0.5
        comment = gradebook.find_comment("square", *FOUND, "bob")
        comment.manual_comment = "The test was wrong, your answer is good."
        gradebook.db.commit()
    change_source(course, "test_square_negative", MISTAKE, RIGHT)
    release(course, "01_tiny", notebooks, answers)
    return course


@pytest.fixture
def mistaken(marked, tmp_path):
    """A private copy of that class, whose test has been corrected."""
    return copy_of(marked, tmp_path / "course")


def test_regrading_after_a_corrected_test(mistaken):
    changes = []
    results = grade(mistaken, "01_tiny", on_change=changes.append)
    square = {one.student: one.points["square"] for one in results}
    assert square == {"ann": 3, "bob": 2.5, "eve": 1, "kim": 3.5}

    why = "the test was changed"
    changes.sort(key=lambda one: one.student)
    assert changes == [
        Change("ann", "square", 1, 3, (f"test_square_negative gives 2 instead of 0: {why}",)),
        Change(
            "bob",
            "square",
            2.5,
            2.5,
            (f"test_square_negative gives 2 instead of 0: {why}; the manual score of 1.5 stays",),
        ),
        Change("eve", "square", 3, 1, (f"test_square_negative gives 0 instead of 2: {why}",)),
        Change("kim", "square", 1.5, 3.5, (f"test_square_negative gives 2 instead of 0: {why}",)),
    ]

    with open_gradebook(mistaken) as gradebook:
        marked = gradebook.find_grade("test_square_negative", *FOUND, "bob")
        assert (marked.manual_score, marked.auto_score, marked.score) == (1.5, 2, 1.5)
        assert marked.needs_manual_grade, "the formgrader should show it again"
        comment = gradebook.find_comment("square", *FOUND, "bob")
        assert comment.manual_comment == "The test was wrong, your answer is good."
        assert gradebook.find_grade("test_square", *FOUND, "kim").extra_credit == 0.5

    kept = mistaken.changes("01_tiny").read_text(encoding="utf-8").splitlines()
    assert sorted(json.loads(line)["student"] for line in kept) == ["ann", "bob", "eve", "kim"]
    feedback(mistaken, "01_tiny")
    page = mistaken.feedback("bob", "01_tiny").read_text(encoding="utf-8")
    assert "The test was wrong, your answer is good." in page
    assert "set by your instructor" in page

    # Again: nothing has changed, nothing is told, nothing is forgotten.
    again = []
    assert grade(mistaken, "01_tiny", on_change=again.append) == results
    assert grade(mistaken, "01_tiny", "ann", Run(force=True), on_change=again.append)
    assert again == []
    assert mistaken.changes("01_tiny").read_text(encoding="utf-8").splitlines() == kept


def test_another_answer_and_another_submission(mistaken, chapter):
    grade(mistaken, "01_tiny", student="eve")
    right = reference(chapter)
    better = answered(blank_of(mistaken), **right)
    path = hand_in(mistaken, "eve", "{")
    changes = []
    grade(mistaken, "01_tiny", student="eve", on_change=changes.append)
    assert changes == []
    path.write_text(nbformat.writes(better), encoding="utf-8")
    grade(mistaken, "01_tiny", student="eve", on_change=changes.append)
    (change,) = changes
    assert (change.before, change.after) == (1, 3)
    assert change.reasons == (
        "test_square_negative gives 2 instead of 0: another answer was handed in",
    )


def test_points_set_by_hand_since_are_in_the_result(mistaken):
    grade(mistaken, "01_tiny", student="ann")
    with open_gradebook(mistaken) as gradebook:
        gradebook.find_grade("test_halve", *FOUND, "ann").manual_score = 0.5
        gradebook.db.commit()
    changes = []
    ann = grade(mistaken, "01_tiny", student="ann", on_change=changes.append)[0]
    assert (ann.points["halve"], ann.score) == (0.5, 9.5)
    assert changes == []


def test_a_change_that_was_saved_but_not_told_is_told_later(mistaken, monkeypatch):
    """Grading ends, however rudely, between the gradebook and the report."""

    def interrupted(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("grading.grade.record", interrupted)
    with pytest.raises(KeyboardInterrupt):
        grade(mistaken, "01_tiny", student="ann")
    with open_gradebook(mistaken) as gradebook:
        assert gradebook.find_grade("test_square_negative", *FOUND, "ann").auto_score == 2
    monkeypatch.setattr("grading.grade.record", regrading.record)
    changes = []
    grade(mistaken, "01_tiny", student="ann", on_change=changes.append)
    assert [(one.before, one.after) for one in changes] == [(1, 3)]


def test_changed_points_of_a_test(mistaken, notebooks, answers):
    change_source(mistaken, "test_halve", "", "", points=5)
    release(mistaken, "01_tiny", notebooks, answers)
    changes = []
    results = grade(mistaken, "01_tiny", student="ann", on_change=changes.append)
    assert results[0].points["halve"] == 5
    (change,) = [one for one in changes if one.exercise == "halve"]
    assert change == Change(
        "ann", "halve", 2, 5, ("test_halve gives 5 instead of 2: the test was changed",)
    )


def test_reasons():
    exercises = {"a": ["test_a", "test_a_more"]}
    marks = {"test_a": Mark(1), "test_a_more": Mark(2)}
    worse = {"test_a": Mark(1), "test_a_more": Mark(0, 3)}
    same = {"a": "1", "test_a": "1", "test_a_more": "1"}

    def reasons(old, new):
        return changes_of("ann", exercises, marks, worse, old, new)[0].reasons

    assert changes_of("ann", exercises, {}, marks, {}, same) == []
    assert changes_of("ann", exercises, marks, marks, {}, same) == []
    gives = "test_a_more gives 0 instead of 2"
    stays = "the manual score of 3 stays"
    for old, new, why in [
        ({}, same, "it is not known whether the test or the answer changed"),
        (
            same,
            same,
            "neither it nor the answer was changed: look at other cells, limits and packages",
        ),
        (same, {**same, "a": "2"}, "another answer was handed in"),
        (
            same,
            {"a": "2", "test_a": "1", "test_a_more": "2"},
            "the test was changed and another answer was handed in",
        ),
    ]:
        assert reasons(old, new) == (f"{gives}: {why}; {stays}",)
    earlier = Result("ann", Status.GRADED, tests={"test_a": 0.0})
    assert earlier_marks(marks, earlier) == {"test_a": Mark(0), "test_a_more": Mark(2)}


def test_table_of_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(regrading, "MOST_SHOWN", 1)
    changes = [Change("ann", "a", 1, 3.5, ("because",)), Change("bob", "a", 2, 2, ("[b]kept",))]
    with console.capture() as captured:
        console.print(changes_table(changes, tmp_path / "changes.jsonl"))
        console.print(changes_table(changes[1:], tmp_path / "changes.jsonl"))
    text = captured.get()
    assert "1 → 3.5" in text
    assert "2 (as before)" in text
    assert "[b]kept" in text
    assert "and 1 more" in text
