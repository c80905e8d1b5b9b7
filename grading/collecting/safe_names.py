"""Names of files as they can be on every system."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

#: The most bytes of a part of a path, and of all of it.
LONGEST_PART, LONGEST_PATH = 150, 400
DEEPEST = 12
#: Names that Windows keeps for itself.
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def safe_names(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return relative paths that work on every system and are different on all of them.

    >>> safe_names(["a/../../b.txt", "/etc/B.TXT", "B.txt", "con.txt", "a/c?.txt"])
    ['a/b.txt', 'etc/B.TXT', 'B.txt', '_con.txt', 'a/c_.txt']
    >>> safe_names(["x.txt", "X.txt", "x.txt/y"])
    ['x.txt', 'X (2).txt', 'x (3).txt/y']
    """
    files, folders, safe = set(taken), set(), []
    for name in names:
        parts = [_safe_part(part) for part in re.split(r"[/\\]", name)]
        parts = [part for part in parts if part]
        if len(parts) > DEEPEST or len("/".join(parts).encode()) > LONGEST_PATH:
            parts = [_shortened(parts[-1], name)]
        path = "/".join(parts) or "unnamed"
        number, wanted = 1, path
        while _clashes(path, files, folders):
            number += 1
            path = _numbered(wanted, number, files)
        files.add(folded(path))
        folders.update(folded(str(one)) for one in PurePosixPath(path).parents)
        safe.append(path)
    return safe


def _safe_part(part: str) -> str:
    """Return one part of a path as it can be on every system; empty if it is nothing."""
    part = unicodedata.normalize("NFC", part)
    part = "".join(
        "_" if one in ':*?"<>|' or not one.isprintable() else one for one in part
    ).rstrip(". ")
    part = part.encode("utf-8", errors="replace").decode("utf-8").lstrip(" ")
    if not part.strip(". "):
        return ""
    if DEVICES.fullmatch(part):
        part = f"_{part}"
    return _shortened(part, part) if len(part.encode()) > LONGEST_PART else part


def _shortened(part: str, name: str) -> str:
    """Shorten a name; a digest of the whole name keeps it apart from others."""
    suffix = PurePosixPath(part).suffix
    suffix = suffix if len(suffix.encode()) <= 20 else ""
    digest = hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:8]
    stem = part.encode()[:80].decode(errors="ignore").removesuffix(suffix)
    return f"{stem}~{digest}{suffix}"


def folded(path: str) -> str:
    """Return what is the same for paths that some file systems take for the same."""
    return unicodedata.normalize("NFC", path).casefold()


def _clashes(path: str, files: set[str], folders: set[str]) -> bool:
    """Tell whether a path is taken, or leads through a file, or is a folder."""
    above = {folded(str(one)) for one in PurePosixPath(path).parents}
    return folded(path) in files | folders or bool(above & files)


def _numbered(path: str, number: int, files: set[str]) -> str:
    """Put a number into a path, where it clashes."""
    parts = path.split("/")
    for index in range(1, len(parts)):
        if folded("/".join(parts[:index])) in files:
            break
    else:
        index = len(parts)
    stem, suffix = os.path.splitext(parts[index - 1])
    parts[index - 1] = f"{stem} ({number}){suffix}"
    return "/".join(parts)
