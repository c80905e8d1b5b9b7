"""Which student a name in a learning system stands for.

A roster is a CSV file in the format of ``nbgrader db student import`` (columns ``id``,
``first_name``, ``last_name``, ``email``, and here ``name`` and ``lms_user_id``, too), a Moodle
grading worksheet or a Canvas gradebook, as they are exported. Without one, the names in nbgrader's
gradebook are used; without those, students get ids that are made from the names of files.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from grading.collecting.naming import Owner
from grading.errors import CourseError

#: What nbgrader's gradebook takes for a student's id.
LONGEST_ID = 128


@dataclass(frozen=True)
class Person:
    """A student: the id, and what learning systems call them."""

    student: str
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    email: str = ""


class UnknownPersonError(Exception):
    """Why it is not known whose file this is."""


class Roster:
    """Finds students by what learning systems call them.

    Parameters
    ----------
    people : iterable of Person
        Everyone. If there is nobody, ids are made from names.
    """

    def __init__(self, people: Iterable[Person] = ()):
        self.people = list(people)

    def student(self, owner: Owner) -> str:
        """Return the id of the student.

        Raises
        ------
        UnknownPersonError
            If there is none, or more than one who may be meant.
        """
        if not self.people:
            return checked_id(_made_up(owner))
        by_number = {one.student for one in self.people if owner.number in one.numbers}
        if owner.number and len(by_number) == 1:
            return by_number.pop()
        for label in _readings(owner.label):
            exact = {one.student for one in self.people if label in (one.student, one.email)}
            named = exact or {
                one.student for one in self.people if squashed(label) in _keys(one.names)
            }
            if len(named) > 1:
                accented = {
                    one.student
                    for one in self.people
                    if squashed(label, accents=True) in _keys(one.names, accents=True)
                }
                named = accented or named
            if len(named) == 1:
                return named.pop()
            if named:
                raise UnknownPersonError(
                    f"'{label}' may be {' or '.join(sorted(named))}: say which by the number in "
                    f"the name of the file, {owner.number or 'if there is one'}, as lms_user_id"
                )
        raise UnknownPersonError(f"nobody in the roster is called '{owner.label}'")


def read_roster(path: Path) -> Roster:
    """Read a roster from a CSV file.

    Raises
    ------
    CourseError
        If it has no column with ids, nobody in it, or an id twice.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not text in UTF-8: save it as 'CSV UTF-8'.") from None
    dialect: type[csv.Dialect] | str = "excel"
    first_line = text.partition("\n")[0]
    if first_line.count(";") > first_line.count(","):
        dialect = type("Semicolons", (csv.excel,), {"delimiter": ";"})
    rows = csv.DictReader(io.StringIO(text), dialect=dialect)
    columns = {(name or "").strip().lower(): name for name in rows.fieldnames or []}
    people = [_person(columns, row) for row in rows]
    people = [one for one in people if one is not None and one.student]
    if not people:
        raise CourseError(
            f"{path} names no student: it needs a column 'id' (and name, first_name, last_name, "
            "email or lms_user_id), or is a Moodle grading worksheet with 'ID number', or a "
            f"Canvas gradebook with 'SIS Login ID'. Its columns: {', '.join(columns) or 'none'}."
        )
    twice = {one.student for one in people if sum(o.student == one.student for o in people) > 1}
    if twice:
        raise CourseError(f"{path} has an id twice: {', '.join(sorted(twice))}.")
    for one in people:
        try:
            checked_id(one.student)
        except UnknownPersonError as error:
            raise CourseError(f"{path}: {error}.") from None
    return Roster(people)


def checked_id(student: str) -> str:
    """Return a student's id if a folder can be called so.

    Raises
    ------
    UnknownPersonError
        If not.
    """
    bad = re.search(r'[\x00-\x1f\x7f/\\:*?"<>|+]|^[. ]|[. ]$', student)
    if not student or bad or not student.isprintable() or len(student.encode()) > LONGEST_ID:
        raise UnknownPersonError(f"'{student[:60]}' cannot be the id of a student")
    return student


def squashed(name: str, accents: bool = False) -> str:
    """Return what is left of a name when only letters and digits count.

    >>> squashed("Pérez, Ana"), squashed("perezana")
    ('perezana', 'perezana')
    """
    form = unicodedata.normalize("NFC" if accents else "NFKD", name).casefold()
    return "".join(character for character in form if character.isalnum())


def _keys(names: tuple[str, ...], accents: bool = False) -> set[str]:
    return {squashed(name, accents) for name in names} - {""}


def _person(columns: dict[str, str], row: dict[str, str]) -> Person | None:
    """Read one row, whoever exported it."""

    def value(*names: str) -> str:
        found = (str(row.get(columns[name]) or "").strip() for name in names if name in columns)
        return next((one for one in found if one), "")

    first, last = value("first_name", "first name"), value("last_name", "last name", "surname")
    full = value("name", "full name", "student")
    names = [full, f"{first} {last}", f"{last} {first}"]
    family, comma, given = full.partition(",")
    names += [f"{given} {family}"] if comma else []
    names = tuple(name for name in names if name.strip())
    email = value("email", "email address")
    if "sis login id" in columns or "sis user id" in columns:  # Canvas: its "ID" is its number
        student, number = value("sis login id", "sis user id"), value("id")
    elif "identifier" in columns:  # Moodle: "Participant 12345"
        student = value("id number", "username") or email.partition("@")[0]
        number = re.sub(r"\D", "", value("identifier"))
    else:
        student, number = value("id", "student_id"), value("lms_user_id")
    return Person(student, names, (number,) if number else (), email)


def _readings(label: str) -> list[str]:
    """List what a label may say: Moodle puts a group or a user name before the name."""
    readings = [label]
    for separator in ("-", " "):
        first, found, rest = label.partition(separator)
        if found:
            readings += [rest] if separator == "-" else [first]
    return [reading.strip() for reading in readings if reading.strip()]


def _made_up(owner: Owner) -> str:
    """Make an id from a name where nobody has said which ids there are."""
    if owner.system not in ("Moodle", "Canvas"):
        return owner.label
    if owner.label == "anon":
        return f"anon_{owner.number}"
    plain = unicodedata.normalize("NFKD", owner.label).casefold()
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    return re.sub(r"\W+", "_", plain).strip("_")
