"""A source always gives the same notebook, and a pair that has drifted is found."""

import shutil

import nbformat
import pytest
from handed_in import read

from grading.build import build, check, prepare
from grading.chapters import load_chapter
from grading.errors import CourseError


@pytest.fixture
def built(notebooks, tmp_path):
    """A private copy of the tiny chapter and its pair."""
    shutil.copytree(notebooks, tmp_path / "notebooks")
    return load_chapter("01", tmp_path / "notebooks")


def test_building_again_gives_the_same_bytes(built, monkeypatch):
    before = built.executed_path.read_bytes()
    monkeypatch.setenv("MPLBACKEND", "Agg")
    cells = []
    build(built, cells.append)
    assert built.executed_path.read_bytes() == before
    assert cells[0] == "import math"
    assert len(cells) == sum(cell.cell_type == "code" for cell in built.notebook.cells)
    assert check(built) == []


def test_ids_are_valid_and_do_not_depend_on_position(built):
    ids = {cell.source: cell.id for cell in prepare(built.notebook).cells}
    built.notebook.cells.insert(0, nbformat.v4.new_markdown_cell("new"))
    moved = {cell.source: cell.id for cell in prepare(built.notebook).cells}
    assert moved == {**ids, "new": moved["new"]}
    nbformat.validate(prepare(built.notebook))


def test_equal_cells_have_different_ids(built):
    built.notebook.cells = [nbformat.v4.new_markdown_cell("again") for _ in range(3)]
    assert len({cell.id for cell in prepare(built.notebook).cells}) == 3


def test_notebook_says_nothing_about_when_and_where(built):
    notebook = read(built.executed_path)
    assert notebook.metadata.language_info == {"name": "python"}
    assert not any("execution" in cell.metadata for cell in notebook.cells)
    assert str(built.path.parent) not in built.executed_path.read_text()


def test_figures_are_in_the_notebook(built):
    built.notebook.cells[1].source = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    built.notebook.cells = built.notebook.cells[:2]
    assert "image/png" in build(built).cells[1].outputs[-1].data


def test_chapter_runs_in_its_own_folder(built):
    built.notebook.cells[1].source = "import os\nprint(os.path.exists('01_tiny.md'))"
    built.notebook.cells = built.notebook.cells[:2]
    assert build(built).cells[1].outputs[0].text == "True\n"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("1 / 0", "cell 2 failed.\n\n1 / 0\n\nZeroDivisionError: division by zero"),
        ("import os\nos._exit(1)", "DeadKernelError"),
    ],
)
def test_a_failing_cell_stops_the_build(built, source, message):
    before = built.executed_path.read_bytes()
    built.notebook.cells[1].source = source
    with pytest.raises(CourseError) as caught:
        build(built)
    assert message in str(caught.value)
    assert built.executed_path.read_bytes() == before


def drift_source(notebook):
    notebook.cells[0].source += " (changed)"


def drift_metadata(notebook):
    notebook.cells[3].metadata.nbgrader.points = 7


def drift_notebook_metadata(notebook):
    notebook.metadata.language_info.version = "3.11.7"


def lose_cell(notebook):
    del notebook.cells[-1]


def not_run(notebook):
    notebook.cells[1].execution_count = None


def run_out_of_order(notebook):
    notebook.cells[1].execution_count = 5


def end_in_error(notebook):
    notebook.cells[1].outputs = [nbformat.v4.new_output("error", ename="E", evalue="oh")]


def warn(notebook):
    notebook.cells[1].outputs = [nbformat.v4.new_output("stream", name="stderr", text="careful")]


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (drift_source, "cell 1: source changed"),
        (drift_metadata, "cell 4: metadata changed"),
        (drift_notebook_metadata, "the notebook's metadata differs"),
        (lose_cell, "cells, its source"),
        (not_run, "cell 2 has not been run"),
        (run_out_of_order, "cell 2 was run as number 5, expected 1"),
        (end_in_error, "cell 2 ended in E: oh"),
        (warn, "cell 2 wrote to stderr: careful"),
    ],
)
def test_check_finds(built, fault, message):
    notebook = read(built.executed_path)
    fault(notebook)
    nbformat.write(notebook, built.executed_path)
    assert any(message in problem for problem in check(built))


def test_check_finds_a_missing_pair(built):
    built.executed_path.unlink()
    assert check(built) == ["01_tiny.ipynb is missing: run `course build 01_tiny`."]
