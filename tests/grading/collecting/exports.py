"""Zips as learning systems, and those who do not mean well, make them."""

import io
import stat
import struct
import zipfile
import zlib
from pathlib import Path

#: What zips say when files are from, unless a test says something else.
TIME = (2026, 3, 1, 12, 0, 0)


def entry(name: str, time=TIME, compression=zipfile.ZIP_DEFLATED, **attributes) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, time)
    info.compress_type = compression
    for key, value in attributes.items():
        setattr(info, key, value)
    return info


def zipped(files, time=TIME) -> bytes:
    """Make a zip from pairs of names (or entries) and contents, in their order."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items() if isinstance(files, dict) else files:
            info = name if isinstance(name, zipfile.ZipInfo) else entry(name, time)
            archive.writestr(info, data)
    return content.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    return entry(name, create_system=3, external_attr=(stat.S_IFLNK | 0o777) << 16)


def raw_name(archive: bytes, placeholder: str, raw: bytes, utf8: bool = False) -> bytes:
    """Put the bytes of a name in place of another one of that length, and say if it is UTF-8."""
    assert len(placeholder) == len(raw)
    changed = bytearray(archive.replace(placeholder.encode(), raw))
    for signature, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = changed.find(signature)
        while start >= 0:
            header = changed[start : start + 400]
            if raw in header:
                (flags,) = struct.unpack_from("<H", changed, start + at)
                flags = flags | 0x800 if utf8 else flags & ~0x800
                struct.pack_into("<H", changed, start + at, flags)
            start = changed.find(signature, start + 4)
    return bytes(changed)


def unicode_path(raw: bytes, name: str) -> bytes:
    """The extra field that has a name in UTF-8."""
    data = struct.pack("<BI", 1, zlib.crc32(raw)) + name.encode()
    return struct.pack("<HH", 0x7075, len(data)) + data


def with_sizes(archive: bytes, packed: int | None = None, size: int | None = None) -> bytes:
    """Lie about the sizes of the first entry, in its table of contents."""
    changed = bytearray(archive)
    at = changed.find(b"PK\1\2")
    if packed is not None:
        struct.pack_into("<I", changed, at + 20, packed)
    if size is not None:
        struct.pack_into("<I", changed, at + 24, size)
    return bytes(changed)


def bomb(megabytes: int = 64) -> bytes:
    """A zip of zeros: a thousandth of what comes out."""
    return zipped({"zeros.bin": bytes(megabytes * 2**20)})


def overlapping(times: int, megabytes: int) -> bytes:
    """A zip in which many entries are the same bytes."""
    archive = bytearray(bomb(megabytes))
    at, end = archive.find(b"PK\1\2"), archive.find(b"PK\5\6")
    one = archive[at:end]
    directory = b"".join(one.replace(b"zeros.bin", b"zero%05d" % number) for number in range(times))
    tail = bytearray(archive[end:])
    struct.pack_into("<HHI", tail, 8, times, times, len(directory))
    return bytes(archive[:at] + directory + tail)


def written(folder: Path, content: bytes, name: str = "export.zip") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
