"""Unpacking what anyone may have made: zips and folders, as files with numbers for names.

What an archive says about itself is not believed. No name in it becomes a path: files are written
under numbers, and their names are kept beside them. Sizes are counted while they are written.
"""

import os
import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from grading.collecting.headers import clear_utf8_flags, decoded_name, size_of_names, time_of

CHUNK = 1 << 16
#: What a reader of zips raises for what is damaged, encrypted or compressed in some other way.
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError)
BROKEN += (ValueError, struct.error, MemoryError)
ENCRYPTED_FLAG = 0x1


class LimitError(Exception):
    """More comes out of an archive than may."""


@dataclass(frozen=True)
class Limits:
    """The most that may come out of archives.

    Attributes
    ----------
    total, files : int
        Bytes and files of everything that is collected at once.
    file : int
        Bytes of one file.
    nested_total, nested_files : int
        Bytes and files of the zips that one student handed in.
    ratio, ratio_from : int
        How many times its packed size a file may have, once it has this many bytes.
    depth : int
        How deep zips may lie in zips that were handed in.
    names : int
        Bytes of an archive's table of contents.
    """

    total: int = 16 * 1024**3
    files: int = 50_000
    file: int = 256 * 1024**2
    nested_total: int = 512 * 1024**2
    nested_files: int = 1000
    ratio: int = 200
    ratio_from: int = 16 * 1024**2
    depth: int = 3
    names: int = 32 * 1024**2


@dataclass(frozen=True)
class Found:
    """A file: its name in the source, the file on disk that has its content, and its time."""

    name: str
    path: Path
    time: datetime


@dataclass(frozen=True)
class Refused:
    """What was not unpacked, and why."""

    name: str
    reason: str


class Budget:
    """What may still be unpacked; part of a larger budget, if one is given."""

    def __init__(self, total: int, files: int, of: "Budget | None" = None):
        self.total, self.files, self.of = total, files, of

    def take(self, total: int = 0, files: int = 0) -> None:
        """Use some of it, or raise `LimitError`."""
        if self.of is not None:
            self.of.take(total, files)
        self.total -= total
        self.files -= files
        if self.total < 0:
            raise LimitError("it unpacks to too many bytes")
        if self.files < 0:
            raise LimitError("it has too many files")


class Staging:
    """A folder for unpacked files, which have numbers for names."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True)
        self._numbers = count()

    def new_path(self) -> Path:
        """Return a path that nothing has."""
        return self.folder / f"{next(self._numbers):06}"


def read_folder(folder: Path) -> tuple[list[Found], list[Refused]]:
    """List the files of a folder, where they are; links are not followed."""
    found, refused = [], []
    for path in sorted([folder] if folder.is_file() else _walk(folder)):
        within = path.name if path == folder else path.relative_to(folder).as_posix()
        name = os.fsencode(within).decode("utf-8", errors="replace")
        status = path.lstat()
        if stat.S_ISREG(status.st_mode):
            found.append(Found(name, path, datetime.fromtimestamp(status.st_mtime, UTC)))
        else:
            refused.append(Refused(name, "it is a link or no file, and links are not followed"))
    return found, refused


def unpack(
    archive: Path, staging: Staging, budget: Budget, limits: Limits, time: datetime | None = None
) -> tuple[list[Found], list[Refused]]:
    """Unpack a zip.

    Parameters
    ----------
    archive : Path
        The zip; it is only read.
    staging : Staging
        Where the files go.
    budget : Budget
        What may come out.
    limits : Limits
        For each file.
    time : datetime, optional
        The time of everything in it; otherwise what the zip says.

    Returns
    -------
    found : list of Found
    refused : list of Refused
        What is damaged, a link, encrypted or grows beyond measure; the others are there.

    Raises
    ------
    LimitError
        If all of it is more than `budget` allows.
    zipfile.BadZipFile
        If it is not a zip that can be read.
    """
    found, refused = [], []
    size = archive.stat().st_size
    with _opened(archive, staging, limits) as opened:
        for info in opened.infolist():
            name = decoded_name(info)
            if name.endswith(("/", "\\")):
                continue
            budget.take(files=1)
            kind = stat.S_IFMT(info.external_attr >> 16)
            if kind not in (0, stat.S_IFREG):
                refused.append(Refused(name, "it is a link or no file, and links are not followed"))
                continue
            if info.flag_bits & ENCRYPTED_FLAG:
                refused.append(Refused(name, "it is encrypted"))
                continue
            path = staging.new_path()
            packed = min(max(info.compress_size, 1), size)
            try:
                with opened.open(info) as stream, path.open("xb") as target:
                    for chunk in _limited(stream, packed, budget, limits):
                        target.write(chunk)
            except _TooLargeError as error:
                path.unlink()
                refused.append(Refused(name, str(error)))
            except LimitError:
                for one in (path, *(file.path for file in found)):
                    one.unlink()
                raise
            except BROKEN as error:
                path.unlink(missing_ok=True)
                refused.append(Refused(name, f"it is damaged ({error})"))
            else:
                found.append(Found(name, path, time or time_of(info, archive)))
    return found, refused


def _walk(folder: Path) -> Iterator[Path]:
    """Yield everything in a folder that is not a folder itself."""
    for top, folders, names in os.walk(folder):
        yield from (Path(top, name) for name in names)
        yield from (Path(top, name) for name in folders if Path(top, name).is_symlink())


class _TooLargeError(Exception):
    """One file is too large, or grows too much."""


def _limited(stream, packed: int, budget: Budget, limits: Limits) -> Iterator[bytes]:
    """Yield a file's content, as long as it stays within the limits."""
    written = 0
    while chunk := stream.read(CHUNK):
        written += len(chunk)
        if written > limits.file:
            raise _TooLargeError(f"it is larger than {limits.file // 1024**2} MB")
        if written > limits.ratio_from and written > limits.ratio * packed:
            raise _TooLargeError(f"it grows to more than {limits.ratio} times its packed size")
        budget.take(total=len(chunk))
        yield chunk


def _opened(archive: Path, staging: Staging, limits: Limits) -> zipfile.ZipFile:
    """Open a zip, also one with names that are said to be UTF-8 and are not."""
    if size_of_names(archive) > limits.names:
        raise LimitError("its table of contents is too long")
    try:
        return zipfile.ZipFile(archive)
    except UnicodeDecodeError:
        pass
    except zipfile.BadZipFile:
        raise
    except BROKEN as error:
        raise zipfile.BadZipFile(str(error)) from None
    copy = staging.new_path()
    try:
        shutil.copyfile(archive, copy)
        clear_utf8_flags(copy)
        return zipfile.ZipFile(copy)
    except BROKEN as error:
        raise zipfile.BadZipFile(f"its names cannot be read: {error}") from None
