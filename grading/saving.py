"""Saving one executed submission: nbgrader's own pipeline, without the execution.

The notebook is marked in a folder of its own, which takes the place of the old one when everything
is done. So ``autograded/`` never has half a submission, and its grades come in one transaction.
"""

import shutil
from pathlib import Path

import nbformat
from nbgrader.converters import Autograde
from traitlets.config import Config

from grading.course_directory import Course
from grading.engine import convert, load_config
from grading.preprocessors import InsertOutputs

#: Where submissions are marked, below the course's root.
STAGING = ".grading"


def save_submission(course: Course, chapter: str, student: str, executed: str) -> None:
    """Mark an executed notebook and put its grades into the gradebook.

    Parameters
    ----------
    course, chapter, student
        Whose submission of what.
    executed : str
        The repaired notebook with its outputs.

    Raises
    ------
    CourseError
        If nbgrader gives up; the student's earlier grades and files are as they were.
    """
    staging = course.root / STAGING
    settings = Config()
    settings.CourseDirectory.autograded_directory = STAGING
    usual = load_config(course).Autograde.autograde_preprocessors
    settings.Autograde.autograde_preprocessors = [
        inserting(executed) if one == "grading.preprocessors.CourseExecute" else one
        for one in usual
    ]
    try:
        convert(Autograde, course, chapter, student, settings)
        replace_folder(staging / student / chapter, course.autograded(student, chapter).parent)
    finally:
        shutil.rmtree(staging / student, ignore_errors=True)


def inserting(executed: str) -> type[InsertOutputs]:
    """Make a preprocessor that inserts the outputs of this notebook."""
    cells = nbformat.reads(executed, as_version=4).cells
    outputs = tuple(
        (cell.source, cell.get("outputs", []), cell.get("execution_count")) for cell in cells
    )
    return type("InsertThese", (InsertOutputs,), {"outputs": outputs})


def replace_folder(new: Path, place: Path) -> None:
    """Move a folder to its place; the one that was there goes once the new one is there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    old = new.with_name(f"{new.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)
