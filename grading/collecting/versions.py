"""Everything that was ever handed in, and the newest of it where it is graded.

::

    collected/CHAPTER/STUDENT/2026-01-30T150000-1a2b3c4d/    one version: the files, and
        version.json                                         what they were called, and when
        files/...
    collected/CHAPTER/STUDENT/placed.json                    which version is in submitted/
    collected/unplaced/CHAPTER/...                           what belongs to nobody

A version is written beside its place and moved there when it is whole. Nothing below ``collected/``
is ever changed or removed. What lies in ``submitted/`` and was not put there by these functions is
kept as a version of its own before anything takes its place.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from grading.collecting.archives import read_folder
from grading.collecting.notebooks import HandedIn
from grading.collecting.safe_names import folded, safe_names
from grading.course_directory import Course
from grading.files import write_atomically

#: nbgrader reads from this file when a submission was handed in.
TIMESTAMP = "timestamp.txt"


@dataclass(frozen=True)
class Version:
    """What a student handed in at one time.

    Attributes
    ----------
    student, chapter : str
        Who, and of what.
    time : datetime
        When.
    files : tuple of HandedIn
        Everything, what was in zips included.
    notebook : HandedIn, optional
        The one to grade.
    source : str
        Where it came from.
    late : bool
        Whether the learning system said that it came late.
    notes : tuple of str
        What is to be said about it.
    """

    student: str
    chapter: str
    time: datetime
    files: tuple[HandedIn, ...]
    notebook: HandedIn | None
    source: str
    late: bool = False
    notes: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """A name for exactly what was handed in."""
        return digest_of((file.name, file.path) for file in self.files if not file.within)


@dataclass(frozen=True)
class Kept:
    """A version below ``collected/``."""

    folder: Path
    time: datetime
    digest: str
    notebook: str | None
    files: dict[str, dict] = field(hash=False)

    @property
    def order(self) -> tuple[bool, datetime, str]:
        """The greatest is graded: one with a notebook, then the newest."""
        return (self.notebook is not None, self.time, self.folder.name)


def keep(course: Course, version: Version) -> Kept | None:
    """Keep a version; None if it is there already."""
    place = history(course, version.chapter, version.student)
    before = kept(course, version.chapter, version.student)
    digest = version.digest
    same = [one for one in before if one.digest == digest]
    newest = max(before, key=lambda one: one.time, default=None)
    if same and (newest in same or any(one.time == version.time for one in same)):
        return None
    staging = _fresh(course.root / ".collecting" / "version")
    names = safe_names(file.name for file in version.files)
    files = {}
    for file, name in zip(version.files, names, strict=True):
        target = staging / "files" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file.path, target)
        files[name] = {
            "was": file.name,
            "bytes": target.stat().st_size,
            "sha256": _sha256(target),
            "within": file.within,
            "unpacked": file.unpacked,
            "litter": file.litter,
        }
    notebook = None
    if version.notebook is not None:
        notebook = names[version.files.index(version.notebook)]
    record = {
        "student": version.student,
        "chapter": version.chapter,
        "time": version.time.isoformat(),
        "source": version.source,
        "late": version.late,
        "digest": digest,
        "notebook": notebook,
        "notes": list(version.notes),
        "files": files,
    }
    text = json.dumps(record, indent=2, ensure_ascii=True)
    write_atomically(staging / "version.json", text + "\n")
    stamp = f"{version.time.astimezone(UTC):%Y-%m-%dT%H%M%S}-{digest[:8]}"
    place.mkdir(parents=True, exist_ok=True)
    folder = place / stamp
    staging.rename(folder)
    return _read(folder)


def kept(course: Course, chapter: str, student: str) -> list[Kept]:
    """List a student's versions, the oldest first."""
    found = history(course, chapter, student).glob("*/version.json")
    return sorted((_read(path.parent) for path in found), key=lambda one: one.time)


def history(course: Course, chapter: str, student: str) -> Path:
    """Return the folder of everything that a student has handed in for a chapter."""
    return course.root / "collected" / chapter / student


def keep_what_is_there(course: Course, chapter: str, student: str) -> Kept | None:
    """Keep what is in ``submitted/`` if it was not put there by `place`."""
    folder = course.submission(student, chapter).parent
    if not folder.is_dir() or folder.is_symlink():
        return None
    placed = _placed(course, chapter, student)
    if placed.get("content") == _content(folder):
        return None
    found, _ = read_folder(folder)
    if not found:
        return None
    files = tuple(HandedIn(one.name, one.path, one.time) for one in found)
    notebook = next((file for file in files if file.name == f"{chapter}.ipynb"), None)
    time = max(file.time for file in files) if notebook is None else notebook.time
    stamp = next((file for file in files if file.name == TIMESTAMP), None)
    if stamp is not None and not placed:
        time = _read_timestamp(stamp.path) or time
    version = Version(student, chapter, time, files, notebook, "submitted/")
    return keep(course, version)


def place(course: Course, chapter: str, student: str) -> Kept | None:
    """Put the newest version into ``submitted/``; return it if it was not there."""
    keep_what_is_there(course, chapter, student)
    versions = kept(course, chapter, student)
    if not versions:
        return None
    newest = max(versions, key=lambda one: one.order)
    folder = course.submission(student, chapter).parent
    placed = _placed(course, chapter, student)
    if os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir()):
        if folder.is_file():
            keep_unplaced(course, chapter, f"{student}/{folder.name}", folder)
        folder.unlink()
    there = folder.is_dir()
    if there and placed.get("version") == newest.folder.name:
        return None
    if there and newest.digest == digest_of((f.name, f.path) for f in read_folder(folder)[0]):
        content = _content(folder)  # somebody has put it there by hand
    else:
        staging = _fresh(course.root / ".collecting" / "submission")
        for name, target in _layout(newest, chapter):
            path = staging / target
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(newest.folder / "files" / name, path)
        stamp = newest.time.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        (staging / TIMESTAMP).write_text(f"{stamp}\n", encoding="utf-8")
        content = _content(staging)
        folder.parent.mkdir(parents=True, exist_ok=True)
        if there:
            folder.rename(_fresh(course.root / ".collecting" / "before", make=False))
        staging.rename(folder)
    record = {"version": newest.folder.name, "content": content}
    write_atomically(history(course, chapter, student) / "placed.json", json.dumps(record) + "\n")
    return newest


def keep_unplaced(course: Course, chapter: str, name: str, path: Path) -> Path:
    """Keep a file that belongs to nobody; return where."""
    folder = course.root / "collected" / "unplaced" / chapter
    taken: set[str] = set()
    while True:
        (safe,) = safe_names([name], taken)
        target = folder / safe
        if not os.path.lexists(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = _fresh(course.root / ".collecting" / "unplaced", make=False)
            temporary.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, temporary)
            temporary.rename(target)
            return target
        if target.is_file() and _sha256(target) == _sha256(path):
            return target
        taken.add(folded(safe))


def digest_of(files: Iterable[tuple[str, Path]]) -> str:
    """Return a digest of files, by their names and contents."""
    lines = sorted(f"{_sha256(path)} {name}" for name, path in files)
    return hashlib.sha256("\n".join(lines).encode(errors="surrogatepass")).hexdigest()


def _layout(version: Kept, chapter: str) -> list[tuple[str, str]]:
    """Say which kept file goes where in ``submitted/``: the notebook gets the chapter's name."""
    root = PurePosixPath(version.notebook or "").parent
    names, wanted = [], []
    for name, about in version.files.items():
        if about["unpacked"] or about["litter"] or name == version.notebook:
            continue
        path = PurePosixPath(name)
        names.append(name)
        wanted.append(str(path.relative_to(root) if path.is_relative_to(root) else path))
    reserved = {folded(TIMESTAMP)} | ({folded(f"{chapter}.ipynb")} if version.notebook else set())
    targets = safe_names(wanted, reserved)
    mine = [(version.notebook, f"{chapter}.ipynb")] if version.notebook else []
    return [*mine, *zip(names, targets, strict=True)]


def _fresh(path: Path, make: bool = True) -> Path:
    """Return a folder of our own that is empty, or not there."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if make:
        path.mkdir()
    return path


def _placed(course: Course, chapter: str, student: str) -> dict:
    """Read what `place` has put into ``submitted/``; empty if nothing, or if it is not known."""
    try:
        path = history(course, chapter, student) / "placed.json"
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _content(folder: Path) -> str:
    """Return a digest of a folder."""
    return digest_of((one.name, one.path) for one in read_folder(folder)[0])


def _read(folder: Path) -> Kept:
    """Read the record of a version."""
    record = json.loads((folder / "version.json").read_text(encoding="utf-8"))
    return Kept(
        folder,
        datetime.fromisoformat(record["time"]),
        record["digest"],
        record["notebook"],
        record["files"],
    )


def _read_timestamp(path: Path) -> datetime | None:
    """Read a time as nbgrader writes it; None if it is no time."""
    from nbgrader.utils import parse_utc

    try:
        return parse_utc(path.read_text(encoding="utf-8").strip()).replace(tzinfo=UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
