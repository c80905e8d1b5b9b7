"""Find what a release must not contain: solutions, hidden tests, outputs, the source itself.

A *secret* is a line inside a solution or a hidden-test region of the instructor's notebook (every
line of a solution cell that has no region). It leaks

- as a line of a released cell. A short line, an import, a comment, or the bare opening of a call
  (``checks.assert_close(``), of a block (``with assert_no_warnings():``) or of a loop
  (``for _ in range(200):``) is excused if it is also a public line of the source: nobody can say
  where it came from, and it gives nothing away;
- if it is long, anywhere inside any text of the released notebook or of a file beside it.

A long secret line that is public in the source too is reported: the author must rephrase one.
"""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbformat import NotebookNode

SHORT = 12
LONG = 20
MARKER = re.compile(r"(BEGIN|END)[\s_#-]*(SOLUTION|HIDDEN[\s_#-]*TEST)", re.IGNORECASE)
REGION = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS)")
IMPORT = re.compile(r"(import|from)\s+\w")
OPENING = re.compile(r"[\w.]+\($|with [\w.]+\(\):$|for \w+ in range\(\w+\):$")


@dataclass(frozen=True)
class Leak:
    """Something that must not be in a release: in which file, which cell, which line, and what."""

    file: str
    cell: int | None
    line: int | None
    what: str

    def __str__(self) -> str:
        """``01_topic.ipynb, cell 7, line 2: a line of a solution: ...``."""
        place = [self.file]
        if self.cell is not None:
            place.append(f"cell {self.cell}")
        if self.line is not None:
            place.append(f"line {self.line}")
        return f"{', '.join(place)}: {self.what}"


@dataclass(frozen=True)
class Lines:
    """A source notebook's lines, stripped: secret ones, with what they are part of, and public."""

    secret: dict[str, str]
    public: frozenset[str]

    def is_excused(self, line: str) -> bool:
        """Tell whether a secret line may be in a release, because it is public and says nothing."""
        says_nothing = (
            len(line) < SHORT or line.startswith("#") or IMPORT.match(line) or OPENING.match(line)
        )
        if OPENING.match(line) and any(line in public for public in self.public):
            return True  # a call that others make, too: what it is given stands on other lines
        return bool(says_nothing) and line in self.public

    @cached_property
    def long(self) -> dict[str, set[str]]:
        """The secrets that leak anywhere inside a text, with how they look there, as in JSON."""
        return {
            secret: {
                secret,
                json.dumps(secret)[1:-1],
                json.dumps(secret, ensure_ascii=False)[1:-1],
            }
            for secret in self.secret
            if len(secret) >= LONG and not self.is_excused(secret)
        }


def split_lines(source: NotebookNode, stubs: Collection[str] = ()) -> Lines:
    """Sort the lines of the instructor's notebook into secret and public.

    Parameters
    ----------
    source : NotebookNode
        The instructor's notebook.
    stubs : collection of str
        What students find in place of a solution. Where nobody has written one, as in a question
        that is marked by hand, the source says the same, and it is no secret.
    """
    given = {line.strip() for stub in stubs for line in stub.splitlines()}
    secret: dict[str, str] = {}
    public: set[str] = set()
    for cell in source.cells:
        metadata = cell.metadata.get("nbgrader", {})
        whole_cell = metadata.get("solution") and not REGION.search(cell.source)
        region = "SOLUTION" if whole_cell else None
        for line in cell.source.splitlines():
            marker = REGION.search(line)
            if marker:
                region = marker[2] if marker[1] == "BEGIN" else None
            elif line.strip() and region and line.strip() not in given:
                part = "a solution" if region == "SOLUTION" else "a hidden test"
                secret.setdefault(line.strip(), f"{part} (`{metadata.get('grade_id', '?')}`)")
            elif line.strip():
                public.add(line.strip())
    return Lines(secret, frozenset(public))


def notebook_leaks(released: NotebookNode, lines: Lines, file: str) -> list[Leak]:
    """Find the leaks in a released notebook.

    Parameters
    ----------
    released : NotebookNode
        What students would get.
    lines : Lines
        The lines of the instructor's notebook, from `split_lines`.
    file : str
        How to name the notebook in the report.
    """
    leaks = []
    for number, cell in enumerate(released.cells, start=1):
        leaks += [
            Leak(file, number, line_number, what)
            for line_number, what in text_leaks(cell.source, lines)
        ]
        around = {key: value for key, value in cell.items() if key != "source"}
        leaks += [Leak(file, number, None, what) for what in _hidden_in(around, lines)]
        if cell.cell_type == "code" and cell.get("outputs"):
            leaks.append(Leak(file, number, None, "it has outputs, which show what answers give"))
        if cell.cell_type == "code" and cell.get("execution_count") is not None:
            leaks.append(Leak(file, number, None, "it has an execution count: it has been run"))
    return leaks + [
        Leak(file, None, None, f"in the notebook's metadata: {what}")
        for what in _hidden_in(released.metadata, lines)
    ]


def file_leaks(
    release: Path,
    notebook: Path | None,
    source: Path,
    lines: Lines,
    private: dict[str, str],
    made: Collection[str] = (),
) -> list[Leak]:
    """Find files that must not be in a release.

    Parameters
    ----------
    release : Path
        The folder that students get.
    notebook : Path or None
        The notebook in it that `notebook_leaks` looks after.
    source : Path
        The folder of the instructor's version: what is in it besides notebooks was put there on
        purpose, but must not give anything away either.
    lines : Lines
        The lines of the instructor's notebook, from `split_lines`.
    private : dict
        Whole texts that no file may contain (the MyST source, answers), by what to call them.
    made : collection of str
        Files that were not copied from the source but made for students.
    """
    leaks = []
    for path in sorted(release.rglob("*")):
        if path.is_dir() or path == notebook:
            continue
        name = path.relative_to(release).as_posix()
        if (name not in made and not (source / name).is_file()) or path.suffix == ".ipynb":
            leaks.append(Leak(name, None, None, "this file is not part of the release"))
        text = path.read_text(encoding="utf-8", errors="replace")
        leaks += private_leaks(name, text, private)
        leaks += [
            Leak(name, None, number, what)
            for number, what in text_leaks(text, lines, only_long=True)
        ]
    return leaks


def private_leaks(file: str, text: str, private: dict[str, str]) -> list[Leak]:
    """Find the whole texts that no file may contain in the text of one.

    Parameters
    ----------
    file, text : str
        How to name it, and what is in it.
    private : dict
        The texts, by what to call them.
    """
    return [
        Leak(file, None, None, f"it contains {what}")
        for what, content in private.items()
        if content.strip() and content.strip() in text
    ]


def text_leaks(text: str, lines: Lines, only_long: bool = False) -> Iterator[tuple[int, str]]:
    """Find the lines of a text that give something away.

    Parameters
    ----------
    text : str
        Code, or anything else.
    lines : Lines
        The lines of the instructor's notebook, from `split_lines`.
    only_long : bool
        Whether a short secret that is a whole line is no leak: right for what is not code.

    Yields
    ------
    number, what : int, str
        The line, counted from 1, and what it gives away.
    """
    present = _long_secrets_in(text, lines)
    for number, line in enumerate(text.splitlines(), start=1):
        what = _what_leaks(line, lines, present, only_long)
        if what:
            yield number, what


def _what_leaks(line: str, lines: Lines, present: list[str], only_long: bool) -> str | None:
    """Say what a single line gives away, if anything; `present` are the long secrets to expect."""
    stripped = line.strip()
    if not only_long and stripped in lines.secret and not lines.is_excused(stripped):
        return f"a line of {lines.secret[stripped]}: {stripped}"
    if MARKER.search(line):
        return f"a marker is left: {stripped}"
    for secret in present:
        if any(spelling in line for spelling in lines.long[secret]):
            return f"a line of {lines.secret[secret]}: {secret}"
    return None


def _hidden_in(value: object, lines: Lines) -> Iterator[str]:
    """Say what the texts anywhere inside a value give away: metadata, attachments, outputs."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _hidden_in(key, lines)
            yield from _hidden_in(inner, lines)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _hidden_in(inner, lines)
    elif isinstance(value, str):
        for secret in _long_secrets_in(value, lines):
            yield f"a line of {lines.secret[secret]}: {secret}"
        if MARKER.search(value):
            yield f"a marker is left: {value.strip()[:80]}"


def _long_secrets_in(text: str, lines: Lines) -> list[str]:
    """Find the long secrets inside a text."""
    return [
        secret
        for secret, spellings in lines.long.items()
        if any(spelling in text for spelling in spellings)
    ]
