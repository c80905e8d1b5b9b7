"""`course export`: the class as a CSV file, laid out for a spreadsheet, for Canvas or for Moodle.

The status and the reason come from ``course grade``; the points come from the gradebook, so that
what an instructor changed by hand in the formgrader is in the file. The same plugin serves
``nbgrader export --exporter=grading.export.ExercisePlugin``.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Enum, Unicode

from grading.course_directory import Course
from grading.engine import exercise_points, open_gradebook, released_exercises
from grading.errors import CourseError
from grading.export_formats import EXERCISES_HEADER, WRITERS, Format, Grades, Row, harmless
from grading.files import write_atomically
from grading.findings import title_of
from grading.regrading import marks_of
from grading.results import Result, Status, load_results
from grading.roster import Person, Roster, read_roster
from grading.saving import scored

#: Formats for systems that know who is who, and stop at whom they do not know.
ELSEWHERE = (Format.CANVAS, Format.MOODLE)


class ExercisePlugin(ExportPlugin):
    """Exports scores, and what happened to each submission, in the layout of `format`."""

    root = Unicode(help="The course directory; by default that of the nbgrader command.")
    force = Bool(False, help="Overwrite a file that this plugin did not write.").tag(config=True)
    format = Enum(list(Format), Format.EXERCISES, help="The layout.").tag(config=True)
    roster = Unicode(help="A CSV file that says who is who elsewhere.").tag(config=True)
    column = Unicode(help="What the chapter is called elsewhere.").tag(config=True)

    def export(
        self, gradebook: Gradebook, on_note: Callable[[str], None] = lambda note: None
    ) -> Path:
        """Write the CSV file, to `to` or ``reports/grades.csv``, and return where it is."""
        course = Course(Path(self.root or self.parent.coursedir.root))
        path = Path(self.to) if self.to else default_path(course.root / "reports", self.format)
        chapters = self._chapters(course, gradebook)
        if self.column and len(chapters) != 1:
            raise CourseError("--column names the column of one chapter: say which chapter, too.")
        roster = Roster()
        if self.roster:
            known = {student.id for student in gradebook.students}
            roster = read_roster(Path(self.roster), known)
            if path.exists() and path.samefile(self.roster):
                raise CourseError(f"{path} is the roster: name another file with --to.")
        people = people_of(gradebook, roster)
        rows = [
            Row(chapter, result, late_penalty(gradebook, chapter, result))
            for chapter in chapters
            for result in current_results(course, gradebook, chapter)
            if not self.student or result.student in map(str, self.student)
        ]
        if self.roster and self.format in ELSEWHERE:
            unknown = sorted({one.result.student for one in rows} - roster.people.keys())
            rows = [row for row in rows if row.result.student in roster.people]
            if unknown:
                on_note(f"Not in the roster, so not in the file: {', '.join(unknown)}.")
        students = {row.result.student for row in rows}
        if self.format in ELSEWHERE:
            quoted = sorted(
                one for one in students if harmless(people[one].username or one).startswith("'")
            )
            if quoted:
                on_note(
                    "Quoted, because a spreadsheet would run it as a formula: "
                    f"{', '.join(quoted)}. Enter these grades by hand: no import knows them now."
                )
        text = WRITERS[Format(self.format)](
            Grades(
                rows,
                people,
                {one: gradebook.find_assignment(one).max_score for one in chapters},
                {one: chapter_title(course, one) for one in chapters},
                roster,
                self.column,
            )
        )
        _refuse_foreign_file(path, text, self.force)
        write_atomically(path, text)
        self.log.info("Exported %d rows to %s", len(rows), path)
        return path

    def _chapters(self, course: Course, gradebook: Gradebook) -> list[str]:
        """List the chapters to export, in order."""
        released = [one.name for one in gradebook.assignments]
        return [
            one
            for one in course.chapters()
            if one in released and (not self.assignment or one in self.assignment)
        ]


def export(
    course: Course,
    chapter: str | None = None,
    to: Path | None = None,
    force: bool = False,
    layout: Format = Format.EXERCISES,
    roster: Path | None = None,
    column: str = "",
    on_note: Callable[[str], None] = lambda note: None,
) -> Path:
    """Write the CSV file of a chapter, or of all of them.

    Parameters
    ----------
    course : Course
        The class.
    chapter : str, optional
        Only this chapter.
    to : Path, optional
        The file; ``grades.csv`` in ``reports/``, or in ``reports/<chapter>/``, otherwise, and
        ``grades-canvas.csv`` and so on for other layouts.
    force : bool
        Overwrite the file even if it is not one of ours.
    layout : Format
        What it is for.
    roster : Path, optional
        A CSV file that says who is who elsewhere (see `grading.roster`).
    column : str
        What the chapter is called elsewhere: ``"Optimizers (4711)"``.
    on_note : callable
        Called with sentences about students that the file leaves out.
    """
    folder = course.reports(chapter) if chapter else course.root / "reports"
    plugin = ExercisePlugin(root=str(course.root), to=str(to or default_path(folder, layout)))
    plugin.force, plugin.format, plugin.column = force, layout, column
    plugin.roster = str(roster or "")
    plugin.assignment = [chapter] if chapter else []
    with open_gradebook(course) as gradebook:
        return plugin.export(gradebook, on_note)


def default_path(folder: Path, layout: str) -> Path:
    """Return where the file of a layout goes if nobody says."""
    return folder / ("grades.csv" if layout == Format.EXERCISES else f"grades-{layout}.csv")


def current_results(course: Course, gradebook: Gradebook, chapter: str) -> list[Result]:
    """Return each student's result with the points that are in the gradebook now.

    A student graded by plain ``nbgrader autograde`` counts as graded; one that nobody graded is
    missing. An earlier grade counts although a later submission could not be graded.
    """
    exercises = released_exercises(course, gradebook, chapter)
    known = {result.student: result for result in load_results(course.results(chapter))}
    results = []
    for student in sorted({one.id for one in gradebook.students} | known.keys()):
        points = exercise_points(gradebook, chapter, student, exercises)
        if not marks_of(gradebook, chapter, student):
            points = None  # nbgrader began to grade it, no more
        result = known.get(student) or Result(student, Status.GRADED if points else Status.MISSING)
        results.append(scored(result, points) if points else result)
    return results


def late_penalty(gradebook: Gradebook, chapter: str, result: Result) -> float:
    """Return the points that were taken off for handing in late."""
    if result.score is None:
        return 0.0
    try:
        return gradebook.find_submission(chapter, result.student).late_submission_penalty or 0.0
    except MissingEntry:
        return 0.0


def people_of(gradebook: Gradebook, roster: Roster) -> dict[str, Person]:
    """Put together what the roster and nbgrader's table of students say about everyone.

    What the roster says goes first.
    """
    people = dict(roster.people)
    for one in gradebook.students:
        known = people.get(one.id, Person(one.id))
        numbers = str(one.lms_user_id or "")
        people[one.id] = replace(
            known,
            first_name=known.first_name or one.first_name or "",
            last_name=known.last_name or one.last_name or "",
            email=known.email or one.email or "",
            canvas_id=known.canvas_id or numbers,
            id_number=known.id_number or numbers,
        )
    return people


def chapter_title(course: Course, chapter: str) -> str:
    """Return the heading of a chapter."""
    return title_of(nbformat.read(course.source(chapter), as_version=4), chapter)


def _refuse_foreign_file(path: Path, text: str, force: bool) -> None:
    """Stop before overwriting a file that does not look like one of ours."""
    if force or not path.exists():
        return
    if path.is_dir():
        raise CourseError(f"{path} is a folder: name a file.")
    with path.open(encoding="utf-8", errors="replace") as stream:
        first = stream.readline()
    if first == text.partition("\n")[0] + "\n" or first.startswith(EXERCISES_HEADER):
        return
    raise CourseError(
        f"{path} is there already and was not written by this command. "
        "Name another file with --to, or overwrite it with --force."
    )
