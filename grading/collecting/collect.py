"""`course collect`: what a learning system exports, put where it is graded."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from grading.collecting.archives import (
    Budget,
    Found,
    LimitError,
    Limits,
    Refused,
    Staging,
    read_folder,
    unpack,
)
from grading.collecting.knowledge import gradebook_roster, graded_cells, reader_of
from grading.collecting.naming import Owner, Reader, owners
from grading.collecting.notebooks import HandedIn, choose
from grading.collecting.versions import Version, keep, keep_unplaced, place
from grading.collecting.whose import UnknownPersonError, student_of
from grading.course_directory import Course
from grading.errors import CourseError
from grading.locking import Part, locked
from grading.roster import Roster
from grading.submissions import students_in


@dataclass(frozen=True)
class Collected:
    """What came of one student's files.

    Attributes
    ----------
    student, label : str
        The id, and what the learning system calls them.
    time : datetime
        When it was handed in.
    files : int
        How many files were handed in.
    outcome : str
        ``"to be graded"``, ``"kept, not the newest"``, ``"kept, no notebook"`` or
        ``"nothing new"``.
    late : bool
        Whether the learning system says so.
    notes : tuple of str
        What the instructor should know.
    """

    student: str
    label: str
    time: datetime
    files: int
    outcome: str
    late: bool = False
    notes: tuple[str, ...] = ()


@dataclass
class Collection:
    """What was placed, and what was not and why."""

    placed: list[Collected] = field(default_factory=list)
    unplaced: list[Refused] = field(default_factory=list)


@dataclass
class _Submission:
    """The files of one person in an export."""

    owner: Owner
    files: list[HandedIn] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def collect(
    course: Course,
    chapter: str,
    source: Path,
    roster: Roster | None = None,
    limits: Limits | None = None,
    on_student: Callable[[str], None] = lambda student: None,
) -> Collection:
    """Collect an export of a learning system.

    Parameters
    ----------
    course, chapter
        Where it belongs.
    source : Path
        A zip, or a folder; neither is changed.
    roster : Roster, optional
        Who is who. By default those with a name in nbgrader's gradebook.
    limits : Limits, optional
        The most that may come out of zips.
    on_student : callable
        Called with each student's id before their files are placed.

    Returns
    -------
    Collection

    Raises
    ------
    CourseError
        If the source cannot be read, all of it is too large, or another command is at work in the
        course: nothing is placed then.
    """
    limits = limits or Limits()
    roster = gradebook_roster(course) if roster is None else roster
    result = Collection()
    with locked(course, Part.SUBMITTED, "course collect"), _workplace(course) as folder:
        free = int(shutil.disk_usage(folder).free * 0.8)
        budget = Budget(min(limits.total, free), limits.files)
        staging = Staging(Path(folder, "files"))
        found, refused = _read_source(source, staging, budget, limits)
        submissions, nobodys = _by_person(found, chapter, reader_of(course))
        for nobody in list(nobodys):
            _open_inner_export(nobody, staging, budget, limits, submissions, nobodys, chapter)
        result.unplaced += [
            Refused(one.name, f"{one.reason}; it is only in the source") for one in refused
        ]
        for one in nobodys:
            kept_at = keep_unplaced(course, chapter, one.name, one.path)
            where = kept_at.relative_to(course.root).as_posix()
            reason = f"its name does not say whose it is; kept as {where}"
            result.unplaced.append(Refused(one.name, reason))
        students = _students(course, submissions, roster, chapter, result)
        cells = graded_cells(course, chapter)
        for student, submission in sorted(students.items()):
            on_student(student)
            _unzip_inside(submission, staging, budget, limits)
            _place_one(course, chapter, student, submission, cells, source.name, result)
    return result


@contextmanager
def _workplace(course: Course) -> Iterator[str]:
    """Yield an empty folder on the disk of the course; what an earlier run has left goes."""
    work = course.root / ".collecting"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    try:
        with tempfile.TemporaryDirectory(prefix="unpacked-", dir=work) as folder:
            yield folder
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _read_source(
    source: Path, staging: Staging, budget: Budget, limits: Limits
) -> tuple[list[Found], list[Refused]]:
    """Read a folder or unpack a zip."""
    if source.is_dir() or (source.is_file() and source.suffix.lower() == ".ipynb"):
        found, refused = read_folder(source)
        large = [one for one in found if one.path.stat().st_size > limits.file]
        reason = f"it is larger than {limits.file // 1024**2} MB"
        refused += [Refused(one.name, reason) for one in large]
        return [one for one in found if one not in large], refused
    if not source.is_file():
        raise CourseError(f"There is no {source}: name the zip or the folder to collect.")
    try:
        return unpack(source, staging, budget, limits)
    except LimitError as error:
        raise CourseError(
            f"{source} is not collected: {error} (at most {limits.files} files, "
            f"{limits.total // 1024**2} MB and what the disk has room for). Nothing was placed. "
            "Is there a zip bomb in it? You can unpack it yourself and collect the folder."
        ) from None
    except (zipfile.BadZipFile, OSError) as error:
        raise CourseError(f"{source} cannot be unpacked: {error}") from None


def _by_person(
    found: list[Found], chapter: str, reader: Reader | None
) -> tuple[dict[tuple, _Submission], list[Found]]:
    """Sort files by who handed them in; those of nobody come second."""
    submissions: dict[tuple, _Submission] = {}
    nobodys = []
    for file, owner in zip(
        found, owners([file.name for file in found], chapter, reader), strict=True
    ):
        if owner is None:
            nobodys.append(file)
            continue
        one = submissions.setdefault((*owner.person, owner.time), _Submission(owner))
        if owner.late and not one.owner.late:
            one.owner = owner
        one.files.append(HandedIn(owner.inner, file.path, owner.time or file.time))
    return submissions, nobodys


def _open_inner_export(
    archive: Found,
    staging: Staging,
    budget: Budget,
    limits: Limits,
    submissions: dict[tuple, _Submission],
    nobodys: list[Found],
    chapter: str,
) -> None:
    """Take an export that lies in the source, such as one zip for each group."""
    if PurePosixPath(archive.name).suffix.lower() != ".zip":
        return
    try:
        found, _ = unpack(archive.path, staging, budget, limits)
    except (LimitError, zipfile.BadZipFile, OSError):
        return
    inner, rest = _by_person(found, chapter, None)
    if not any(one.owner.system for one in inner.values()) or rest:
        return
    nobodys.remove(archive)
    for key, one in inner.items():
        submissions.setdefault(key, _Submission(one.owner)).files.extend(one.files)


def _students(
    course: Course,
    submissions: dict[tuple, _Submission],
    roster: Roster,
    chapter: str,
    result: Collection,
) -> dict[str, list[_Submission]]:
    """Find out which student each submission is of; keep and report the others."""
    students: dict[str, list[_Submission]] = {}
    people: dict[str, set[tuple]] = {}
    reasons: dict[int, str] = {}
    for one in submissions.values():
        try:
            student = student_of(one.owner, roster)
        except UnknownPersonError as error:
            reasons[id(one)] = str(error)
            continue
        students.setdefault(student, []).append(one)
        people.setdefault(student.casefold(), set()).add((student, *one.owner.person))
    there = students_in(course.submitted)
    for student in list(students):
        same = people[student.casefold()]
        ids = {one[0] for one in same} | {
            one for one in there if one.casefold() == student.casefold()
        }
        if len(ids) > 1:
            reason = f"{' and '.join(sorted(ids))} differ only in case: say in a roster who it is"
        elif len(same) > 1 and not roster.people:
            numbers = ", ".join(sorted(one[-1] for one in same))
            reason = (
                f"more than one person is called '{student}' (numbers {numbers}): say in a roster "
                "who is who, with these numbers as lms_user_id; Moodle's grading worksheet does"
            )
        else:
            continue
        reasons |= {id(one): reason for one in students.pop(student)}
    for one in submissions.values():
        if id(one) not in reasons:
            continue
        label = f"{one.owner.label} {one.owner.number}".strip()
        for file in one.files:
            name = f"{label}/{file.name}"
            where = keep_unplaced(course, chapter, name, file.path).relative_to(course.root)
            reason = f"{reasons[id(one)]}; kept as {where.as_posix()}"
            result.unplaced.append(Refused(name, reason))
    return students


def _unzip_inside(
    submissions: list[_Submission], staging: Staging, budget: Budget, limits: Limits
) -> None:
    """Unpack the zips that a student handed in, and those in them; what is too much stays packed.

    The files get the time of the zip: the times in it are the student's to choose.
    """
    mine = Budget(limits.nested_total, limits.nested_files, budget)
    for one in submissions:
        waiting = [(file, 1) for file in one.files]
        one.files = []
        while waiting:
            file, depth = waiting.pop(0)
            if PurePosixPath(file.name).suffix.lower() != ".zip" or file.litter:
                one.files.append(file)
                continue
            try:
                if depth > limits.depth:
                    raise LimitError("it lies too deep in other zips")
                found, refused = unpack(file.path, staging, mine, limits, file.time)
            except (LimitError, zipfile.BadZipFile, OSError) as error:
                one.files.append(file)
                one.notes.append(f"'{file.name}' is kept, but not unpacked: {error}")
                continue
            one.files.append(
                HandedIn(file.name, file.path, file.time, file.within, unpacked=not refused)
            )
            stem = file.name[: -len(".zip")]
            for inner in found:
                name = f"{stem}/{inner.name}"
                waiting.append((HandedIn(name, inner.path, inner.time, file.name), depth + 1))
            one.notes += [
                f"'{bad.name}' in '{file.name}' is not unpacked: {bad.reason}" for bad in refused
            ]


def _place_one(
    course: Course,
    chapter: str,
    student: str,
    submissions: list[_Submission],
    cells: frozenset[str],
    source: str,
    result: Collection,
) -> None:
    """Keep what a student handed in, and put the newest version where it is graded."""
    rows = []
    for one in sorted(submissions, key=lambda one: max(file.time for file in one.files)):
        choice = choose(one.files, chapter, cells)
        time = max(file.time for file in one.files)
        version = Version(
            student,
            chapter,
            choice.notebook.time if choice.notebook else time,
            tuple(one.files),
            choice.notebook,
            f"{source}: {one.owner.label} {one.owner.number}".strip(),
            one.owner.late,
            (*one.notes, *choice.notes),
        )
        rows.append((one, version, keep(course, version)))
    newest = place(course, chapter, student)
    for one, version, kept_now in rows:
        outcome = "nothing new"
        if kept_now is not None:
            graded = newest is not None and newest.folder == kept_now.folder
            outcome = "to be graded" if graded else "kept, not the newest"
            if version.notebook is None:
                outcome = "kept, no notebook"
        result.placed.append(
            Collected(
                student,
                one.owner.label,
                version.time,
                sum(not file.within for file in version.files),
                outcome,
                version.late,
                version.notes,
            )
        )
