"""What was handed in, and whether it can be graded at all.

nbgrader stops the whole class at the first file that is not a notebook. So every submission is read
here first. Nothing in ``submitted/`` is ever written.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from course_lib.handing_in.reading import read_notebook
from grading.course_directory import Course
from grading.results import Status

#: The most there may be in a notebook's folder, in bytes.
LARGEST_FOLDER = 256 * 1024**2


@dataclass(frozen=True)
class Unreadable:
    """Why there is nothing to grade: a status and a sentence for the student."""

    status: Status
    reason: str


def students_in(submitted: Path) -> set[str]:
    """List who has a folder in ``submitted/``, whatever is in it."""
    if not submitted.is_dir():
        return set()
    return {
        path.name for path in submitted.iterdir() if path.is_dir() and not path.name.startswith(".")
    }


def read_submission(course: Course, chapter: str, student: str) -> NotebookNode | Unreadable:
    """Read the notebook that a student handed in, or say why that cannot be done."""
    path = course.submission(student, chapter)
    expected = path.relative_to(course.root).as_posix()
    for part in (path, path.parent, path.parent.parent):
        if part.is_symlink():
            return Unreadable(Status.UNREADABLE, f"{expected} is a link, not what was handed in.")
    if not path.is_file():
        return Unreadable(
            Status.MISSING, f"Expected {expected}; {_found_instead(course, student)}."
        )
    problem = _unfit_beside(path.parent)
    if problem:
        return Unreadable(Status.UNREADABLE, problem)
    try:
        return read_notebook(path)
    except ValueError as error:
        return Unreadable(Status.UNREADABLE, f"{expected} cannot be read: {error}")


def _unfit_beside(folder: Path) -> str:
    """Say what is wrong with a submission's folder; nbgrader copies whatever is in it.

    It follows links, also those to the gradebook, and to devices that never end.
    """
    size = 0
    for top, folders, names in os.walk(folder):
        for name in (*folders, *names):
            status = os.lstat(os.path.join(top, name))
            if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
                shown = os.fsencode(name).decode(errors="replace")
                return f"'{shown}' beside the notebook is a link or no file: hand in files only."
            size += status.st_size
    if size > LARGEST_FOLDER:
        return f"Its folder is larger than {LARGEST_FOLDER // 1024**2} MB."
    return ""


def _found_instead(course: Course, student: str) -> str:
    """Say what a student's folder holds, to explain why a file was not found."""
    folder = course.submitted / student
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        return "nothing was handed in"
    names = [path.relative_to(course.root).as_posix() for path in files]
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"found {', '.join(names[:5])}{more}"
