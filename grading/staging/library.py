"""The files of a chapter's `course_lib`."""

import ast
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from grading.errors import CourseError
from grading.staging.table import order, withheld
from grading.staging.transform import functions_of, without_bodies

PACKAGE = "course_lib"
FIRST = f"{PACKAGE}/__init__.py"
CACHES = {"__pycache__", ".ipynb_checkpoints"}


def installed() -> Path:
    """Return the folder of the whole library, without importing it."""
    return Path(find_spec(PACKAGE).origin).parent


def read_library(folder: Path | None = None) -> dict[str, bytes]:
    """Read the files of the library by their path, ``course_lib/...``; nothing that is compiled."""
    folder = folder or installed()
    return {
        f"{PACKAGE}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pyc" and not CACHES & set(path.parts)
    }


def version(files: Mapping[str, bytes]) -> str:
    """Return the version that a library says it has."""
    return _version_node(files[FIRST].decode()).value.value


def staged(chapter: str, files: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Return the files of a chapter's library.

    Its version is that of the whole one, and the chapter's number. So the library of a later
    chapter is newer, and installing it replaces the earlier one.

    Parameters
    ----------
    chapter : str
        Whose.
    files : mapping, optional
        The whole library; the installed one if left out.

    Raises
    ------
    CourseError
        If the table names something that is not in the library.
    """
    files = dict(read_library() if files is None else files)
    for path, reasons in places(files, withheld(chapter)).items():
        files[path] = without_bodies(files[path].decode(), reasons).encode()
    lines = files[FIRST].decode().splitlines(keepends=True)
    at = _version_node(files[FIRST].decode()).lineno - 1
    lines[at] = f'__version__ = "{version(files)}.{order(chapter)}"\n'
    return files | {FIRST: "".join(lines).encode()}


def places(files: Mapping[str, bytes], reasons: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Find the file of each name in the table.

    Returns
    -------
    dict
        For each file the names in it (``function``, ``Class.method``) with their reasons.

    Raises
    ------
    CourseError
        If a name is nowhere, or in two files.
    """
    found: dict[str, dict[str, str]] = {}
    for name, reason in reasons.items():
        module, _, function = name.partition(".")
        below = (f"{PACKAGE}/{module}.py", f"{PACKAGE}/{module}/")
        paths = [
            path
            for path, content in files.items()
            if path.startswith(below) and path.endswith(".py") and function in _names(content)
        ]
        if len(paths) != 1:
            where = "in " + " and ".join(paths) if paths else "not there"
            raise CourseError(
                f"course_lib.{name}, in the table of what students write, is {where}: "
                "change grading/staging/table.py along with course_lib."
            )
        found.setdefault(paths[0], {})[function] = reason
    return found


@cache
def _names(content: bytes) -> frozenset[str]:
    """Return the functions and methods that a module defines."""
    return frozenset(name for name, _ in functions_of(ast.parse(content)))


def _version_node(source: str) -> ast.Assign:
    """Find the assignment to `__version__`."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and _targets(node.targets) == ["__version__"]:
            return node
    raise CourseError("course_lib has no __version__.")


def _targets(targets: Iterable[ast.expr]) -> list[str]:
    return [target.id for target in targets if isinstance(target, ast.Name)]
