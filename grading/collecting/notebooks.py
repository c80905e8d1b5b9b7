"""Which of the files that a student handed in is the notebook to grade."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from nbformat import NotebookNode

from course_lib.handing_in.manifest import read_manifest
from course_lib.handing_in.reading import read_notebook
from course_lib.handing_in.repairs import name_of
from grading.collecting.naming import copy_number, without_copy

#: Names that browsers and learning systems give to notebooks that they do not know.
DISGUISES = (".json", ".txt", "")
#: Folders of files that nobody made on purpose.
LITTER = ("__MACOSX", ".ipynb_checkpoints", ".git", ".venv", "__pycache__")


@dataclass(frozen=True)
class HandedIn:
    """A file of a submission.

    Attributes
    ----------
    name : str
        As it was called, with its folders.
    path : Path
        Where its content is.
    time : datetime
        When it was handed in, or made.
    within : str
        The zip that it was in, if it was in one; then `name` begins with that.
    unpacked : bool
        Whether it is a zip whose content is there, too.
    """

    name: str
    path: Path
    time: datetime
    within: str = ""
    unpacked: bool = False

    @property
    def litter(self) -> bool:
        """Whether it is of no use to anybody."""
        parts = PurePosixPath(self.name.replace("\\", "/")).parts
        hidden = bool(parts) and parts[-1].startswith("._")
        return (
            hidden
            or bool(parts and parts[-1] == ".DS_Store")
            or any(part in LITTER for part in parts[:-1])
        )


@dataclass(frozen=True)
class Choice:
    """The notebook of a submission, if there is one, and what is to be said about it."""

    notebook: HandedIn | None
    notes: tuple[str, ...] = ()


def choose(files: Iterable[HandedIn], chapter: str, cells: frozenset[str] = frozenset()) -> Choice:
    """Find the notebook of a chapter.

    Parameters
    ----------
    files : iterable of HandedIn
        Everything that was handed in.
    chapter : str
        Its notebook carries its name inside, has its cells, or is called like it.
    cells : frozenset of str
        The names of the cells that are graded (grade_id), if they are known.
    """
    files = [file for file in files if not file.litter]
    notes = []
    candidates = [file for file in files if _suffix(file) == ".ipynb"]
    if not candidates:
        candidates = [
            file for file in files if _suffix(file) in DISGUISES and _looks_like_one(file.path)
        ]
        if candidates:
            notes.append(f"'{candidates[0].name}' is a notebook by its content")
    ranks = {id(file): _rank(file, chapter, cells) for file in candidates}
    mine = [file for file in candidates if ranks[id(file)][0] >= 0]
    others = [file for file in candidates if ranks[id(file)][0] < 0]
    for file in others:
        notes.append(f"'{file.name}' is a notebook of another chapter")
    if not mine:
        if not candidates:
            names = ", ".join(f"'{file.name}'" for file in files[:3])
            notes.append(f"there is no notebook in it, only {names}" if files else "it is empty")
        return Choice(None, tuple(notes))
    best = max(mine, key=lambda file: ranks[id(file)])
    if len(mine) > 1:
        notes.append(f"of {len(mine)} notebooks '{best.name}' is graded")
    problem = _problem(best)
    if problem:
        notes.append(f"'{best.name}' cannot be read: {problem}")
    return Choice(best, tuple(notes))


def _rank(file: HandedIn, chapter: str, cells: frozenset[str]) -> tuple:
    """Say how likely a file is the notebook of the chapter; less than nothing: it is not."""
    stem = without_copy(PurePosixPath(file.name.replace("\\", "/")).name.removesuffix(".ipynb"))
    named = stem.casefold() == chapter.casefold()
    kinship = 0
    with suppress(ValueError):
        kinship = _kinship(read_notebook(file.path), chapter, cells)
    return (
        -1 if kinship < 0 else int(named) + kinship,
        not file.within,
        copy_number(PurePosixPath(file.name).name),
        file.time,
        file.name,
    )


def _kinship(notebook: NotebookNode, chapter: str, cells: frozenset[str]) -> int:
    """Compare what a notebook says about itself with the chapter."""
    has = {name for cell in notebook.cells if (name := name_of(cell))}
    if cells & has:
        return 2
    manifest = read_manifest(notebook)
    if manifest is None:
        return 0
    return 2 if manifest.chapter == chapter else -1


def _problem(file: HandedIn) -> str:
    """Say why a notebook cannot be read; empty if it can."""
    try:
        read_notebook(file.path)
    except ValueError as error:
        return str(error)
    return ""


def _suffix(file: HandedIn) -> str:
    return PurePosixPath(file.name.replace("\\", "/")).suffix.lower()


def _looks_like_one(path: Path) -> bool:
    """Tell whether a file is a notebook under another name."""
    with path.open("rb") as stream:
        if not stream.read(64).lstrip().startswith(b"{"):
            return False
    try:
        read_notebook(path)
    except (ValueError, json.JSONDecodeError):
        return False
    return True
