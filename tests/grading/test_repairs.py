"""Every cell of the release is found again, and graded once."""

import copy
from dataclasses import replace

import nbformat
import pytest
from handed_in import answered, blank_of, cell_called, reference
from nbformat.v4 import new_code_cell, new_markdown_cell

from course_lib.handing_in.repairs import repair
from grading.preprocessors import load_slots

pytestmark = pytest.mark.xdist_group("graded")


@pytest.fixture(scope="module")
def slots(released_course):
    return load_slots(released_course, "01_tiny")


@pytest.fixture
def solved(released_course, chapter):
    return answered(blank_of(released_course), **reference(chapter))


def names(notebook):
    return [
        cell.metadata.nbgrader.grade_id for cell in notebook.cells if "nbgrader" in cell.metadata
    ]


def check(repaired, slots):
    """Every slot is there once, in the order of the release, with its metadata and its tests."""
    nbformat.validate(repaired)
    assert names(repaired) == [slot.name for slot in slots]
    for slot in slots:
        cell = cell_called(repaired, slot.name)
        assert cell.metadata == slot.cell.metadata
        assert cell.cell_type == slot.cell.cell_type
        assert slot.answer or cell.source == slot.cell.source


def test_what_is_whole_stays_as_it_is(solved, slots):
    before = copy.deepcopy(solved)
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert notes == []
    assert solved == before
    assert len(repaired.cells) == len(solved.cells)


def test_missing_cells_come_back_in_their_places(solved, slots):
    solved.cells = [
        cell
        for cell in solved.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") not in ("halve", "test_total")
    ]
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert notes == [
        "the answer halve was missing and has been put back",
        "the test test_total was missing and has been put back",
    ]
    assert "NotImplementedError" in cell_called(repaired, "halve").source


def test_everything_missing(slots):
    repaired, notes = repair(nbformat.v4.new_notebook(), slots)
    check(repaired, slots)
    assert len(notes) == len(slots)


@pytest.mark.parametrize("first", [True, False])
def test_blank_copy_does_not_undo_an_answer(solved, released_course, slots, first):
    blank = copy.deepcopy(cell_called(blank_of(released_course), "square"))
    at = solved.cells.index(cell_called(solved, "square"))
    solved.cells.insert(at if first else at + 1, blank)
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert notes == ["the answer square was there 2 times: one counts"]
    assert "return" in cell_called(repaired, "square").source
    assert sum(cell.source == blank.source for cell in repaired.cells) == 0


def test_of_two_answers_both_run_and_the_last_counts(solved, slots):
    cell = cell_called(solved, "square")
    other = copy.deepcopy(cell)
    other.source = "def square(x):\n    return x**2"
    solved.cells.insert(solved.cells.index(cell) + 1, other)
    repaired, _ = repair(solved, slots)
    check(repaired, slots)
    assert cell_called(repaired, "square").source == other.source
    assert any(one.source == cell.source for one in repaired.cells)


def test_without_any_metadata(solved, slots):
    reference_of_all = copy.deepcopy(solved)
    for cell in solved.cells:
        cell.metadata = {}
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert "return" in cell_called(repaired, "square").source
    assert cell_called(repaired, "quiz").source == cell_called(reference_of_all, "quiz").source
    assert len(notes) == len(slots)
    assert not any("missing" in note for note in notes)


def test_of_answers_that_assign_the_same_name_none_is_guessed(solved, slots):
    quiz = cell_called(solved, "quiz")
    quiz.metadata.pop("nbgrader")
    other = next(slot for slot in slots if slot.name == "quiz")
    twice = [*slots, replace(other, name="quiz2")]
    _, notes = repair(solved, twice)
    assert "the answer quiz was missing and has been put back" in notes


def test_renamed_cells_are_found(solved, slots):
    for name in ("square", "test_square"):
        cell_called(solved, name).metadata.nbgrader["grade_id"] = f"my_{name}"
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert len(notes) == 2


@pytest.mark.parametrize("junk", [[], "text", 3, None, {}, {"grade_id": 7}, {"grade_id": ["a"]}])
def test_metadata_that_is_no_metadata(solved, slots, junk):
    cell_called(solved, "test_halve").metadata["nbgrader"] = junk
    solved.cells.insert(1, new_code_cell("1 + 1", metadata={"nbgrader": junk}))
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert notes == ["the test test_halve was found by its content: its metadata is gone"] or (
        notes == ["the test test_halve was missing and has been put back"]
    )


def test_edited_test_is_the_releases_again(solved, slots):
    cell_called(solved, "test_square").source = "pass"
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert notes == []


def test_test_turned_into_text(solved, slots):
    at = solved.cells.index(cell_called(solved, "test_square"))
    metadata = solved.cells[at].metadata
    solved.cells[at] = new_markdown_cell("*solved*", metadata=metadata)
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert notes == ["the test test_square was a markdown cell"]


def test_test_before_its_answer_is_moved(solved, slots):
    test = cell_called(solved, "test_square")
    solved.cells.remove(test)
    solved.cells.insert(0, test)
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert notes == ["the test test_square stood before its answer and was moved"]


def test_points_are_those_of_the_release(solved, slots):
    cell_called(solved, "test_square").metadata.nbgrader["points"] = 99
    repaired, notes = repair(solved, slots)
    check(repaired, slots)
    assert notes == ["the metadata of the test test_square was changed"]
