"""What a zip says about itself: names, times, and how long its table of contents is."""

import mmap
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

UTF8_FLAG = 0x800


def decoded_name(info: zipfile.ZipInfo) -> str:
    """Return an entry's name as its maker saw it, as far as that can be known.

    Old programs write names in the encoding of their machine and do not say which. Most write
    UTF-8; if it is not that, it is read as zip's first encoding, and stays legible in part.
    """
    if info.flag_bits & UTF8_FLAG:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437", errors="replace")
    return _unicode_path(info.extra, raw) or _as_utf8(raw) or info.orig_filename


def time_of(info: zipfile.ZipInfo, archive: Path) -> datetime:
    """Return an entry's time: from the field that has it in UTC, or the local time of the zip."""
    for kind, data in _fields(info.extra):
        if kind == 0x5455 and len(data) >= 5 and data[0] & 1:
            return datetime.fromtimestamp(struct.unpack_from("<i", data, 1)[0], UTC)
    try:
        return datetime(*info.date_time).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime.fromtimestamp(archive.stat().st_mtime, UTC)


def size_of_names(archive: Path) -> int:
    """Return how long the table of contents is that a reader of this zip would load."""
    tail, at = _end_of(archive)
    (size,) = struct.unpack_from("<I", tail, at + 12)
    large = tail.rfind(b"PK\6\6", 0, at)
    if large >= 0 and len(tail) >= large + 48:
        size = max(size if size != 0xFFFFFFFF else 0, *struct.unpack_from("<Q", tail, large + 40))
    return size


def clear_utf8_flags(archive: Path) -> None:
    """Say in a zip that no name is UTF-8: in its table of contents and before each file."""
    with archive.open("r+b") as stream, mmap.mmap(stream.fileno(), 0) as content:
        end = content.rfind(b"PK\5\6")
        (size,) = struct.unpack_from("<I", content, end + 12)
        entry = content.find(b"PK\1\2", max(0, end - size), end)
        while entry >= 0:
            *lengths, offset = struct.unpack_from("<3H8xI", content, entry + 28)
            places = [entry + 8]
            if content[offset : offset + 4] == b"PK\3\4":
                places.append(offset + 6)
            for place in places:
                (flags,) = struct.unpack_from("<H", content, place)
                struct.pack_into("<H", content, place, flags & ~UTF8_FLAG)
            entry = content.find(b"PK\1\2", entry + 46 + sum(lengths), end)


def _end_of(archive: Path) -> tuple[bytes, int]:
    """Return the last bytes of a zip, from its end record on, and where that record is."""
    size = archive.stat().st_size
    with archive.open("rb") as stream:
        start = max(0, size - (1 << 16) - 1024)
        stream.seek(start)
        tail = stream.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) < at + 22:
        raise zipfile.BadZipFile("it is not a zip, or it is cut off")
    return tail, at


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the extra fields of an entry."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        yield kind, extra[4 : 4 + size]
        extra = extra[4 + size :]


def _unicode_path(extra: bytes, raw: bytes) -> str:
    """Return the name that a field for it has, if it belongs to this name."""
    for kind, data in _fields(extra):
        if kind == 0x7075 and len(data) > 5 and data[0] == 1:
            (checksum,) = struct.unpack_from("<I", data, 1)
            if checksum == zlib.crc32(raw):
                return _as_utf8(data[5:])
    return ""


def _as_utf8(raw: bytes) -> str:
    """Decode UTF-8; empty if it is not."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
