"""Who is who: names and numbers from a roster, for a gradebook elsewhere.

A roster is any CSV file with a row for each student: Canvas's gradebook export, Moodle's list of
participants, one's own. Which column holds the ids that nbgrader uses (the names of the folders in
``submitted/``) is found by looking for them.
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

#: What rosters call their columns, by what they hold here. Compared without case and signs.
HEADINGS = {
    "name": ("student", "name", "full name", "student name"),
    "first_name": ("first name", "firstname", "given name", "given names"),
    "last_name": ("last name", "lastname", "surname", "family name"),
    "email": ("email", "email address", "e mail", "e mail address", "mail"),
    "username": ("username", "user name", "login", "sis login id", "login id"),
    "canvas_id": ("lms user id", CANVAS_ID),
    "sis_user_id": ("sis user id",),
    "section": ("section", "sections"),
    "id_number": ("id number", "idnumber", "student number", "matriculation number"),
}


@dataclass(frozen=True)
class Person:
    """A student as others know them; what is not known is empty."""

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

    @property
    def sortable_name(self) -> str:
        """``Last, First``, or whatever name there is."""
        both = ", ".join(part for part in (self.last_name, self.first_name) if part)
        return self.name or both or self.student


@dataclass(frozen=True)
class Roster:
    """A roster: `people` by nbgrader's id, and all of its column headings."""

    people: dict[str, Person] = field(default_factory=dict)
    headings: tuple[str, ...] = ()


def read_roster(path: Path, students: Iterable[str]) -> Roster:
    """Read a roster.

    Parameters
    ----------
    path : Path
        A CSV file in UTF-8; separated by commas, semicolons or tabs.
    students : iterable of str
        The ids that nbgrader uses.

    Raises
    ------
    CourseError
        If it is not such a file, no column of it holds any of the ids, or one id is there twice.
    """
    rows = _rows(path)
    if not rows:
        raise CourseError(f"{path} has no students: a roster has a heading and a row for each.")
    headings = tuple(rows[0])
    students = set(students)
    hits = Counter(
        {one: sum((row[one] or "").strip() in students for row in rows) for one in headings}
    )
    key, most = max(hits.items(), key=lambda item: item[1])
    if not most:
        raise CourseError(
            f"No column of {path} ({', '.join(headings)}) holds the ids of the students, "
            f"which are the names of the folders in submitted/: {', '.join(sorted(students)[:3])}."
        )
    from_canvas = any(_plain(one).startswith("sis ") for one in headings)
    columns = {
        known: next(
            (one for one in headings if _plain(one) in names and (_is_ours(one) or from_canvas)),
            None,
        )
        for known, names in HEADINGS.items()
    }
    people: dict[str, Person] = {}
    for row in rows:
        student = (row[key] or "").strip()
        if not student or "points possible" in student.lower():
            continue
        if student in people:
            raise CourseError(f"{path} has '{student}' twice in its column '{key}'.")
        known = {name: (row[column] or "").strip() for name, column in columns.items() if column}
        people[student] = Person(student, **known)
    return Roster(people, headings)


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


def _is_ours(heading: str) -> bool:
    """Tell whether a heading means the same in every roster."""
    return _plain(heading) != CANVAS_ID


def _plain(heading: str) -> str:
    """Write a heading in lower case, without signs."""
    return " ".join(re.findall(r"[a-z]+", heading.lower()))
