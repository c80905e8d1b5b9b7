"""`course init`: a standard nbgrader course directory with all chapters in it."""

import shutil
from pathlib import Path

from grading.chapters import NOTEBOOKS, chapter_names
from grading.configuration import TEMPLATE
from grading.course_directory import Course
from grading.engine import open_gradebook
from grading.errors import CourseError


def init_course(folder: Path, notebooks: Path = NOTEBOOKS) -> tuple[Course, list[str]]:
    """Make a course directory, or add what is missing to one.

    Parameters
    ----------
    folder : Path
        A new or empty folder, or a course directory made earlier: there only chapters that are
        missing are added, and nothing is overwritten.
    notebooks : Path
        The folder with the chapters. Their executed notebooks are copied, never the MyST source.

    Returns
    -------
    course : Course
    added : list of str
        The chapters that were added.

    Raises
    ------
    CourseError
        If the folder holds something else, or a chapter has not been built.
    """
    course = Course(folder.resolve())
    if course.root.exists() and not course.root.is_dir():
        raise CourseError(f"{folder} is a file: name a folder.")
    if course.root.is_dir() and any(course.root.iterdir()) and not course.config_path.exists():
        raise CourseError(
            f"{folder} is not empty and is not a course directory: name an empty or a new folder."
        )
    missing = [name for name in chapter_names(notebooks) if not course.source(name).exists()]
    for name in missing:
        if not (notebooks / f"{name}.ipynb").exists():
            raise CourseError(f"{name}.ipynb is missing: run `course build {name}` first.")

    course.submitted.mkdir(parents=True, exist_ok=True)
    if not course.config_path.exists():
        shutil.copyfile(TEMPLATE, course.config_path)
    for name in missing:
        course.source(name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(notebooks / f"{name}.ipynb", course.source(name))
    open_gradebook(course).close()
    return course, missing
