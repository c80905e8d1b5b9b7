"""`course export`: the class as a CSV file, one row a student and chapter.

The status and the reason come from ``course grade``; the points come from the gradebook, so that
what an instructor changed by hand in the formgrader is in the file. The same plugin serves
``nbgrader export --exporter=grading.export.ExercisePlugin``.
"""

import csv
import io
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Unicode

from grading.course_directory import Course
from grading.engine import exercise_points, open_gradebook, released_exercises
from grading.errors import CourseError
from grading.files import write_atomically
from grading.grade import scored
from grading.results import Result, Status, load_results

COLUMNS = ["student", "chapter", "status", "score", "max_score"]
HEADER = ",".join(COLUMNS)


class ExercisePlugin(ExportPlugin):
    """Exports a score for every exercise, and what happened to each submission."""

    root = Unicode(help="The course directory; by default that of the nbgrader command.")
    force = Bool(False, help="Overwrite a file that this plugin did not write.").tag(config=True)

    def export(self, gradebook: Gradebook) -> Path:
        """Write the CSV file, to `to` or ``reports/grades.csv``, and return where it is."""
        course = Course(Path(self.root or self.parent.coursedir.root))
        released = [one.name for one in gradebook.assignments]
        chapters = [one for one in course.chapters() if one in released]
        rows = [
            (chapter, result)
            for chapter in chapters
            if not self.assignment or chapter in self.assignment
            for result in current_results(course, gradebook, chapter)
            if not self.student or result.student in map(str, self.student)
        ]
        path = Path(self.to) if self.to else course.root / "reports" / "grades.csv"
        _refuse_foreign_file(path, self.force)
        write_atomically(path, to_csv(rows))
        self.log.info("Exported %d rows to %s", len(rows), path)
        return path


def export(
    course: Course, chapter: str | None = None, to: Path | None = None, force: bool = False
) -> Path:
    """Write the CSV file of a chapter, or of all of them.

    Parameters
    ----------
    course : Course
        The class.
    chapter : str, optional
        Only this chapter.
    to : Path, optional
        The file; ``reports/grades.csv``, or ``reports/<chapter>/grades.csv``, otherwise.
    force : bool
        Overwrite the file even if it is not one of ours.
    """
    default = course.reports(chapter) if chapter else course.root / "reports"
    plugin = ExercisePlugin(root=str(course.root), to=str(to or default / "grades.csv"))
    plugin.force = force
    plugin.assignment = [chapter] if chapter else []
    with open_gradebook(course) as gradebook:
        return plugin.export(gradebook)


def current_results(course: Course, gradebook: Gradebook, chapter: str) -> list[Result]:
    """Return each student's result with the points that are in the gradebook now.

    A student graded by plain ``nbgrader autograde`` counts as graded; one that nobody graded is
    missing.
    """
    exercises = released_exercises(course, gradebook, chapter)
    known = {result.student: result for result in load_results(course.results(chapter))}
    results = []
    for student in sorted({one.id for one in gradebook.students} | known.keys()):
        points = exercise_points(gradebook, chapter, student, exercises)
        result = known.get(student)
        if result is None:
            result = Result(student, Status.GRADED if points else Status.MISSING)
        elif result.score is None:
            points = None
        results.append(scored(result, points) if points else result)
    return results


def to_csv(rows: list[tuple[str, Result]]) -> str:
    """Lay results out as CSV: the fixed columns, one for each exercise, the reason."""
    exercises = list(dict.fromkeys(name for _, result in rows for name in result.points))
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*COLUMNS, *map(harmless, exercises), "reason"])
    for chapter, result in rows:
        texts = [harmless(text) for text in (result.student, chapter, result.status)]
        points = [result.points.get(exercise) for exercise in exercises]
        writer.writerow([*texts, result.score, result.max_score, *points, harmless(result.reason)])
    return stream.getvalue()


def harmless(text: str) -> str:
    """Quote a text that a spreadsheet would take for a formula.

    >>> harmless("=SUM(A1:A9)")
    "'=SUM(A1:A9)"
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else str(text)


def _refuse_foreign_file(path: Path, force: bool) -> None:
    """Stop before overwriting a file that does not look like one of ours."""
    if force or not path.exists():
        return
    if path.is_dir():
        raise CourseError(f"{path} is a folder: name a file.")
    with path.open(encoding="utf-8", errors="replace") as stream:
        if stream.readline().startswith(HEADER):
            return
    raise CourseError(
        f"{path} is there already and was not written by this command. "
        "Name another file with --to, or overwrite it with --force."
    )
