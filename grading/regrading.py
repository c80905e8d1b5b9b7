"""Grading again after a test was corrected: whose points changed, and why.

nbgrader keeps what an instructor set by hand: a manual score stands before the automatic one, and a
comment stays. Here the points of every test before and after are compared. Each difference is
written to ``reports/<chapter>/changes.jsonl`` as soon as it is saved, one line each, for good.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from grading.results import Result, number

#: How many changes are printed; the file has all of them.
MOST_SHOWN = 60


@dataclass(frozen=True)
class Mark:
    """What one test gave: automatically, and by hand (None if nobody did)."""

    automatic: float
    by_hand: float | None = None
    extra: float = 0.0

    @property
    def points(self) -> float:
        """The points that count."""
        return (self.automatic if self.by_hand is None else self.by_hand) + self.extra


@dataclass(frozen=True)
class Change:
    """A student's points in an exercise, before and after, and what made the difference."""

    student: str
    exercise: str
    before: float
    after: float
    reasons: tuple[str, ...]


def digests(notebook: NotebookNode) -> dict[str, str]:
    """Return a digest of every answer and test: its content, and its points."""
    found = {}
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("grade_id"):
            text = f"{about.get('points', '')}\n{cell.source.strip()}"
            found[about["grade_id"]] = hashlib.sha256(text.encode()).hexdigest()[:16]
    return found


def marks_of(gradebook: Gradebook, chapter: str, student: str) -> dict[str, Mark]:
    """Read what each test gave a student from the gradebook; nothing if it has none."""
    try:
        submission = gradebook.find_submission_notebook(chapter, chapter, student)
    except MissingEntry:
        return {}
    return {
        grade.name: Mark(grade.auto_score or 0.0, grade.manual_score, grade.extra_credit or 0.0)
        for grade in submission.grades
        if grade.auto_score is not None or grade.manual_score is not None
    }


def earlier_marks(now: dict[str, Mark], result: Result | None) -> dict[str, Mark]:
    """Return the grades that are in the gradebook, with the last reported automatic scores.

    They differ only if grading was ended between saving grades and reporting them.
    """
    reported = result.tests if result else {}
    return {
        test: Mark(reported.get(test, grade.automatic), grade.by_hand, grade.extra)
        for test, grade in now.items()
    }


def changes_of(
    student: str,
    exercises: dict[str, list[str]],
    before: dict[str, Mark],
    after: dict[str, Mark],
    old: dict[str, str],
    new: dict[str, str],
) -> list[Change]:
    """Compare a student's grades.

    Parameters
    ----------
    student : str
        Whose.
    exercises : dict
        The tests of each exercise.
    before, after : dict
        What each test gave; without anything before, nothing has changed.
    old, new : dict
        The digests of answers and tests then and now.
    """
    found = []
    for exercise, tests in exercises.items():
        both = [test for test in tests if test in before and test in after]
        reasons = [
            _reason(test, exercise, before[test], after[test], old, new)
            for test in both
            if before[test] != after[test]
        ]
        if reasons:
            then, now = (sum(grades[test].points for test in both) for grades in (before, after))
            found.append(Change(student, exercise, then, now, tuple(reasons)))
    return found


def _reason(
    test: str,
    exercise: str,
    before: Mark,
    after: Mark,
    old: dict[str, str],
    new: dict[str, str],
) -> str:
    """Say why a test gives something else than before."""
    if test not in old or exercise not in old:
        why = "it is not known whether the test or the answer changed"
    else:
        causes = [
            *(["the test was changed"] if old[test] != new[test] else []),
            *(["another answer was handed in"] if old[exercise] != new[exercise] else []),
        ]
        why = " and ".join(causes) or (
            "neither it nor the answer was changed: look at other cells, limits and packages"
        )
    gives = f"{test} gives {number(after.automatic)} instead of {number(before.automatic)}"
    kept = (
        f"; the manual score of {number(after.by_hand)} stays" if after.by_hand is not None else ""
    )
    return f"{gives}: {why}{kept}"


def record(path: Path, changes: Iterable[Change]) -> None:
    """Add changes to the file that keeps them."""
    when = datetime.now(UTC).isoformat(timespec="seconds")
    lines = [json.dumps({"when": when, **asdict(one)}, ensure_ascii=False) for one in changes]
    if lines:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as stream:
            stream.write("".join(f"{line}\n" for line in lines))


def changes_table(changes: list[Change], path: Path) -> Group:
    """Lay changes out: student, exercise, points before and after, why."""
    table = Table(title="Points that changed", title_justify="left", box=box.SIMPLE_HEAD)
    for column in ("student", "exercise"):
        table.add_column(column, overflow="fold")
    table.add_column("points", no_wrap=True)
    table.add_column("why", overflow="fold")
    for one in changes[:MOST_SHOWN]:
        points = f"{number(one.before)} → {number(one.after)}"
        if one.before == one.after:
            points = f"{number(one.after)} (as before)"
        table.add_row(*map(Text, (one.student, one.exercise, points, "\n".join(one.reasons))))
    left = len(changes) - MOST_SHOWN
    more = f"  and {left} more, all of them in" if left > 0 else "  Kept in"
    return Group(table, Text(f"{more} {path}"))
