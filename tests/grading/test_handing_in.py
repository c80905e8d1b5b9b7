"""What students are told before they hand in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from handed_in import answered, blank_of, cell_called, read, reference
from nbformat.v4 import new_code_cell
from nbgrader.converters import GenerateAssignment

from course_lib.handing_in import __main__ as command_line
from course_lib.handing_in import check, checking, running
from course_lib.handing_in.manifest import (
    Manifest,
    manifest_of,
    read_manifest,
    write_manifest,
)
from course_lib.handing_in.report import Level
from course_lib.handing_in.running import fresh_run, missing_packages
from grading.configuration import load_config
from grading.errors import CourseError
from grading.handing_in import chapter_of, check_submission, release_manifest
from grading.preprocessors import load_slots

pytestmark = pytest.mark.xdist_group("graded")


@pytest.fixture
def solved(released_course, chapter):
    return answered(blank_of(released_course), **reference(chapter))


@pytest.fixture
def written(tmp_path):
    """Write a notebook as a student has it; return its path."""

    def write(notebook, name="01_tiny.ipynb"):
        path = tmp_path / name
        path.write_text(notebook if isinstance(notebook, str) else json.dumps(notebook))
        return path

    return write


@pytest.fixture
def looked_at(written):
    """What is found without running anything."""

    def look(notebook, name="01_tiny.ipynb", **options):
        return check(written(notebook, name), run=False, **options)

    return look


def texts(report, level=None):
    return [one.text for one in report.findings if level in (None, one.level)]


# --- the list of cells that a release carries -----------------------------------------------------


def test_a_release_carries_its_cells(released_course):
    released = blank_of(released_course)
    manifest = read_manifest(released)
    assert manifest.chapter == "01_tiny"
    assert (manifest.cell_timeout, manifest.notebook_timeout) == (60, 600)
    names = [slot.name for slot in load_slots(released_course, "01_tiny")]
    carried = [cell for cell in manifest.release.cells if "nbgrader" in cell.metadata]
    assert [cell.metadata.nbgrader.grade_id for cell in carried] == names
    for cell in carried:
        assert cell.source == cell_called(released, cell.metadata.nbgrader.grade_id).source
    assert manifest.digest == manifest_of(released, "01_tiny").digest
    assert release_manifest(released_course, "01_tiny").digest == manifest.digest


def test_it_carries_nothing_else(released_course):
    """The leak check looks into the metadata; here what it is there for."""
    text = json.dumps(blank_of(released_course).metadata)
    assert "def square" in text
    assert "HIDDEN" not in text
    assert "math.prod" not in text
    assert "negative number has" not in text


def test_a_leak_in_it_would_be_found(released_course):
    from grading.leaks import notebook_leaks, split_lines

    lines = split_lines(read(released_course.source("01_tiny")))
    released = blank_of(released_course)
    assert notebook_leaks(released, lines, "x") == []
    released.metadata.course.release["cells"][1]["source"] += "\n    return math.prod([x, x])"
    assert "math.prod" in str(notebook_leaks(released, lines, "x")[0])


def test_plain_nbgrader_writes_it_too(released_course):
    converter = GenerateAssignment(config=load_config(released_course))
    assert converter.preprocessors[-1] == "grading.handing_in.WriteManifest"


@pytest.mark.parametrize(
    "junk",
    [None, 3, [], {}, {"release": 3}, {"release": {"cells": 3, "chapter": "a"}}]
    + [{"release": {"cells": [cell], "chapter": "a"}} for cell in (3, {}, {"cell_type": "x"})]
    + [{"release": {"chapter": "a", "cells": [{"cell_type": "code", "source": 3}]}}],
)
def test_what_is_no_list(solved, looked_at, junk):
    solved.metadata["course"] = junk
    assert read_manifest(solved) is None
    assert "--release FILE" in looked_at(solved).problems[0]


def test_a_forged_list_ends_in_a_report(solved, looked_at):
    for change in (
        {"nbgrader": {"grade_id": "test_square"}},
        {"nbgrader": {"grade_id": "x", "points": "many", "grade": True}},
        {"nbgrader": ["x"]},
    ):
        solved.metadata.course.release["cells"][3].update(change)
        assert str(looked_at(solved))


def test_the_list_written_and_read_again(solved):
    manifest = read_manifest(solved)
    other = nbformat.v4.new_notebook()
    write_manifest(other, Manifest("01_tiny", manifest.release, 5, 7))
    again = read_manifest(nbformat.reads(nbformat.writes(other), as_version=4))
    assert (again.digest, again.cell_timeout) == (manifest.digest, 5)


# --- cells ----------------------------------------------------------------------------------------


def test_a_whole_notebook(solved, looked_at):
    report = looked_at(solved)
    assert report.problems == []
    assert "all 12 cells that are graded are there, once each" in texts(report)
    assert not report.ready  # it was not run
    assert "was not run" in report.verdict


def test_cells_missing_changed_and_copied(solved, looked_at):
    cell_called(solved, "test_halve").source = "pass"
    solved.cells.append(new_code_cell("x = 1", metadata=cell_called(solved, "square").metadata))
    solved.cells = [
        cell
        for cell in solved.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") not in ("total", "test_quiz")
        and "GIVEN = " not in cell.source
    ]
    report = looked_at(solved, "mine.ipynb")
    assert report.problems == ["the answer total was missing and has been put back"]
    notes = "\n".join(texts(report, Level.NOTE))
    for part in (
        "its name was 01_tiny.ipynb",
        "the test test_quiz was missing",
        "the test test_halve was edited",
        "the answer square was there 2 times",
        "a cell of the chapter is changed or gone: import math",
    ):
        assert part in notes


def test_nothing_is_answered(released_course, looked_at):
    report = looked_at(blank_of(released_course))
    assert report.problems == ["not answered yet: square, halve, total, total_of_squares, quiz"]


def test_lost_metadata_is_found_again(solved, looked_at, released_course):
    for cell in solved.cells:
        cell.metadata.clear()
    release = solved.metadata.pop("course")
    assert "--release FILE" in looked_at(solved).problems[0]
    path = released_course.release("01_tiny") / "01_tiny.ipynb"
    for given in (path, str(path)):
        report = looked_at(solved, release=given)
        assert report.problems == []
        assert sum("found by its content" in text for text in texts(report)) == 12
    solved.metadata["course"] = release
    assert looked_at(solved).problems == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [("", "Expecting value"), ("[]", "not a notebook"), ("{", "cut off"), ("\x00", "line 1")],
)
def test_what_is_no_notebook(looked_at, content, reason):
    report = looked_at(content)
    assert reason in report.problems[0]
    assert report.verdict == "It cannot be graded like this."


def test_files_that_are_not_there(tmp_path, written, solved):
    assert "There is no file" in check(tmp_path / "none.ipynb").problems[0]
    with pytest.raises(ValueError, match=r"data\.csv is not there"):
        check(written(solved), [tmp_path / "data.csv"])
    with pytest.raises(ValueError, match=r"none\.ipynb cannot be read"):
        check(written(solved), release=tmp_path / "none.ipynb")


def test_a_notebook_that_is_too_large(solved, looked_at, monkeypatch):
    monkeypatch.setattr(checking, "UPLOAD", 1000)
    assert "Clear Outputs" in looked_at(solved).problems[0]


# --- running --------------------------------------------------------------------------------------

#: What a solved notebook gets, and what is said about it.
STOPS = {
    "print(never_defined)": "NameError: name 'never_defined' is not defined",
    "import no_such_module": "ModuleNotFoundError: No module named 'no_such_module'",
    "open('data.csv')": "FileNotFoundError",
    "while True: pass": "CellTimeoutError: stopped after 2 seconds",
}


@pytest.mark.slow
def test_it_runs_from_top_to_bottom_in_a_fresh_kernel(solved, written, tmp_path, monkeypatch):
    """All in one run: kernels take a while to start."""
    monkeypatch.setenv("MPLBACKEND", "no_such_backend")
    (tmp_path / "beside.py").write_text("not handed in")
    data = tmp_path / "handed.csv"
    data.write_text("1")
    cell_called(solved, "square").source = "def square(x):\n    return x * abs(x) + 1"
    solved.metadata.course.release["cell_timeout"] = 2
    solved.cells += [new_code_cell(code) for code in STOPS]
    solved.cells.append(new_code_cell("import os; assert os.listdir() == ['handed.csv']"))
    solved.cells.append(new_code_cell("assert 'no_such' not in os.environ.get('MPLBACKEND', '')"))
    before = json.dumps(solved)
    path = written(solved)
    report = check(path, [data])
    assert path.read_text() == before
    assert report.ran
    assert not report.ready
    failed = {one.name: one.problem for one in report.tests if one.problem}
    assert failed == {
        "test_square": "AssertionError: square(3) should be 9",
        "test_square_negative": "AssertionError: square(0) should be 0",
    }
    assert sum(one.points for one in report.tests) == 11
    problems = "\n".join(report.problems)
    for message in STOPS.values():
        assert message in problems
    assert "hand that in, too" in problems.replace("\n", " ")
    assert "AssertionError" not in problems.replace(failed["test_square"], "").replace(
        failed["test_square_negative"], ""
    )


def test_a_library_beside_the_notebook_is_found(monkeypatch, root):
    monkeypatch.chdir(root)
    monkeypatch.setenv("PYTHONPATH", "before")
    assert running._environment()["PYTHONPATH"] == f"{root}{os.pathsep}before"
    monkeypatch.chdir(root / "tests")
    assert running._environment()["PYTHONPATH"] == "before"


@pytest.mark.slow
def test_a_dead_kernel_and_a_full_clock(written, tmp_path):
    notebook = nbformat.v4.new_notebook(
        cells=[new_code_cell("import os; os._exit(1)"), new_code_cell("1")]
    )
    executed = fresh_run(5, 20)(notebook, [])
    assert [cell.outputs[0].ename for cell in executed.cells] == [
        "DeadKernelError",
        "NotExecutedError",
    ]
    notebook = nbformat.v4.new_notebook(
        cells=[new_code_cell("import time; time.sleep(60)"), new_code_cell("1")]
    )
    executed = fresh_run(60, 1)(notebook, [])
    assert [cell.outputs[0].ename for cell in executed.cells] == [
        "CellTimeoutError",
        "NotExecutedError",
    ]


@pytest.mark.slow
def test_a_student_has_nothing_but_the_notebook_and_course_lib(solved, written):
    """The command line, where nothing of the grader can be imported."""
    path = written(solved)
    code = (
        "import runpy, sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] in {'nbgrader', 'grading', 'typer', 'rich'}:\n"
        "            raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Missing())\n"
        f"sys.argv = ['handing_in', {path.name!r}]\n"
        "runpy.run_module('course_lib.handing_in', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=path.parent, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "7 of 7 pass" in done.stdout
    assert done.stdout.rstrip().endswith("Ready to hand in.")


def test_what_is_missing_is_said(solved, written, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "nbclient", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert missing_packages() == ["nbclient", "ipykernel"]
    assert command_line.main([str(written(solved))]) == 1
    printed = capsys.readouterr().out
    assert "pip install nbclient ipykernel" in printed
    assert "Restart Kernel and Run All Cells" in printed
    assert "was not run" in printed.splitlines()[-1]


@pytest.mark.parametrize("name", ["nbformat", "jsonschema"])
def test_without_jupyter(name, tmp_path):
    code = (
        f"import sys; sys.modules['{name}'] = None\n"
        "from course_lib.handing_in.__main__ import main\nsys.exit(main(['x.ipynb']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2
    assert "pip install nbformat nbclient ipykernel" in done.stderr
    assert "Traceback" not in done.stderr


def test_command_line(solved, written, capsys, tmp_path):
    assert command_line.main([str(written(solved)), "--no-run"]) == 0
    assert command_line.main([str(written("{")), "--no-run"]) == 1
    assert command_line.main([str(written(solved)), "none.csv"]) == 2
    assert "error: none.csv is not there" in capsys.readouterr().err


# --- for instructors ------------------------------------------------------------------------------


def test_course_check_finds_the_chapter(released_course, solved, written):
    assert chapter_of(released_course, written(solved, "x.ipynb")) == "01_tiny"
    solved.metadata.pop("course")
    assert chapter_of(released_course, written(solved, "x.ipynb")) is None
    assert chapter_of(released_course, written(solved, "01_tiny.ipynb")) == "01_tiny"
    assert chapter_of(released_course, Path("none.ipynb")) is None


def test_course_check_compares_with_the_current_release(released_course, solved, written):
    solved.metadata.course.release["cells"][1]["source"] = "an older one"
    report = check_submission(written(solved), course=released_course, run=False)
    assert report.problems == []
    assert "another release of 01_tiny" in "\n".join(texts(report, Level.NOTE))


@pytest.mark.slow
def test_course_check_runs_it_contained(released_course, solved, written):
    cell_called(
        solved, "halve"
    ).source += f"\nimport os\nassert not os.path.exists({str(released_course.root)!r})"
    command = [sys.executable, "-m", "grading.cli", "check", written(solved)]
    done = subprocess.run(
        [*command, "--course", released_course.root], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip().endswith("Ready to hand in.")


def test_course_check_does_not_run_what_cannot_be_contained(
    released_course, solved, written, monkeypatch
):
    monkeypatch.setattr("grading.execution.available", lambda: ["none"])
    with pytest.raises(CourseError, match="--unsafe"):
        check_submission(written(solved), course=released_course)
    assert check_submission(written(solved), course=released_course, run=False).problems == []
