"""Who handed in a file: what learning systems write into the names of files.

==========  =====================================================================================
Moodle      ``Ana Pérez_12345_assignsubmission_file_/work.ipynb``, without the last ``_`` since
            4.x, or in one name, without a folder. The number is the participant's in this
            assignment (that of the grading worksheet), not the user's.
Canvas      ``perezana_12345_67890_work-1.ipynb``: sortable name, user, attachment; ``_LATE``
            before the user. ``-1`` tells files of one name apart: the higher, the newer.
Blackboard  ``Homework 1_aperez_attempt_2026-01-30-15-00-00_work.ipynb``
nbgrader    ``aperez+01_chapter+2026-01-30 15:00:00.0 UTC/work.ipynb``, its exchange's folders
anything    ``aperez.ipynb``, ``aperez_01_chapter.ipynb``, ``aperez/work.ipynb``
==========  =====================================================================================
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

MOODLE = re.compile(
    r"(?P<label>.+)_(?P<number>\d+)_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<rest>.*))?",
    re.DOTALL,
)
CANVAS = (
    re.compile(r"(?P<late>LATE_)?(?P<label>anon)_(?P<number>[A-Za-z0-9]+)_\d+_(?P<file>.+)"),
    re.compile(r"(?P<label>\w+?)(?P<late>_LATE)?_(?P<number>\d+)_\d+_(?P<file>.+)"),
    re.compile(r"(?P<label>\w+?)(?P<late>_LATE)?_(?P<number>\d+)_(?P<file>(?:text|link)\.html)"),
)
BLACKBOARD = re.compile(
    r".+?_(?P<label>[^_]+)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|(?P<about>\.txt))"
)
EXCHANGE = re.compile(
    r"(?P<label>[^+]+)\+[^+]+\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S* \S+)(\+.*)?"
)
#: The number that Canvas, browsers and file managers put behind a name that was there already.
COPY = re.compile(r"(?:-(\d{1,3})|\s*\((\d{1,3})\))(?=\.[^.]+$|$)")


@dataclass(frozen=True)
class Owner:
    """Who handed in a file, as far as its name says.

    Attributes
    ----------
    system : str
        The learning system that names files so; empty if the name is the student's id.
    label : str
        The person: a name, or a student's id.
    inner : str
        The file's name in the submission.
    number : str
        The person's number in that system.
    late : bool
        Whether the system says that it came late.
    time : datetime, optional
        When it was handed in, if the name says so.
    """

    system: str
    label: str
    inner: str
    number: str = ""
    late: bool = False
    time: datetime | None = None

    @property
    def person(self) -> tuple[str, str, str]:
        """What tells people apart within one export."""
        return (self.system, self.label, self.number)


#: Reads an owner off a name; what a plugin for nbgrader's zip_collect does, too.
Reader = Callable[[str], Owner | None]


def owners(names: Iterable[str], chapter: str, first: Reader | None = None) -> list[Owner | None]:
    """Say who handed in each of these files; None where the name does not say it.

    Parameters
    ----------
    names : iterable of str
        All files of an export, as paths in it.
    chapter : str
        What the export is of.
    first : callable, optional
        What is asked before the rules above.
    """
    names = list(names)
    read = [(first(name) if first else None) or of_system(name) for name in names]
    if any(read):
        return read
    return [of_plain_name(name, chapter) for name in _without_wrapper(names, chapter)]


def of_system(name: str) -> Owner | None:
    """Read a name that a learning system made.

    >>> of_system("Ana Pérez_12_assignsubmission_file_/a/work.ipynb").inner
    'a/work.ipynb'
    >>> owner = of_system("perezana_LATE_12_345_work-1.ipynb")
    >>> owner.label, owner.number, owner.inner, owner.late
    ('perezana', '12', 'work-1.ipynb', True)
    >>> of_system("work.ipynb")
    """
    parts = _parts(name)
    for index, part in enumerate(parts):
        below = "/".join(parts[index + 1 :])
        if match := MOODLE.fullmatch(part):
            inner = below or match["rest"] or f"{match['plugin']}.html"
            return Owner("Moodle", match["label"], inner, match["number"])
        if below and (match := EXCHANGE.fullmatch(part)):
            return Owner("nbgrader", match["label"], below, time=_exchange_time(match["time"]))
    for pattern in CANVAS:
        if parts and (match := pattern.fullmatch(parts[-1])):
            late = bool(match["late"])
            return Owner("Canvas", match["label"], match["file"], match["number"], late)
    if parts and (match := BLACKBOARD.fullmatch(parts[-1])):
        try:
            time = datetime.strptime(match["time"], "%Y-%m-%d-%H-%M-%S").astimezone(UTC)
        except ValueError:
            time = None
        return Owner("Blackboard", match["label"], match["file"] or "about.txt", time=time)
    return None


def of_plain_name(name: str, chapter: str) -> Owner | None:
    """Read a name that is, or begins with, a student's id.

    >>> of_plain_name("ana_01_tiny.ipynb", "01_tiny").label
    'ana'
    >>> of_plain_name("ana/01_tiny/data/x.csv", "01_tiny").inner
    'data/x.csv'
    >>> of_plain_name("01_tiny.ipynb", "01_tiny")
    """
    parts = _parts(name)
    if len(parts) > 1:
        inner = parts[2:] if parts[1] == chapter and len(parts) > 2 else parts[1:]
        return Owner("", parts[0], "/".join(inner))
    path = PurePosixPath(parts[0] if parts else "")
    around = re.escape(chapter)
    name = re.sub(r"\s*\(\d{1,3}\)$", "", path.stem)
    stem = re.sub(rf"^{around}(?:[-_. ]+|$)|(?:[-_. ]+|^){around}$", "", name)
    if not stem or path.suffix.lower() not in (".ipynb", ".zip"):
        return None
    return Owner("", stem, path.name)


def without_copy(name: str) -> str:
    """Take the number of a copy off a name.

    >>> without_copy("work-1.ipynb"), without_copy("work (2).ipynb"), without_copy("work.ipynb")
    ('work.ipynb', 'work.ipynb', 'work.ipynb')
    """
    return COPY.sub("", name)


def copy_number(name: str) -> int:
    """Return the number of a copy; 0 for an original."""
    match = COPY.search(name)
    return int(match[1] or match[2]) if match else 0


def _parts(name: str) -> list[str]:
    """Split a path, whatever it is made of."""
    return [part for part in re.split(r"[/\\]", name) if part not in ("", ".", "..")]


def _without_wrapper(names: list[str], chapter: str) -> list[str]:
    """Take off the one folder that everything is in, if what is in it are students' files."""
    split = [_parts(name) for name in names]
    direct = [parts[1] for parts in split if len(parts) == 2]
    one = len({parts[0] for parts in split if parts}) == 1 and all(len(p) > 1 for p in split)
    named = [name for name in direct if of_plain_name(name, chapter)]
    below = {parts[1] for parts in split if len(parts) > 1}
    folders = not direct and len(below) > 1 and chapter not in below
    if one and (folders or (len(named) > 1 and len(named) == len(direct))):
        return ["/".join(parts[1:]) for parts in split]
    return names


def _exchange_time(text: str) -> datetime | None:
    """Read the time in the name of a folder of nbgrader's exchange."""
    text = text.replace("UTC", "+0000")
    for form in ("%Y-%m-%d %H:%M:%S.%f %z", "%Y-%m-%d %H:%M:%S %z"):
        try:
            return datetime.strptime(text, form).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return None
