"""What graders add to `course_lib.handing_in`: the list of cells at the release, `course check`."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from course_lib.handing_in.checking import check
from course_lib.handing_in.manifest import Manifest, manifest_of, read_manifest, write_manifest
from course_lib.handing_in.reading import read_notebook
from course_lib.handing_in.report import Level, Report
from course_lib.handing_in.running import Run
from grading.chapters import match_name
from grading.configuration import load_config
from grading.course_directory import Course
from grading.errors import CourseError
from grading.execution import Runner, Settings
from grading.preprocessors import CourseExecute
from grading.staging.wheel import released_library
from grading.task import library_folder, packed, unpacked


class WriteManifest(NbGraderPreprocessor):
    """Writes the list of a release's cells into the released notebook: the last preprocessor."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Put the list into the metadata, with the time limits of the course."""
        limits = CourseExecute(config=self.config)
        manifest = manifest_of(
            nb,
            resources["nbgrader"]["notebook"],
            cell_timeout=limits.timeout,
            notebook_timeout=limits.notebook_timeout,
        )
        write_manifest(nb, manifest)
        return nb, resources


def release_manifest(course: Course, chapter: str) -> Manifest:
    """Return the list of cells of a chapter's release.

    Raises
    ------
    CourseError
        If the chapter has not been released.
    """
    path = course.release(chapter) / f"{chapter}.ipynb"
    if not path.is_file():
        raise CourseError(
            f"'{chapter}' has not been released yet: run `course release {chapter}` first."
        )
    released = nbformat.read(path, as_version=4)
    return read_manifest(released) or manifest_of(released, chapter)


def chapter_of(course: Course, path: Path) -> str | None:
    """Find out which chapter of a course a notebook belongs to: by what it carries, or its name."""
    chapters = course.chapters()
    try:
        manifest = read_manifest(read_notebook(path))
    except ValueError:
        manifest = None
    if manifest is not None and manifest.chapter in chapters:
        return manifest.chapter
    try:
        return match_name(path.stem, chapters)
    except CourseError:
        return None


def check_submission(
    path: Path,
    files: Iterable[Path] = (),
    course: Course | None = None,
    chapter: str | None = None,
    run: bool = True,
    unsafe: bool = False,
) -> Report:
    """Tell what `course grade` will see in a notebook, as students are told.

    Parameters
    ----------
    path, files
        The notebook, and what is handed in with it.
    course : Course, optional
        Compare with its release; with what the notebook says about its release otherwise.
    chapter : str, optional
        Which chapter it is, if the notebook and its name do not say so.
    run : bool
        Whether to run it, contained as in `course grade`.
    unsafe : bool
        Go on where nothing can be isolated.

    Raises
    ------
    CourseError
        If the chapter has not been released, or nothing can be isolated.
    """
    settings, library = Settings(), {}
    if course is not None:
        settings = CourseExecute(config=load_config(course)).settings()
        chapter = chapter or chapter_of(course, path)
    if run and settings.mechanism == "none" and not unsafe:
        raise CourseError(
            "This machine cannot isolate what it runs, and a student's notebook may do anything. "
            "If you trust this one, say --unsafe; --no-run only looks at it."
        )
    release = None
    if course is not None and chapter is not None:
        release = release_manifest(course, chapter)
        library = released_library(course.release(chapter), chapter)
    hidden = course.private() if course is not None else ()
    contained = _contained(settings, library, hidden) if run else False
    try:
        report = check(path, files, release, run=contained)
    except ValueError as error:
        raise CourseError(str(error)) from None
    if release is not None and path.is_file():
        _compare_releases(path, release, report)
    return report


def _contained(settings: Settings, library: Mapping[str, bytes], hidden: tuple[str, ...]) -> Run:
    """Return what runs a notebook as graders do, except that tests are in the same kernel."""

    def run(notebook: NotebookNode, files: Iterable[Path]) -> NotebookNode:
        beside = {}
        for file in files:
            if file.is_dir():
                inside = packed(file)
                beside |= {f"{file.name}/{name}": content for name, content in inside.items()}
            else:
                beside[file.name] = file.read_bytes()
        with unpacked(beside) as folder, library_folder(library) as ours:
            runner = Runner(notebook, settings, folder=folder, library=ours, hidden=hidden)
            return runner.run()

    return run


def _compare_releases(path: Path, release: Manifest, report: Report) -> None:
    """Say so if a notebook was made from another release than the one that is graded with."""
    try:
        theirs = read_manifest(read_notebook(path))
    except ValueError:
        return
    if theirs is not None and theirs.digest != release.digest:
        report.add(
            Level.NOTE,
            f"it was made from another release of {release.chapter} ({theirs.digest}; the current "
            f"one is {release.digest}): graders use the tests of the current one",
        )
