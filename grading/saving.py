"""Saving one executed submission: nbgrader's own pipeline, without the execution.

The notebook is marked in a folder of its own, which takes the place of the old one when everything
is done. So ``autograded/`` never has half a submission, and its grades come in one transaction.
"""

import shutil
from dataclasses import replace
from pathlib import Path

import nbformat
from nbgrader.converters import Autograde
from traitlets.config import Config

from grading.configuration import load_config
from grading.course_directory import Course
from grading.engine import convert, exercise_points, open_gradebook
from grading.preprocessors import InsertOutputs
from grading.regrading import Change, changes_of, digests, earlier_marks, marks_of
from grading.results import Result, Status
from grading.task import Report, Task

#: Where submissions are marked, below the course's root.
STAGING = ".grading"


def save_report(
    course: Course,
    task: Task,
    report: Report | Exception,
    repairs: list[str],
    exercises: dict[str, list[str]],
    earlier: Result | None,
) -> tuple[Result, list[Change]]:
    """Put one report into the gradebook; whatever happens becomes the result.

    Also returns what it changed for somebody whose `earlier` result is known.
    """
    chapter, student = task.chapter, task.student
    try:
        if isinstance(report, Exception):
            raise report
        cells = digests(nbformat.reads(task.notebook, as_version=4))
        with open_gradebook(course) as gradebook:
            before = earlier_marks(marks_of(gradebook, chapter, student), earlier)
        save_submission(course, chapter, student, report.notebook)
        with open_gradebook(course) as gradebook:
            points = exercise_points(gradebook, chapter, student, exercises)
            after = marks_of(gradebook, chapter, student)
        changes = changes_of(
            student, exercises, before, after, earlier.cells if earlier else {}, cells
        )
    except (Exception, SystemExit) as error:
        explanation = str(error) or type(error).__name__
        return Result(student, Status.FAILED, f"Grading itself failed: {explanation}"), []
    status = Status(report.status)
    if repairs and status == Status.GRADED:
        status = Status.REPAIRED
    result = Result(
        student,
        status,
        report.reason,
        key=task.key,
        repairs=tuple(repairs),
        seconds=round(report.seconds, 3),
        isolation=report.isolation,
        cells=cells,
        tests={test: grade.automatic for test, grade in after.items()},
    )
    return scored(result, points or {}), changes


def scored(result: Result, points: dict[str, tuple[float, float]]) -> Result:
    """Return a result with these points: for each exercise what it earned and its maximum."""
    return replace(
        result,
        points={exercise: got for exercise, (got, _) in points.items()},
        score=sum(got for got, _ in points.values()),
        max_score=sum(most for _, most in points.values()),
    )


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
    settings.Exporter.optimistic_validation = True  # once, not after every preprocessor
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
