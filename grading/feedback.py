"""`course feedback`: the page that each graded student gets back."""

from collections.abc import Callable
from pathlib import Path

from nbgrader.converters import GenerateFeedback
from traitlets.config import Config

from grading.course_directory import Course
from grading.engine import convert
from grading.errors import CourseError


def graded_students(course: Course, chapter: str) -> list[str]:
    """List who has an autograded notebook."""
    return sorted(
        path.parent.parent.name
        for path in course.root.glob("autograded/*/*/*.ipynb")
        if path == course.autograded(path.parent.parent.name, chapter)
    )


def feedback(
    course: Course,
    chapter: str,
    on_student: Callable[[str], None] = lambda student: None,
    show_hidden_tests: bool = False,
) -> tuple[list[Path], dict[str, str]]:
    """Write feedback for everyone who has an autograded notebook.

    Parameters
    ----------
    course, chapter
        What was graded.
    on_student : callable
        Called with each student's name before their page is written.
    show_hidden_tests : bool
        Whether pages show the source of hidden tests, and not only what they found.

    Returns
    -------
    pages : list of Path
        The pages that were written.
    problems : dict
        Why there is no page, for each student that nbgrader could not write one for.

    Raises
    ------
    CourseError
        If nobody has been graded.
    """
    students = graded_students(course, chapter)
    if not students:
        raise CourseError(
            f"Nobody has an autograded notebook for '{chapter}': "
            f"run `course grade {chapter}` first."
        )
    settings = Config({"HideTests": {"show": show_hidden_tests}})
    pages, problems = [], {}
    for student in students:
        on_student(student)
        try:
            convert(GenerateFeedback, course, chapter, student, settings)
        except CourseError as error:
            problems[student] = str(error)
        else:
            pages.append(course.feedback(student, chapter))
    return pages, problems
