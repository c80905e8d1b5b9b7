"""`course release`: nbgrader's student version, published only if nothing leaks.

nbgrader makes it, with `grading.publish.StudentRelease` as its last step, in a folder of its own.
It is moved to ``release/`` after the leak check, so that a release that leaks is never where
students' files are taken from.
"""

import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions
from traitlets import TraitError
from traitlets.config import Config

from grading.chapters import ANSWERS, NOTEBOOKS
from grading.configuration import load_config
from grading.course_directory import CONFIG_NAME, Course
from grading.engine import convert
from grading.errors import CourseError
from grading.files import write_atomically
from grading.findings import title_of
from grading.leaks import Leak, Lines, file_leaks, notebook_leaks, split_lines
from grading.locking import Part, locked
from grading.publish import README, REQUIREMENTS, StudentRelease
from grading.staging.check import library_leaks
from grading.staging.wheel import find_wheel, read_wheel

STAGING = ".unchecked_release"


class LeakError(CourseError):
    """A release gives something away; `leaks` is what."""

    def __init__(self, chapter: str, leaks: list[Leak]):
        self.leaks = leaks
        listed = "\n".join(f"  {leak}" for leak in leaks)
        remedies = []
        if any(".whl: " not in leak.file for leak in leaks):
            remedies.append(
                "Move these lines into a solution or hidden-test region, or rephrase the public "
                "text."
            )
        if any(".whl: " in leak.file for leak in leaks):
            remedies.append(
                "What is in the wheel, grading/staging/table.py withholds: WRITTEN, GIVES_AWAY."
            )
        super().__init__(
            f"{chapter} is not released: it would give away\n{listed}\n" + "\n".join(remedies)
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
        If nbgrader cannot make it, or another command is at work in the course. An earlier release
        stays as it is.
    """
    student_settings(course)
    staging = course.root / STAGING
    published = course.release(chapter)
    with locked(course, Part.GRADES, "course release"):
        shutil.rmtree(staging, ignore_errors=True)
        settings = Config()
        settings.CourseDirectory.release_directory = STAGING
        try:
            convert(GenerateAssignment, course, chapter, settings=settings)
            folder = staging / chapter
            released = folder / f"{chapter}.ipynb"
            lines = split_lines(nbformat.read(course.source(chapter), as_version=4), stubs(course))
            private = private_texts(chapter, notebooks, answers)
            wheel = _added(folder)
            leaks = (
                notebook_leaks(nbformat.read(released, as_version=4), lines, released.name)
                + wheel_leaks(wheel, chapter, lines, private)
                + file_leaks(
                    folder,
                    released,
                    course.source(chapter).parent,
                    lines,
                    private,
                    made={wheel.name, README, REQUIREMENTS},
                )
            )
            leaks = [one for one in leaks if one.file != wheel.name]  # named by what is in it
            shutil.rmtree(published, ignore_errors=True)
            if leaks:
                raise LeakError(chapter, leaks)
            published.parent.mkdir(parents=True, exist_ok=True)
            folder.replace(published)
            write_index(course)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    files = sorted(
        path.relative_to(published).as_posix() for path in published.rglob("*") if path.is_file()
    )
    return files, len(lines.secret)


def _added(folder: Path) -> Path:
    """Return the wheel of a release, and see that what belongs beside it is there."""
    wheel = find_wheel(folder)
    if wheel is None or not all((folder / name).is_file() for name in (README, REQUIREMENTS)):
        raise CourseError(
            f"The release has no library for its students: c.GenerateAssignment.preprocessors in "
            f'{CONFIG_NAME} must end with "grading.publish.StudentRelease". A new course '
            "directory, made with `course init`, shows how."
        )
    return wheel


def wheel_leaks(wheel: Path, chapter: str, lines: Lines, private: dict[str, str]) -> list[Leak]:
    """Find what a wheel gives away: bodies that are withheld, and lines of the chapter's own.

    Parameters
    ----------
    wheel : Path
        The file.
    chapter : str
        Whose students get it.
    lines, private
        What `file_leaks` looks for.
    """
    files = read_wheel(wheel)
    text = "\n".join(content.decode(errors="replace") for content in files.values())
    said = frozenset(
        re.sub(r"^\s*(>>>|\.\.\.)?\s*", "", line).strip() for line in text.splitlines()
    )
    lines = replace(lines, public=lines.public | said)  # what says nothing may be in the library
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        leaks = file_leaks(folder, None, folder, lines, private)
    leaks += library_leaks(files, chapter)
    return [Leak(f"{wheel.name}: {one.file}", None, one.line, one.what) for one in leaks]


def write_index(course: Course) -> None:
    """Write release/README.md, so that the whole folder can be published: a list of what is in it.

    A README that somebody else has written stays.
    """
    path = course.root / "release" / README
    mark = "<!-- course release -->"
    if path.is_file() and mark not in path.read_text(encoding="utf-8", errors="replace"):
        return
    rows = []
    for folder in sorted(path.parent.iterdir()):
        notebook = folder / f"{folder.name}.ipynb"
        if notebook.is_file():
            title = title_of(nbformat.read(notebook, as_version=4), folder.name)
            readme = folder / README
            text = readme.read_text(encoding="utf-8") if readme.is_file() else ""
            badge = re.search(r"^\[!\[.*\)$", text, re.M)
            where = f"{folder.name}/{notebook.name}"
            rows.append(f"| [{title}]({where}) | {badge[0] if badge else ''} |")
    text = "\n".join(
        [
            mark,
            "# The chapters",
            "",
            "Each folder has a chapter, the library that belongs to it, and a README that says how",
            "to begin, in Colab or on your own computer.",
            "",
            "| Chapter | |",
            "|---|---|",
            *rows,
        ]
    )
    write_atomically(path, text + "\n")


def stubs(course: Course) -> list[str]:
    """Return what nbgrader puts in place of solutions in this course."""
    clearing = ClearSolutions(config=load_config(course))
    return [clearing.text_stub, *clearing.code_stub.values()]


def student_settings(course: Course) -> StudentRelease:
    """Read what the course's configuration says about releases.

    Raises
    ------
    CourseError
        If it says something that cannot be.
    """
    try:
        return StudentRelease(config=load_config(course))
    except TraitError as error:
        raise CourseError(f"{CONFIG_NAME}: {error}") from None


def private_texts(chapter: str, notebooks: Path, answers: Path) -> dict[str, str]:
    """Collect the whole texts that no released file may contain, by what to call them."""
    paths = [notebooks / f"{chapter}.md", *sorted((answers / chapter).rglob("*.py"))]
    return {
        f"{path.parent.name}/{path.name}": path.read_text(encoding="utf-8")
        for path in paths
        if path.is_file()
    }
