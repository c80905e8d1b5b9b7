"""Which student a name in a learning system stands for.

Those whom a roster (`grading.roster`) knows are found by their number, id, address or name. Without
a roster, the names in nbgrader's gradebook are used; without those, students get ids that are made
from the names of files.
"""

import re
import unicodedata

from grading.collecting.naming import Owner
from grading.roster import Roster, possible_id


class UnknownPersonError(Exception):
    """Why it is not known whose file this is."""


def student_of(owner: Owner, roster: Roster) -> str:
    """Return the id of the student who handed something in.

    Parameters
    ----------
    owner : Owner
        What the name of a file says.
    roster : Roster
        Everyone. If there is nobody, ids are made from names.

    Raises
    ------
    UnknownPersonError
        If there is none, or more than one who may be meant.
    """
    people = roster.people.values()
    if not people:
        student = _made_up(owner)
        if not possible_id(student):
            raise UnknownPersonError(f"'{student[:60]}' cannot be the id of a student")
        return student
    by_number = {one.student for one in people if owner.number in one.numbers}
    if owner.number and len(by_number) == 1:
        return by_number.pop()
    for label in _readings(owner.label):
        exact = {one.student for one in people if label in (one.student, one.email)}
        named = exact or {one.student for one in people if squashed(label) in _keys(one.names)}
        if len(named) > 1:
            accented = {
                one.student
                for one in people
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


def squashed(name: str, accents: bool = False) -> str:
    """Return what is left of a name when only letters and digits count.

    >>> squashed("Pérez, Ana"), squashed("perezana")
    ('perezana', 'perezana')
    """
    form = unicodedata.normalize("NFC" if accents else "NFKD", name).casefold()
    return "".join(character for character in form if character.isalnum())


def _keys(names: tuple[str, ...], accents: bool = False) -> set[str]:
    return {squashed(name, accents) for name in names} - {""}


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
