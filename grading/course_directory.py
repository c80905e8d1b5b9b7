"""An nbgrader course directory: where everything in it is.

::

    nbgrader_config.py    makes it a course directory
    gradebook.db          nbgrader's scores
    source/CHAPTER/       the instructor's notebook
    release/CHAPTER/      what students get
    submitted/STUDENT/CHAPTER/CHAPTER.ipynb
    autograded/STUDENT/CHAPTER/
    feedback/STUDENT/CHAPTER/
    reports/CHAPTER/      results.json, changes.jsonl, nbgrader.log, grades.csv, statistics
    .locks/               who is at work in it (see `grading.locking`)
"""

from dataclasses import dataclass
from pathlib import Path

from grading.chapters import NOTEBOOKS, imported_modules, match_name
from grading.errors import CourseError

CONFIG_NAME = "nbgrader_config.py"


@dataclass(frozen=True)
class Course:
    """A course directory, by its root folder."""

    root: Path

    @property
    def config_path(self) -> Path:
        """The configuration of nbgrader."""
        return self.root / CONFIG_NAME

    @property
    def submitted(self) -> Path:
        """What students handed in: one folder a student."""
        return self.root / "submitted"

    def private(self) -> tuple[str, ...]:
        """List the folders that students' code must not see, wherever they are."""
        return (str(self.root.resolve()), str(NOTEBOOKS))

    def chapters(self) -> list[str]:
        """List the chapters of this course, in order."""
        return sorted(path.parent.name for path in self.root.glob("source/*/*.ipynb"))

    def chapter(self, given: str) -> str:
        """Return the chapter's full name (see `grading.chapters.match_name`)."""
        return match_name(given, self.chapters())

    def source(self, chapter: str) -> Path:
        """Return the instructor's notebook of a chapter."""
        return self.root / "source" / chapter / f"{chapter}.ipynb"

    def imports(self, chapter: str) -> tuple[str, ...]:
        """List the installed modules that a chapter imports (see `imported_modules`)."""
        import nbformat  # takes a moment: not for `course --help`

        return imported_modules(nbformat.read(self.source(chapter), as_version=4))

    def release(self, chapter: str) -> Path:
        """Return the folder that students get."""
        return self.root / "release" / chapter

    def submission(self, student: str, chapter: str) -> Path:
        """Return the notebook a student is expected to hand in."""
        return self.submitted / student / chapter / f"{chapter}.ipynb"

    def autograded(self, student: str, chapter: str) -> Path:
        """Return the executed and marked notebook of a student."""
        return self.root / "autograded" / student / chapter / f"{chapter}.ipynb"

    def feedback(self, student: str, chapter: str) -> Path:
        """Return the page a student gets back."""
        return self.root / "feedback" / student / chapter / f"{chapter}.html"

    def reports(self, chapter: str) -> Path:
        """Return the folder for everything about the grading of a chapter."""
        return self.root / "reports" / chapter

    def results(self, chapter: str) -> Path:
        """Return the file with every student's result."""
        return self.reports(chapter) / "results.json"

    def changes(self, chapter: str) -> Path:
        """Return the file that keeps whose points changed when a chapter was graded again."""
        return self.reports(chapter) / "changes.jsonl"

    def log(self, chapter: str) -> Path:
        """Return the file that nbgrader's log goes to."""
        return self.reports(chapter) / "nbgrader.log"


def find_course(given: Path | None = None) -> Course:
    """Find the course directory: `given`, or the current folder, or the nearest parent.

    Raises
    ------
    CourseError
        If there is none.
    """
    start = (given or Path.cwd()).resolve()
    for folder in [start] if given else [start, *start.parents]:
        if (folder / CONFIG_NAME).is_file():
            return Course(folder)
    where = f"{start} is not a course directory" if given else f"{start} is not in a course"
    raise CourseError(
        f"{where}: there is no {CONFIG_NAME}. Name the directory with --course DIR, "
        "or make one with `course init DIR`."
    )
