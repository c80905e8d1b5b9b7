"""What grading says about each student, and the file it is kept in."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from textwrap import indent
from typing import Any

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from grading.files import write_atomically


class Status(StrEnum):
    """How grading a submission ended."""

    GRADED = "graded"
    REPAIRED = "graded with repairs"
    TIMED_OUT = "timed out"
    OUT_OF_MEMORY = "out of memory"
    CRASHED = "crashed"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    FAILED = "failed"


STYLES = {
    Status.GRADED: "green",
    Status.REPAIRED: "green",
    Status.TIMED_OUT: "yellow",
    Status.OUT_OF_MEMORY: "yellow",
    Status.CRASHED: "yellow",
    Status.MISSING: "dim",
    Status.UNREADABLE: "red",
    Status.FAILED: "red",
}


@dataclass(frozen=True)
class Result:
    """One student's result in one chapter.

    `points` maps each exercise to what it earned. `score` is None, and `points` is empty, where
    nothing could be graded; an earlier grade in the gradebook then stays as it is. `trouble` is
    what went wrong, `repairs` are what had to be put right. `key` is a digest of all that the
    result depends on, `cells` are digests of the answers and tests alone, `tests` what each test
    gave (see `grading.regrading`); `seconds` is how long it took to run, and `isolation` what
    contained it.
    """

    student: str
    status: Status
    trouble: str = ""
    points: dict[str, float] = field(default_factory=dict)
    score: float | None = None
    max_score: float | None = None
    key: str = ""
    seconds: float = 0.0
    isolation: str = ""
    repairs: tuple[str, ...] = ()
    cells: dict[str, str] = field(default_factory=dict)
    tests: dict[str, float] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """What is not as it should be, in one line."""
        repaired = f"Repaired: {'; '.join(self.repairs)}." if self.repairs else ""
        return f"{self.trouble} {repaired}".strip()

    @cached_property
    def as_json(self) -> str:
        """Its part of the file: the file is written for every result, with all of them in it."""
        row = {**asdict(self), "reason": self.reason}
        return indent(json.dumps(row, indent=2, ensure_ascii=False), "  ")


def save_results(path: Path, results: Iterable[Result]) -> None:
    """Write results to a JSON file, all or nothing."""
    rows = ",\n".join(result.as_json for result in results)
    write_atomically(path, f"[\n{rows}\n]\n" if rows else "[]\n")


def load_results(path: Path) -> list[Result]:
    """Read what `save_results` wrote; no file means no results yet."""
    if not path.exists():
        return []
    return [_result(row) for row in json.loads(path.read_text(encoding="utf-8"))]


def _result(row: dict[str, Any]) -> Result:
    """Make a result of a row of the file, whichever version wrote it."""
    row = {"trouble": "" if "trouble" in row else row.get("reason", ""), **row}
    known = {one.name for one in fields(Result)}
    kept = {name: value for name, value in row.items() if name in known}
    repairs = tuple(kept.pop("repairs", ()))
    return Result(**{**kept, "status": Status(row["status"]), "repairs": repairs})


def number(value: float | None) -> str:
    """Format points: ``4``, ``2.5``, and ``-`` where there are none."""
    return "-" if value is None else f"{value:g}"


def score_text(result: Result) -> str:
    """Format a result's total: ``7/20``, or ``-`` without a score."""
    if result.score is None:
        return "-"
    return f"{number(result.score)}/{number(result.max_score)}"


def results_table(title: str, results: Iterable[Result], exercises: Iterable[str]) -> Group:
    """Lay results out: student, status, points per exercise, total; below it the reasons.

    The exercises are numbered, with a legend, because their names are too long for columns.
    """
    results, exercises = list(results), list(exercises)
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("student", overflow="fold")
    table.add_column("status", no_wrap=True)
    for position in range(1, len(exercises) + 1):
        table.add_column(str(position), justify="right", no_wrap=True)
    table.add_column("total", justify="right", no_wrap=True)
    for result in results:
        table.add_row(
            Text(result.student),
            Text(result.status, style=STYLES[result.status]),
            *(number(result.points.get(exercise)) for exercise in exercises),
            score_text(result),
        )
    legend = ", ".join(f"{position} {name}" for position, name in enumerate(exercises, start=1))
    reasons = [
        Text.assemble("  ", (f"{result.student}, {result.status}: ", "bold"), result.reason)
        for result in results
        if result.reason
    ]
    return Group(table, Text(f"  {legend}\n"), *reasons)
