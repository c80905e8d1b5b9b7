"""`course grade`: one result for every student, whatever the submissions do."""

from collections.abc import Callable

import nbformat
from nbgrader.converters import Autograde
from traitlets.config import Config

from grading.course_directory import Course
from grading.engine import convert, exercise_points, open_gradebook, released_exercises
from grading.errors import CourseError
from grading.execution import outcome
from grading.results import Result, Status, load_results, save_results
from grading.submissions import inspect, students_in


def grade(
    course: Course,
    chapter: str,
    student: str | None = None,
    cell_timeout: int | None = None,
    notebook_timeout: int | None = None,
    on_student: Callable[[str], None] = lambda student: None,
) -> list[Result]:
    """Grade what was handed in for a chapter, student by student.

    Parameters
    ----------
    course, chapter
        What to grade.
    student : str, optional
        Only this student; the others' results stay as they are.
    cell_timeout, notebook_timeout : int, optional
        Seconds a cell, and a whole notebook, may take. The course's configuration otherwise.
    on_student : callable
        Called with each student's name before the work on their submission begins.

    Returns
    -------
    list of Result
        One for each student, also written to ``reports/<chapter>/results.json``.
    """
    settings = Config()
    if cell_timeout is not None:
        settings.CourseExecute.timeout = cell_timeout
    if notebook_timeout is not None:
        settings.CourseExecute.notebook_timeout = notebook_timeout
    with open_gradebook(course) as gradebook:
        exercises = released_exercises(course, gradebook, chapter)
    students = known_students(course)
    if student is not None and student not in students:
        raise CourseError(
            f"There is no student '{student}': neither in {course.submitted} nor in the gradebook."
        )
    results = {result.student: result for result in load_results(course.results(chapter))}
    chosen = students if student is None else [student]
    for one in chosen:
        on_student(one)
        results[one] = _grade_one(course, chapter, one, exercises, settings)
        save_results(course.results(chapter), results.values())
    results = {one: results[one] for one in sorted(results) if one in students}
    save_results(course.results(chapter), results.values())
    return list(results.values())


def known_students(course: Course) -> list[str]:
    """List everyone with a folder in ``submitted/`` or an entry in the gradebook."""
    with open_gradebook(course) as gradebook:
        enrolled = {student.id for student in gradebook.students}
    return sorted(enrolled | students_in(course.submitted))


def _grade_one(
    course: Course, chapter: str, student: str, exercises: dict[str, list[str]], settings: Config
) -> Result:
    """Grade one student; whatever happens becomes the result."""
    try:
        problem = inspect(course, chapter, student, exercises)
        if problem:
            return Result(student, *problem)
        convert(Autograde, course, chapter, student, settings)
        executed = nbformat.read(course.autograded(student, chapter), as_version=4)
        status, reason = outcome(executed)
        with open_gradebook(course) as gradebook:
            points = exercise_points(gradebook, chapter, student, exercises)
    except (Exception, SystemExit) as error:
        explanation = str(error) or type(error).__name__
        return Result(student, Status.FAILED, f"Grading itself failed: {explanation}")
    return scored(Result(student, status, reason), points or {})


def scored(result: Result, points: dict[str, tuple[float, float]]) -> Result:
    """Return a result with these points: for each exercise what it earned and its maximum."""
    return Result(
        result.student,
        result.status,
        result.reason,
        {exercise: got for exercise, (got, _) in points.items()},
        sum(got for got, _ in points.values()),
        sum(most for _, most in points.values()),
    )
