"""`course feedback`: the page that each student gets back."""

from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat.v4 import new_notebook
from nbgrader.converters import GenerateFeedback
from traitlets.config import Config

from grading.course_directory import Course
from grading.engine import convert
from grading.errors import CourseError
from grading.feedback_page import FeedbackPage
from grading.feedback_summary import Summary, status_words
from grading.files import write_atomically
from grading.findings import title_of
from grading.results import Result, load_results


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
    """Write feedback for everyone who handed in something.

    Where nothing could be graded, the page says why.

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
    others = ungraded(course, chapter, students)
    if not students and not others:
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
    for result in others:
        on_student(result.student)
        page = course.feedback(result.student, chapter)
        write_atomically(page, status_page(course, chapter, result))
        pages.append(page)
    return sorted(pages), problems


def ungraded(course: Course, chapter: str, graded: list[str]) -> list[Result]:
    """List the results of those who handed in something, none of which could be graded."""
    return [
        one
        for one in load_results(course.results(chapter))
        if one.student not in graded
        and one.score is None
        and any(path.is_file() for path in (course.submitted / one.student).rglob("*"))
    ]


def status_page(course: Course, chapter: str, result: Result) -> str:
    """Make the page of a student without a notebook to show: only how grading went."""
    source = nbformat.read(course.source(chapter), as_version=4)
    title = title_of(source, chapter)
    summary = Summary(chapter, title, result.student, *status_words(result, graded=False))
    resources = {"course": summary, "inlining": {"css": []}}
    page, _ = FeedbackPage().from_notebook_node(new_notebook(), resources)
    return page
