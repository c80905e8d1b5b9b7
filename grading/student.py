"""A release in a student's hands: the library installed from its wheel, the notebook run.

The kernel is an ordinary one on this machine, so only answers that you trust belong here.
"""

import copy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from grading.errors import CourseError
from grading.kernels import ORDINARY_RUN, kernel_environment
from grading.staging.wheel import find_wheel


def filled_in(notebook: NotebookNode, answers: Mapping[str, str]) -> NotebookNode:
    """Return a released notebook with answers in its solution cells, by the exercise's name."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        metadata = cell.metadata.get("nbgrader", {})
        if metadata.get("solution"):
            cell.source = answers.get(metadata["grade_id"], cell.source)
    return notebook


def work_through(
    release: Path, chapter: str, answers: Mapping[str, str], timeout: int = 600
) -> tuple[NotebookNode, list[str]]:
    """Install a release as a student does, fill in answers and run all cells.

    Parameters
    ----------
    release : Path
        The folder that students get; it is copied, not changed.
    chapter : str
        The chapter in it.
    answers : mapping
        What to answer, by exercise.
    timeout : int
        Seconds that one cell may take.

    Returns
    -------
    notebook : NotebookNode
        The executed notebook.
    errors : list of str
        What its cells raised.
    """
    with tempfile.TemporaryDirectory(prefix="course-student-") as name:
        folder = Path(name, chapter)
        shutil.copytree(release, folder)
        notebook = nbformat.read(folder / f"{chapter}.ipynb", as_version=4)
        notebook = filled_in(notebook, answers)
        with installed_wheel(folder) as packages:
            NotebookClient(
                notebook,
                **ORDINARY_RUN,
                timeout=timeout,
                allow_errors=True,
                resources={"metadata": {"path": str(folder)}},
            ).execute(env=kernel_environment(PYTHONPATH=str(packages)))
    return notebook, errors_in(notebook)


@contextmanager
def installed_wheel(release: Path) -> Iterator[Path]:
    """Install the library of a release with pip into a folder of its own, and yield that.

    Raises
    ------
    CourseError
        If there is no wheel, or pip cannot install it.
    """
    wheel = find_wheel(release)
    if wheel is None:
        raise CourseError(f"{release} has no course_lib. Release the chapter again.")
    with tempfile.TemporaryDirectory(prefix="course-packages-") as folder:
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
        done = subprocess.run(
            [*pip, "install", "--no-index", "--no-deps", "--target", folder, str(wheel)],
            capture_output=True,
            text=True,
        )
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise CourseError(f"pip cannot install {wheel.name}: {last}")
        yield Path(folder)


def errors_in(notebook: NotebookNode) -> list[str]:
    """List the errors that the cells of an executed notebook show."""
    return [
        f"{output.ename}: {output.evalue}"
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]
