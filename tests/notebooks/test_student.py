"""A released chapter in a student's hands: with its library and what it needs, nothing else."""

from importlib import import_module
from operator import attrgetter

import nbformat
import pytest
from figures import moved_figures
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

from grading.chapters import chapter_names, load_chapter
from grading.initialise import init_course
from grading.kernels import kernel_environment
from grading.release import release
from grading.staging.table import withheld
from grading.student import installed_wheel

pytestmark = pytest.mark.slow

#: Makes the kernel a student's: importing anything that only instructors have fails.
ONLY_WHAT_STUDENTS_HAVE = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"nbgrader", "grading", "jupytext", "scipy", "pytest"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
"""


@pytest.fixture(params=chapter_names(), scope="module")
def chapter(request):
    return load_chapter(request.param)


@pytest.fixture(scope="module")
def folder(chapter, tmp_path_factory):
    """What students get."""
    course, _ = init_course(tmp_path_factory.mktemp("student") / "course")
    release(course, chapter.name)
    return course.release(chapter.name)


@pytest.fixture(scope="module")
def packages(folder):
    """The library that students install: without what this chapter and later ones ask for."""
    with installed_wheel(folder) as where:
        yield where


@pytest.fixture
def released(chapter, folder, packages):
    notebook = nbformat.read(folder / f"{chapter.name}.ipynb", as_version=4)
    notebook.cells.insert(0, new_code_cell(ONLY_WHAT_STUDENTS_HAVE))
    notebook.metadata["packages"] = str(packages)
    return notebook


def run(notebook):
    """Run all cells, whatever they raise, and return the error message of each code cell or ''."""
    NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=300,
        allow_errors=True,
        extra_arguments=["--log-level=ERROR"],
    ).execute(env=kernel_environment(PYTHONPATH=notebook.metadata.packages))
    return [
        next((f"{out.ename}: {out.evalue}" for out in cell.outputs if "ename" in out), "")
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def is_test(cell):
    return cell.metadata.get("nbgrader", {}).get("grade", False)


def test_a_blank_notebook_runs_to_the_first_exercise_and_says_what_is_missing(released):
    messages = run(released)
    cells = code_cells(released)
    first_error = next(i for i, message in enumerate(messages) if message)
    assert is_test(cells[first_error]), cells[first_error].source
    assert first_error == next(i for i, cell in enumerate(cells) if is_test(cell))
    for cell, message in zip(cells, messages, strict=True):
        if is_test(cell):
            assert "not answered yet" in message or "but must be one of" in message, message


def test_the_reference_answers_pasted_in_run_clean_and_pass_the_hidden_tests(released, chapter):
    """With the students' library, so nothing given or hidden needs what is withheld from them.

    Whoever solves all exercises sees the figures of the executed pair.
    """
    source = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in chapter.notebook.cells
        if "nbgrader" in cell.metadata
    }
    for cell in released.cells:
        if "nbgrader" in cell.metadata:
            cell.source = source[cell.metadata.nbgrader.grade_id]
    assert [message for message in run(released) if message] == []
    executed = nbformat.read(chapter.executed_path, as_version=4)
    assert moved_figures(executed, released) == [], "stale: they no longer come out of their code"


def is_exported(name):
    """Tell whether a module or package of course_lib offers a function by this name."""
    module, function = name
    try:
        return attrgetter(function)(import_module(f"course_lib.{module}"))
    except AttributeError:
        return False


def test_the_student_kernel_really_lacks_what_students_do_not_have(released, chapter, packages):
    module, function = next(filter(is_exported, (n.split(".", 1) for n in withheld(chapter.name))))
    released.cells = [
        released.cells[0],
        new_code_cell("import nbgrader"),
        new_code_cell(f"import course_lib.{module} as m; m.__file__"),
        new_code_cell(f"m.{function}(*[0] * m.{function}.__code__.co_argcount)"),
    ]
    messages = run(released)
    assert messages[1:3] == ["ModuleNotFoundError: No module named 'nbgrader'", ""]
    assert messages[3] == f"NotImplementedError: you write this in {chapter.name}"
    assert str(packages) in released.cells[2].outputs[0].data["text/plain"]
