"""Submissions to the tiny chapter: whole ones, broken ones, and those that try something."""

import copy
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grading.chapters import Chapter
from grading.course_directory import Course
from grading.results import Result


@dataclass(frozen=True)
class GradedClass:
    course: Course
    results: dict[str, Result]
    before: dict[str, bytes]
    seen: list[str]


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def answered(notebook: NotebookNode, **answers: str) -> NotebookNode:
    """Fill answers into the solution cells of a notebook, by their grade_id."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in answers:
            cell.source = answers[name]
    return notebook


def reference(chapter: Chapter) -> dict[str, str]:
    """The reference answers, by exercise."""
    return {one.name: chapter.source_of(one) for one in chapter.exercises}


def cell_called(notebook: NotebookNode, name: str) -> NotebookNode:
    return next(
        cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name
    )


def hand_in(course: Course, student: str, submission: NotebookNode | str | bytes) -> Path:
    """Put a notebook, or any content, where a student's submission goes."""
    path = course.submission(student, "01_tiny")
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(submission, bytes):
        path.write_bytes(submission)
    else:
        path.write_text(submission if isinstance(submission, str) else json.dumps(submission))
    return path


def blank_of(course: Course) -> NotebookNode:
    """The release, as students get it."""
    return read(course.release("01_tiny") / "01_tiny.ipynb")


STUBBORN = """\
def halve(x):
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        pass
"""

WARNING = """\
def square(x):
    import warnings
    warnings.warn("squaring is slow")
    return x * x
"""

DISPLAYING = """\
def square(x):
    import sys
    sys.displayhook("ok")
    return -1
"""

NUMBER = """\
def halve(x):
    import sys
    sys.displayhook(0.25)
    return x / 2
"""


def tagged(notebook: NotebookNode) -> NotebookNode:
    """Ask the kernel's client to skip the tests: no outputs would be full marks."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        cell.metadata["tags"] = ["skip-execution", "raises-exception"]
    return notebook


def with_copied_cell(notebook: NotebookNode) -> NotebookNode:
    notebook = copy.deepcopy(notebook)
    copied = copy.deepcopy(cell_called(notebook, "halve"))
    copied.id = "copied-cell"
    notebook.cells.append(copied)
    return notebook


def with_metadata(notebook: NotebookNode, name: str, **changes) -> NotebookNode:
    notebook = copy.deepcopy(notebook)
    cell_called(notebook, name).metadata.nbgrader.update(changes)
    return notebook


def stripped(notebook: NotebookNode) -> NotebookNode:
    notebook = copy.deepcopy(notebook)
    del cell_called(notebook, "test_square").metadata["nbgrader"]
    del cell_called(notebook, "halve").metadata["nbgrader"]
    return notebook


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, with what is in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy_of(course: Course, folder: Path) -> Course:
    """Copy a course into a new folder."""
    shutil.copytree(course.root, folder)
    return Course(folder)


def processes_that_say(text):
    """List the processes with this text in their command line."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdecimal() and int(name) != os.getpid():
            try:
                with open(f"/proc/{name}/cmdline", "rb") as stream:
                    if text.encode() in stream.read():
                        found.append(int(name))
            except OSError:
                continue
    return found
