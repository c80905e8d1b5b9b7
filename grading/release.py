"""`course release`: nbgrader's student version, published only if nothing leaks.

The release is made in a folder of its own and moved to ``release/`` after the leak check, so that
a release that leaks is never where students' files are taken from.
"""

import shutil
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateAssignment
from traitlets.config import Config

from grading.chapters import ANSWERS, NOTEBOOKS
from grading.course_directory import Course
from grading.engine import convert
from grading.errors import CourseError
from grading.leaks import Leak, file_leaks, notebook_leaks, split_lines

STAGING = ".unchecked_release"


class LeakError(CourseError):
    """A release gives something away; `leaks` is what."""

    def __init__(self, chapter: str, leaks: list[Leak]):
        self.leaks = leaks
        listed = "\n".join(f"  {leak}" for leak in leaks)
        super().__init__(
            f"{chapter} is not released: it would give away\n{listed}\n"
            "Move these lines into a solution or hidden-test region, or rephrase the public text."
        )


def release(
    course: Course, chapter: str, notebooks: Path = NOTEBOOKS, answers: Path = ANSWERS
) -> tuple[list[str], int]:
    """Make the student version of a chapter.

    Parameters
    ----------
    course, chapter
        What to release.
    notebooks, answers : Path
        Where the MyST source and the answer bank are: no released file may contain them.

    Returns
    -------
    files : list of str
        What students get, relative to the release folder.
    secrets : int
        How many secret lines were looked for.

    Raises
    ------
    LeakError
        If the release gives anything away. There is no release then, not even an earlier one.
    CourseError
        If nbgrader cannot make it. An earlier release stays as it is.
    """
    staging = course.root / STAGING
    published = course.release(chapter)
    shutil.rmtree(staging, ignore_errors=True)
    settings = Config()
    settings.CourseDirectory.release_directory = STAGING
    try:
        convert(GenerateAssignment, course, chapter, settings=settings)
        folder = staging / chapter
        released = folder / f"{chapter}.ipynb"
        lines = split_lines(nbformat.read(course.source(chapter), as_version=4))
        leaks = notebook_leaks(
            nbformat.read(released, as_version=4), lines, released.name
        ) + file_leaks(
            folder,
            released,
            course.source(chapter).parent,
            lines,
            private_texts(chapter, notebooks, answers),
        )
        shutil.rmtree(published, ignore_errors=True)
        if leaks:
            raise LeakError(chapter, leaks)
        published.parent.mkdir(parents=True, exist_ok=True)
        folder.replace(published)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    files = sorted(
        path.relative_to(published).as_posix() for path in published.rglob("*") if path.is_file()
    )
    return files, len(lines.secret)


def private_texts(chapter: str, notebooks: Path, answers: Path) -> dict[str, str]:
    """Collect the whole texts that no released file may contain, by what to call them."""
    paths = [notebooks / f"{chapter}.md", *sorted((answers / chapter).rglob("*.py"))]
    return {
        f"{path.parent.name}/{path.name}": path.read_text(encoding="utf-8")
        for path in paths
        if path.is_file()
    }
