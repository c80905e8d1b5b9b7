"""Chapters are found by name, and every test belongs to an exercise."""

import jupytext
import pytest

from grading.chapters import (
    chapter_names,
    exercises_of,
    group_tests,
    load_chapter,
    match_name,
)
from grading.errors import CourseError


def test_tiny_chapter(chapter):
    assert [(one.name, one.max_points) for one in chapter.exercises] == [
        ("square", 3),
        ("halve", 2),
        ("total", 2),
        ("total_of_squares", 3),
        ("quiz", 1),
    ]
    assert [test.name for test in chapter.exercises[0].tests] == [
        "test_square",
        "test_square_negative",
    ]
    assert "accumulated" in chapter.source_of(chapter.exercises[2])
    assert chapter.executed_path.name == "01_tiny.ipynb"


@pytest.mark.parametrize("seconds", ["long", -1, True, float("nan")])
def test_seconds_must_be_a_number(chapter, seconds):
    cell = chapter.notebook.cells[chapter.exercises[1].solution]
    cell.metadata["course"] = {"seconds": 45}
    assert [one.seconds for one in exercises_of(chapter.notebook)][:3] == [0, 45, 0]
    cell.metadata["course"] = {"seconds": seconds}
    with pytest.raises(CourseError, match="'halve' must ask for a number of seconds"):
        exercises_of(chapter.notebook)


def test_the_longest_name_owns_a_test():
    owned = group_tests(["total", "total_of_squares"], ["test_total_of_squares_hidden"])
    assert owned == {"total": [], "total_of_squares": ["test_total_of_squares_hidden"]}


def test_a_name_is_not_its_beginning():
    with pytest.raises(CourseError, match="'test_totality' belongs to no exercise"):
        group_tests(["total"], ["test_totality"])


@pytest.mark.parametrize("given", ["02", "02_cats", "02_c"])
def test_prefix(given):
    assert match_name(given, ["01_dogs", "02_cats"]) == "02_cats"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("3", r"No chapter is called '3\.\.\.'. Choices: 01_dogs"),
        ("0", "2 chapters are called '0"),
        ("", "No chapter is called"),
    ],
)
def test_unknown_or_ambiguous_name_lists_the_choices(given, message):
    with pytest.raises(CourseError, match=message):
        match_name(given, ["01_dogs", "02_cats"])


def test_no_notebooks_folder(tmp_path):
    with pytest.raises(CourseError, match="run this from a checkout"):
        chapter_names(tmp_path / "notebooks")


def test_two_cells_with_one_name(chapter):
    chapter.notebook.cells.append(chapter.notebook.cells[chapter.exercises[0].solution])
    with pytest.raises(CourseError, match="Two cells have the grade_id 'square'"):
        exercises_of(chapter.notebook)


def test_an_error_names_the_file(tmp_path, chapter):
    chapter.notebook.cells[chapter.exercises[1].solution].metadata.nbgrader.grade_id = "half"
    jupytext.write(chapter.notebook, tmp_path / "02_broken.md", fmt="md:myst")
    with pytest.raises(CourseError, match=r"02_broken\.md: The graded cell 'test_halve'"):
        load_chapter("02", tmp_path)
