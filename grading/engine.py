"""nbgrader in this process: its configuration, its converters and its gradebook.

nbgrader's own commands work on a whole class and stop at the first surprise. Here one converter
runs for one chapter and one student, its log goes to a file, and whatever goes wrong comes back as
one exception with one sentence.
"""

import glob
import logging
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import nbformat
import nbgrader.api
import nbgrader.nbgraderformat.common
from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from nbgrader.api import Base, Gradebook, MissingEntry
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import SAWarning
from sqlalchemy.orm import scoped_session
from traitlets.config import Config

from grading.chapters import group_tests
from grading.configuration import load_config
from grading.course_directory import Course
from grading.errors import CourseError

# nbgrader opens the gradebook ten times for a submission, each time with an engine of its own, and
# SQLAlchemy compiles every query again. Engines that stay keep what they have compiled: saving
# takes half the time. A connection that was lost meanwhile is noticed and made again.
nbgrader.api.create_engine = lru_cache(maxsize=4)(
    partial(nbgrader.api.create_engine, pool_pre_ping=True)
)
_create_tables = Base.metadata.create_all


def _create_missing_tables(bind: Engine) -> None:
    """Ask once which tables there are, instead of once for each table."""
    if not set(Base.metadata.tables) <= set(inspect(bind).get_table_names()):
        _create_tables(bind=bind)


Base.metadata.create_all = _create_missing_tables


def _validate(instance: Any, schema: Mapping[str, Any]) -> None:
    """Check a cell's metadata; jsonschema's own function checks the schema, too, for each cell."""
    error = best_match(validator_for(schema)(schema).iter_errors(instance))
    if error is not None:
        raise error


nbgrader.nbgraderformat.common.jsonschema = SimpleNamespace(validate=_validate)


def open_gradebook(course: Course) -> Gradebook:
    """Open the gradebook the course's configuration names; use it in a `with` statement."""
    directory = CourseDirectory(config=load_config(course))
    with _programs_beside_python():
        return Gradebook(directory.db_url, directory.course_id)


@contextmanager
def gradebook_stays_open() -> Iterator[None]:
    """In this block a gradebook is connected to and checked once, however often it is opened.

    Otherwise that is a quarter of what saving a submission costs.
    """
    opened: dict[tuple[str, str], Gradebook] = {}
    first = Gradebook.__init__

    def start(self: Gradebook, db_url: str, course_id: str = "default_course", *more: Any) -> None:
        if (db_url, course_id) not in opened:
            opened[db_url, course_id] = known = Gradebook.__new__(Gradebook)
            first(known, db_url, course_id, *more)
        known = opened[db_url, course_id]
        vars(self).update(vars(known), db=scoped_session(known.db.session_factory))

    def close(self: Gradebook) -> None:
        self.db.remove()

    try:
        with mock.patch.multiple(Gradebook, __init__=start, close=close):
            yield
    finally:
        for known in opened.values():
            known.close()


def convert(
    converter: type[BaseConverter],
    course: Course,
    chapter: str,
    student: str | None = None,
    settings: Config | None = None,
) -> None:
    """Run one of nbgrader's converters, overwriting what it made before.

    Parameters
    ----------
    converter : type
        `GenerateAssignment`, `Autograde` or `GenerateFeedback`.
    course, chapter
        What to work on.
    student : str, optional
        Only this student's folder.
    settings : Config, optional
        What differs from the course's configuration.

    Raises
    ------
    CourseError
        If nbgrader gives up, with the last line of its explanation.
    """
    config = load_config(course)
    config.merge(settings or Config())
    with (
        _log_to_file(course, chapter) as (log, complaints),
        warnings.catch_warnings(),
        _programs_beside_python(),
    ):
        # nbgrader's own use of SQLAlchemy warns for every new student.
        warnings.simplefilter("ignore", SAWarning)
        try:
            directory = CourseDirectory(
                config=config,
                log=log,
                assignment_id=chapter,
                student_id="*" if student is None else glob.escape(student),
            )
            converter(coursedir=directory, config=config, log=log, force=True).start()
        except (Exception, SystemExit) as error:
            explanation = complaints[0] if complaints else f"{type(error).__name__}: {error}"
            log.exception("The converter gave up.")
            raise CourseError(
                f"nbgrader could not go on: {explanation} (see {course.log(chapter)})"
            ) from error


def released_exercises(course: Course, gradebook: Gradebook, chapter: str) -> dict[str, list[str]]:
    """Map the exercises of a released chapter to their tests, in the order of the notebook.

    Raises
    ------
    CourseError
        If the chapter has not been released yet.
    """
    try:
        notebook = gradebook.find_notebook(chapter, chapter)
    except MissingEntry:
        raise CourseError(
            f"'{chapter}' has not been released yet, so nbgrader does not know its tests: "
            f"run `course release {chapter}` first."
        ) from None
    source = nbformat.read(course.source(chapter), as_version=4)
    order = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in source.cells]
    solutions = [cell.name for cell in notebook.solution_cells]
    return group_tests(
        sorted(solutions, key=lambda name: order.index(name) if name in order else len(order)),
        [cell.name for cell in notebook.grade_cells],
    )


def released_sources(gradebook: Gradebook, chapter: str) -> dict[str, str]:
    """Return the content of every cell that nbgrader kept at the release, by its name."""
    notebook = gradebook.find_notebook(chapter, chapter)
    return {cell.name: cell.source for cell in notebook.source_cells}


def exercise_points(
    gradebook: Gradebook, chapter: str, student: str, exercises: dict[str, list[str]]
) -> dict[str, tuple[float, float]] | None:
    """Read a student's points from the gradebook.

    Returns
    -------
    dict or None
        For each exercise, its points and the most it can give. None if the gradebook has no
        submission of this student.
    """
    try:
        submission = gradebook.find_submission_notebook(chapter, chapter, student)
    except MissingEntry:
        return None
    grades = {grade.name: grade for grade in submission.grades}
    return {
        exercise: (
            sum(grades[test].score or 0.0 for test in tests),
            sum(grades[test].max_score for test in tests),
        )
        for exercise, tests in exercises.items()
    }


@contextmanager
def _programs_beside_python() -> Iterator[None]:
    """Let nbgrader find `alembic`, which it calls to make a new gradebook, beside this Python."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


class _Complaints(logging.Handler):
    """Keeps the last line of every error that is logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record's last line."""
        message = record.getMessage().strip()
        if "\n" in message:
            self.lines.insert(0, message.splitlines()[-1])
        else:
            self.lines.append(message)


@contextmanager
def _log_to_file(course: Course, chapter: str) -> Iterator[tuple[logging.Logger, list[str]]]:
    """Yield a logger of our own, whatever the process's logging looks like, and its errors."""
    path = course.log(chapter)
    path.parent.mkdir(parents=True, exist_ok=True)
    log = logging.Logger("nbgrader", logging.INFO)
    to_file = logging.FileHandler(path, encoding="utf-8")
    to_file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    complaints = _Complaints()
    log.addHandler(to_file)
    log.addHandler(complaints)
    try:
        yield log, complaints.lines
    finally:
        to_file.close()
