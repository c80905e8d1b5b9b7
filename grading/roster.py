"""Who is who: names, addresses and numbers of students, from a CSV file.

A roster is any CSV file with a row for each student: nbgrader's own (``id``, ``first_name``,
``last_name``, ``email``, ``lms_user_id``), a Moodle grading worksheet, Canvas's gradebook export, a
list of one's own. `course collect` takes from it who handed in a file (`grading.collecting.whose`),
`course export` how Canvas and Moodle know a student.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from grading.errors import CourseError

#: What Canvas calls its own number of a student, beside the columns "SIS ...". Others mean others.
CANVAS_ID = "id"

#: What rosters call their columns, by what they hold here, the best first. Compared without case
#: and signs.
HEADINGS = {
    "name": ("name", "full name", "student name", "student"),
    "first_name": ("first name", "firstname", "given name", "given names"),
    "last_name": ("last name", "lastname", "surname", "family name"),
    "email": ("email", "email address", "e mail", "e mail address", "mail"),
    "username": ("username", "user name", "login", "sis login id", "login id"),
    "canvas_id": ("lms user id", CANVAS_ID),
    "sis_user_id": ("sis user id",),
    "section": ("section", "sections"),
    "id_number": ("id number", "idnumber", "student number", "matriculation number"),
    "participant": ("identifier",),
}

#: What nbgrader's gradebook takes for a student's id.
LONGEST_ID = 128


@dataclass(frozen=True)
class Person:
    """A student as others know them; what is not known is empty.

    `participant` is Moodle's number of a student in one assignment, `canvas_id` the learning
    system's number of the student.
    """

    student: str
    name: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    username: str = ""
    canvas_id: str = ""
    sis_user_id: str = ""
    section: str = ""
    id_number: str = ""
    participant: str = ""

    @property
    def sortable_name(self) -> str:
        """``Last, First``, or whatever name there is."""
        both = ", ".join(part for part in (self.last_name, self.first_name) if part)
        return self.name or both or self.student

    @property
    def names(self) -> tuple[str, ...]:
        """The ways to write the name.

        >>> Person("aperez", name="Pérez, Ana").names
        ('Pérez, Ana', 'Ana Pérez')
        """
        family, comma, given = self.name.partition(",")
        ways = (
            self.name,
            f"{given} {family}" if comma else "",
            f"{self.first_name} {self.last_name}",
            f"{self.last_name} {self.first_name}",
        )
        return tuple(dict.fromkeys(one.strip() for one in ways if one.strip()))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers that a learning system puts into the names of this student's files."""
        return tuple(one for one in (self.participant, self.canvas_id) if one)


@dataclass(frozen=True)
class Roster:
    """A roster: `people` by nbgrader's id, and all of its column headings."""

    people: dict[str, Person] = field(default_factory=dict)
    headings: tuple[str, ...] = ()

    @classmethod
    def of(cls, people: Iterable[Person]) -> "Roster":
        """Make a roster of people."""
        return cls({one.student: one for one in people})


def read_roster(path: Path, students: Iterable[str] | None = None) -> Roster:
    """Read a roster.

    Parameters
    ----------
    path : Path
        A CSV file in UTF-8; separated by commas, semicolons or tabs.
    students : iterable of str, optional
        The ids that nbgrader uses: the column that holds them is found by looking for them. Without
        it, the column's heading says that it holds ids, and the ids must be possible ones.

    Raises
    ------
    CourseError
        If it is not such a file, no column of it holds ids, or one id is there twice.
    """
    rows = _rows(path)
    headings = tuple(rows[0]) if rows else ()
    key = None if students is None else _column_of(set(students), path, rows)
    people: dict[str, Person] = {}
    for row in rows:
        known = _known(row)
        student = _student(row, known) if key is None else (row[key] or "").strip()
        if not student or "points possible" in student.lower():
            continue
        if student in people:
            where = "" if key is None else f" in its column '{key}'"
            raise CourseError(f"{path} has '{student}' twice{where}.")
        if key is None and not possible_id(student):
            raise CourseError(f"{path}: '{student[:60]}' cannot be the id of a student.")
        people[student] = Person(student, **known)
    if not people:
        raise CourseError(
            f"{path} has no students: it needs a heading and a row for each, with a column 'id' "
            "(and name, first_name, last_name, email or lms_user_id), or is a Moodle grading "
            "worksheet with 'ID number', or a Canvas gradebook with 'SIS Login ID'. Its columns: "
            f"{', '.join(headings) or 'none'}."
        )
    return Roster(people, headings)


def possible_id(student: str) -> bool:
    """Tell whether this can be a student's id: a folder can be called so, and nbgrader knows it.

    >>> possible_id("aperez"), possible_id("../aperez"), possible_id("a+b")
    (True, False, False)
    """
    bad = re.search(r'[\x00-\x1f\x7f/\\:*?"<>|+]|^[. ]|[. ]$', student)
    return (
        bool(student) and not bad and student.isprintable() and len(student.encode()) <= LONGEST_ID
    )


def _rows(path: Path) -> list[dict[str, str]]:
    """Read the rows of a CSV file, whatever separates them."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not text in UTF-8: save it as 'CSV UTF-8'.") from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [{name: row.get(name) for name in row if name} for row in reader]


def _column_of(students: set[str], path: Path, rows: list[dict[str, str]]) -> str | None:
    """Find the column that holds these ids; None where there are no rows at all."""
    if not rows:
        return None
    hits = Counter(
        {one: sum((row[one] or "").strip() in students for row in rows) for one in rows[0]}
    )
    key, most = max(hits.items(), key=lambda item: item[1])
    if not most:
        raise CourseError(
            f"No column of {path} ({', '.join(rows[0])}) holds the ids of the students, "
            f"which are the names of the folders in submitted/: {', '.join(sorted(students)[:3])}."
        )
    return key


def _known(row: dict[str, str]) -> dict[str, str]:
    """Read what a row says about a student, whoever exported it."""
    values = _plain_row(row)
    canvas = _from_canvas(values)
    known = {
        name: next(
            (values[one] for one in headings if values.get(one) and (one != CANVAS_ID or canvas)),
            "",
        )
        for name, headings in HEADINGS.items()
    }
    known["participant"] = re.sub(r"\D", "", known["participant"])  # "Participant 12345"
    return known


def _student(row: dict[str, str], known: dict[str, str]) -> str:
    """Read the id off a row whose headings say which column holds it."""
    values = _plain_row(row)
    if _from_canvas(values):
        return values.get("sis login id") or known["sis_user_id"]
    if "identifier" in values:  # Moodle
        return known["id_number"] or known["username"] or known["email"].partition("@")[0]
    return values.get("id") or values.get("student id", "")


def _plain_row(row: dict[str, str]) -> dict[str, str]:
    """Return a row's values by their plain headings; of those with one heading the first."""
    values: dict[str, str] = {}
    for heading, value in row.items():
        plain = " ".join(re.findall(r"[a-z]+", heading.lower()))
        values[plain] = values.get(plain) or (value or "").strip()
    return values


def _from_canvas(values: dict[str, str]) -> bool:
    """Tell whether Canvas has exported a row: its "ID" is its own number."""
    return any(heading.startswith("sis ") for heading in values)
