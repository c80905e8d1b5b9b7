"""The layouts of exported grades: for a spreadsheet, for Canvas, for Moodle.

The layouts of Canvas and Moodle are those that their own importers read (Canvas:
``lib/gradebook_importer.rb``, Moodle: ``grade/import/csv``).
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from html import escape

from grading.results import Result, number
from grading.roster import Person, Roster

#: The beginning of the first line of files that only this command writes.
EXERCISES_HEADER = "student,chapter,status,score,max_score"
CANVAS_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE_COLUMNS = ("Username", "ID number", "Email address", "First name", "Last name")


class Format(StrEnum):
    """A layout of exported grades."""

    EXERCISES = "exercises"
    GRADEBOOK = "gradebook"
    CANVAS = "canvas"
    MOODLE = "moodle"


@dataclass(frozen=True)
class Row:
    """A student's result in a chapter, and what was taken off for handing it in late."""

    chapter: str
    result: Result
    late_penalty: float = 0.0

    @property
    def score(self) -> float | None:
        """The score that counts; None where nothing was graded."""
        if self.result.score is None:
            return None
        return max(0.0, self.result.score - self.late_penalty)


@dataclass(frozen=True)
class Grades:
    """All that an export can need.

    Attributes
    ----------
    rows : list of Row
        Every student in every chapter.
    people : dict
        Everyone by their id in nbgrader.
    points : dict
        The points that each chapter can give.
    titles : dict
        What each chapter is called.
    roster : Roster
        Who is known elsewhere; empty if nobody said.
    column : str
        What the one chapter is called elsewhere; empty if nobody said.
    """

    rows: list[Row]
    people: dict[str, Person]
    points: dict[str, float]
    titles: dict[str, str] = field(default_factory=dict)
    roster: Roster = field(default_factory=Roster)
    column: str = ""

    def students(self) -> dict[str, dict[str, Row]]:
        """Map each student to their rows, by chapter."""
        found: dict[str, dict[str, Row]] = {}
        for row in self.rows:
            found.setdefault(row.result.student, {})[row.chapter] = row
        return dict(sorted(found.items()))

    def column_of(self, chapter: str) -> str:
        """Return what a chapter is called elsewhere: as said, as in the roster, or as here.

        Canvas knows an assignment by the number in brackets that its export gives it:
        ``Optimizers (4711)``.
        """
        if self.column:
            return self.column
        mine = {_words(chapter), _words(self.titles.get(chapter, chapter))}
        for heading in self.roster.headings:
            if _words(re.sub(r"\s*\(\d+\)\s*$", "", heading)) in mine:
                return heading
        return chapter


def exercises_csv(grades: Grades) -> str:
    """One row for each student and chapter: status, score, every exercise, what went wrong."""
    rows = [row.result for row in grades.rows]
    exercises = list(dict.fromkeys(name for result in rows for name in result.points))
    heading = [*EXERCISES_HEADER.split(","), "late_penalty", *exercises, "reason"]
    return to_csv(
        [heading]
        + [
            [
                row.result.student,
                row.chapter,
                str(row.result.status),
                row.score,
                row.result.max_score,
                row.late_penalty,
                *(row.result.points.get(exercise) for exercise in exercises),
                row.result.reason,
            ]
            for row in grades.rows
        ]
    )


def gradebook_csv(grades: Grades) -> str:
    """One row for each student: the score in every chapter, and the total."""
    chapters = list(grades.points)
    heading = ["student", "last_name", "first_name", "email", *chapters, "total", "max_total"]
    table = [heading]
    for student, rows in grades.students().items():
        person = grades.people[student]
        scores = [rows[one].score if one in rows else None for one in chapters]
        total = sum((score for score in scores if score is not None), 0.0)
        most = sum(grades.points.values())
        names = (person.last_name, person.first_name, person.email)
        table.append([student, *names, *scores, total, most])
    return to_csv(table)


def canvas_csv(grades: Grades) -> str:
    """What Canvas imports: who, then an assignment a chapter; the second line is the points.

    Where nothing was graded, the cell is empty.
    """
    chapters = list(grades.points)
    table = [
        [*CANVAS_COLUMNS, *map(grades.column_of, chapters)],
        # Canvas looks for these words and writes them with four spaces in front.
        ["    Points Possible", "", "", "", "", *grades.points.values()],
    ]
    for student, rows in grades.students().items():
        person = grades.people[student]
        login = person.username or student
        who = (person.sortable_name, person.canvas_id, person.sis_user_id, login, person.section)
        table.append([*who, *(rows[one].score if one in rows else None for one in chapters)])
    return to_csv(table)


def moodle_csv(grades: Grades) -> str:
    """What Moodle imports: who, then a grade and its feedback for each chapter."""
    chapters = list(grades.points)
    heading = list(MOODLE_COLUMNS)
    for chapter in chapters:
        heading += [grades.column_of(chapter), f"{grades.column_of(chapter)} (feedback)"]
    table = [heading]
    for student, rows in grades.students().items():
        person = grades.people[student]
        login = person.username or student
        line = [login, person.id_number, person.email, person.first_name, person.last_name]
        for chapter in chapters:
            row = rows.get(chapter)
            line += [row.score if row else None, feedback_text(row) if row else ""]
        table.append(line)
    return to_csv(table)


WRITERS = {
    Format.EXERCISES: exercises_csv,
    Format.GRADEBOOK: gradebook_csv,
    Format.CANVAS: canvas_csv,
    Format.MOODLE: moodle_csv,
}


def feedback_text(row: Row) -> str:
    """Say in a line what a student earned and why; as HTML, which Moodle takes it for."""
    result = row.result
    points = ", ".join(f"{name} {number(got)}" for name, got in result.points.items())
    parts = [f"{str(result.status).capitalize()}.", f"Points: {points}." if points else ""]
    if row.late_penalty:
        parts.append(f"Handed in late: {number(-row.late_penalty)}.")
    parts.append(result.reason)
    return escape(" ".join(part for part in parts if part), quote=False)


def to_csv(table: Iterable[Iterable[str | float | None]]) -> str:
    """Write rows as CSV in which no text is a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for row in table:
        writer.writerow([harmless(cell) if isinstance(cell, str) else _plain(cell) for cell in row])
    return stream.getvalue()


def harmless(text: str) -> str:
    """Quote a text that a spreadsheet would take for a formula.

    >>> harmless("=SUM(A1:A9)")
    "'=SUM(A1:A9)"
    """
    risky = text.lstrip(" ").startswith(
        ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
    )
    return f"'{text}" if risky else str(text)


def _plain(value: float | None) -> float | str | None:
    """Round away what binary fractions add: 0.1 + 0.2 is 0.3."""
    return value if value is None else round(value, 6)


def _words(name: str) -> str:
    """Write a name without case, signs, and the number in front."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"^\d+\W*|^\d+_", "", name.lower())))
