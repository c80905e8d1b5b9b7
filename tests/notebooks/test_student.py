"""A released chapter in a student's hands: with course_lib and what it needs, and nothing else."""

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

from grading.chapters import chapter_names, load_chapter
from grading.course_directory import Course
from grading.initialise import init_course
from grading.kernels import kernel_environment
from grading.release import release

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


@pytest.fixture
def released(chapter, tmp_path):
    init_course(tmp_path / "course")
    course = Course(tmp_path / "course")
    release(course, chapter.name)
    notebook = nbformat.read(course.release(chapter.name) / f"{chapter.name}.ipynb", as_version=4)
    notebook.cells.insert(0, new_code_cell(ONLY_WHAT_STUDENTS_HAVE))
    return notebook


def run(notebook):
    """Run all cells, whatever they raise, and return the error message of each code cell or ''."""
    NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=300,
        allow_errors=True,
        extra_arguments=["--log-level=ERROR"],
    ).execute(env=kernel_environment())
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


def test_the_reference_answers_pasted_in_run_clean(released, chapter):
    reference = {one.name: chapter.source_of(one) for one in chapter.exercises}
    for cell in released.cells:
        metadata = cell.metadata.get("nbgrader", {})
        if metadata.get("solution"):
            cell.source = reference[metadata["grade_id"]]
    assert [message for message in run(released) if message] == []


def test_the_student_kernel_really_lacks_what_students_do_not_have(released):
    released.cells = [released.cells[0], new_code_cell("import nbgrader")]
    assert run(released) == ["", "ModuleNotFoundError: No module named 'nbgrader'"]
