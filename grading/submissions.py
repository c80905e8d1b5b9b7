"""What was handed in, and whether it can be graded at all.

nbgrader stops the whole class at the first notebook with a copied cell or foreign metadata, and
gives no score, without a word, for a test cell that lost its metadata. So every submission is read
here first. Nothing in ``submitted/`` is ever written.
"""

import json
from collections import Counter
from pathlib import Path

import nbformat
from nbformat import NotebookNode, ValidationError

from grading.course_directory import Course
from grading.results import Status

SCHEMA_VERSION = 3


def students_in(submitted: Path) -> set[str]:
    """List who has a folder in ``submitted/``, whatever is in it."""
    if not submitted.is_dir():
        return set()
    return {
        path.name for path in submitted.iterdir() if path.is_dir() and not path.name.startswith(".")
    }


def inspect(
    course: Course, chapter: str, student: str, exercises: dict[str, list[str]]
) -> tuple[Status, str] | None:
    """Look at a submission before it is run.

    Parameters
    ----------
    course, chapter, student
        Whose submission of what.
    exercises : dict
        The exercises that were released, with the names of their tests.

    Returns
    -------
    tuple or None
        Why it cannot be graded: a status and a sentence for the student. None if it can.
    """
    path = course.submission(student, chapter)
    expected = path.relative_to(course.root).as_posix()
    if not path.is_file():
        return Status.MISSING, f"Expected {expected}; {_found_instead(course, student)}."
    try:
        notebook = read_notebook(path)
    except ValueError as error:
        return Status.UNREADABLE, f"{expected} cannot be read: {error}"
    problem = metadata_problem(notebook, exercises)
    return (Status.FAILED, problem) if problem else None


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook that anyone may have damaged.

    Raises
    ------
    ValueError
        If it is not a notebook, with the reason in words.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise ValueError("it is not text in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise ValueError(
            f"line {error.lineno}, column {error.colno}: {error.msg} "
            "(is it cut off? hand in the file as Jupyter saved it)."
        ) from None
    except RecursionError:
        raise ValueError("its JSON is nested too deeply.") from None
    except OSError as error:
        raise ValueError(f"{error.strerror}.") from None
    if not isinstance(content, dict) or "nbformat" not in content:
        raise ValueError("it is JSON, but not a notebook (it has no nbformat).")
    try:
        notebook = nbformat.reads(json.dumps(content), as_version=4)
        nbformat.validate(notebook)
    except ValidationError as error:
        raise ValueError(f"it is not a valid notebook: {error.message[:200]}") from None
    except Exception as error:
        raise ValueError(f"it is not a notebook that can be read: {error}") from None
    return notebook


def metadata_problem(notebook: NotebookNode, exercises: dict[str, list[str]]) -> str | None:
    """Say what is wrong with the nbgrader metadata of a submission, if anything.

    Parameters
    ----------
    notebook : NotebookNode
        The submission.
    exercises : dict
        The exercises that were released, with the names of their tests.
    """
    roles = dict.fromkeys(exercises, "solution")
    roles |= {test: "grade" for tests in exercises.values() for test in tests}
    counts: Counter[str] = Counter()
    for number, cell in enumerate(notebook.cells, start=1):
        if "nbgrader" not in cell.metadata:
            continue
        metadata = cell.metadata["nbgrader"]
        name = metadata.get("grade_id") if isinstance(metadata, dict) else None
        if not isinstance(name, str):
            return f"Cell {number} has nbgrader metadata without a grade_id."
        version = metadata.get("schema_version")
        if version != SCHEMA_VERSION:
            return (
                f"The metadata of cell {number} ('{name}') says schema_version {version}, "
                f"expected {SCHEMA_VERSION}: paste the answers into a fresh copy of the notebook."
            )
        flags = {flag: metadata.get(flag) for flag in ("grade", "solution")}
        if name in roles and flags != {flag: flag == roles[name] for flag in flags}:
            return (
                f"The metadata of cell {number} ('{name}') was changed: "
                "paste the answers into a fresh copy of the notebook."
            )
        counts[name] += 1
    copied = [name for name, count in counts.items() if count > 1]
    if copied:
        return f"These cells are in the notebook more than once: {', '.join(copied)}. Keep one."
    lost = [name for name in roles if name not in counts]
    if lost:
        return (
            f"These cells are missing or have lost their metadata: {', '.join(lost)}. "
            "Paste the answers into a fresh copy of the notebook."
        )
    return None


def _found_instead(course: Course, student: str) -> str:
    """Say what a student's folder holds, to explain why a file was not found."""
    folder = course.submitted / student
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        return "nothing was handed in"
    names = [path.relative_to(course.root).as_posix() for path in files]
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"found {', '.join(names[:5])}{more}"
