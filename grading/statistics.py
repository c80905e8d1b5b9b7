"""`course statistics`: how a class did in every test, and what failed most often.

The points come from the gradebook, what failed from the graded notebooks. Failures with the same
hint, or with messages that differ in numbers only, are counted together.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

import nbformat
from nbgrader.api import Gradebook
from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grading.course_directory import Course
from grading.engine import open_gradebook, released_exercises
from grading.errors import CourseError
from grading.export import chapter_title, current_results
from grading.export_formats import to_csv
from grading.files import write_atomically
from grading.findings import Finding, findings, titles
from grading.regrading import Mark, marks_of
from grading.results import number

#: How many different failures of a test are shown.
MOST_FAILURES = 3


@dataclass(frozen=True)
class Failure:
    """A way to fail a test: how many did, and what one of them was told."""

    count: int
    message: str


@dataclass
class Counts:
    """What became of one test.

    Attributes
    ----------
    exercise, title, test : str
        Which one; `title` is the heading of its exercise.
    most : float
        The points it can give.
    passed, partly, failed, not_run : int
        How many got all of them, some, none, and for how many it was not run.
    points : list of float
        What it gave to each.
    found : list of Finding
        What it found where it did not pass.
    """

    exercise: str
    title: str
    test: str
    most: float
    passed: int = 0
    partly: int = 0
    failed: int = 0
    not_run: int = 0
    points: list[float] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)

    @property
    def mean(self) -> float:
        """The mean of the points."""
        return mean(self.points) if self.points else 0.0

    def failures(self, most: int = MOST_FAILURES) -> list[Failure]:
        """Return the commonest failures first."""
        examples = {one.key: one for one in reversed(self.found)}
        counted = Counter(one.key for one in self.found)
        return [
            Failure(count, _in_a_line(examples[key])) for key, count in counted.most_common(most)
        ]

    def add(self, mark: Mark, finding: Finding) -> None:
        """Count one more student."""
        self.points.append(mark.points)
        if mark.points >= self.most:
            self.passed += 1
        elif mark.points > 0:
            self.partly += 1
        elif not finding.run:
            self.not_run += 1
        else:
            self.failed += 1
        if not finding.passed and finding.run:
            self.found.append(finding)


@dataclass(frozen=True)
class ChapterStatistics:
    """How a class did in a chapter: every test, and the scores by status."""

    chapter: str
    title: str
    most: float
    tests: list[Counts]
    scores: dict[str, list[float | None]]

    @property
    def graded(self) -> int:
        """How many students have points."""
        return sum(one is not None for scores in self.scores.values() for one in scores)

    @property
    def shares(self) -> dict[str, float]:
        """Map each exercise to the share of its points that the class earned."""
        earned: dict[str, float] = {}
        possible: dict[str, float] = {}
        for test in self.tests:
            earned[test.title] = earned.get(test.title, 0.0) + test.mean
            possible[test.title] = possible.get(test.title, 0.0) + test.most
        return {title: earned[title] / possible[title] for title in earned if possible[title]}


def statistics(course: Course, chapter: str) -> ChapterStatistics:
    """Collect how the class did in a chapter.

    Raises
    ------
    CourseError
        If nobody has been graded.
    """
    source = nbformat.read(course.source(chapter), as_version=4)
    headings = titles(source)
    scores: dict[str, list[float | None]] = {}
    with open_gradebook(course) as gradebook:
        exercises = released_exercises(course, gradebook, chapter)
        most = _most(gradebook, chapter)
        tests = {
            test: Counts(exercise, headings.get(exercise) or exercise, test, most[test])
            for exercise, owned in exercises.items()
            for test in owned
        }
        for result in current_results(course, gradebook, chapter):
            scores.setdefault(str(result.status), []).append(result.score)
            marks = marks_of(gradebook, chapter, result.student)
            if not marks:
                continue
            found = _findings(course.autograded(result.student, chapter))
            for name, test in tests.items():
                test.add(marks.get(name, Mark(0.0)), found.get(name, Finding()))
    if not any(test.points for test in tests.values()):
        raise CourseError(f"Nobody has been graded: run `course grade {chapter}` first.")
    title = chapter_title(course, chapter)
    return ChapterStatistics(chapter, title, sum(most.values()), list(tests.values()), scores)


def statistics_table(collected: ChapterStatistics) -> Group:
    """Lay statistics out: every test with its commonest failures, and every status."""
    tests = Table(title=collected.title, title_justify="left", box=box.SIMPLE_HEAD)
    tests.add_column("test", overflow="fold")
    for name in ("passed", "partly", "failed", "not run", "mean"):
        tests.add_column(name, justify="right", no_wrap=True)
    for one in collected.tests:
        counts = (one.passed, one.partly, one.failed, one.not_run)
        tests.add_row(
            Text(one.test),
            *(str(count) if count else "-" for count in counts),
            f"{one.mean:.1f}/{number(one.most)}",
        )
    statuses = Table(box=box.SIMPLE_HEAD)
    statuses.add_column("status")
    for name in ("students", "mean score"):
        statuses.add_column(name, justify="right")
    for status, scores in collected.scores.items():
        known = [one for one in scores if one is not None]
        average = f"{mean(known):.1f}/{number(collected.most)}" if known else "-"
        statuses.add_row(status, str(len(scores)), average)
    failures = [
        Padding(Text.assemble((f"{one.test}\n", "bold"), _listed(one)), (0, 0, 1, 2))
        for one in collected.tests
        if one.found
    ]
    return Group(statuses, tests, Text("  What failed most often\n"), *failures)


def write_statistics(course: Course, collected: ChapterStatistics) -> Path:
    """Write ``reports/<chapter>/statistics.csv``: a row for each test and way to fail it."""
    heading = "exercise test points students passed partly failed not_run mean times failure"
    table: list[list[str | float]] = [heading.split()]
    for one in collected.tests:
        counts = (len(one.points), one.passed, one.partly, one.failed, one.not_run)
        first = [one.exercise, one.test, one.most, *counts, round(one.mean, 3)]
        for failure in one.failures(len(one.found)) or [Failure(0, "")]:
            table.append([*first, failure.count, failure.message])
    path = course.reports(collected.chapter) / "statistics.csv"
    write_atomically(path, to_csv(table))
    return path


def _listed(test: Counts) -> str:
    """List the commonest failures of a test, one a line."""
    return "\n".join(f"{one.count}× {one.message}" for one in test.failures())


def _most(gradebook: Gradebook, chapter: str) -> dict[str, float]:
    """Return the points that every test can give."""
    notebook = gradebook.find_notebook(chapter, chapter)
    return {cell.name: cell.max_score for cell in notebook.grade_cells}


def _findings(path: Path) -> dict[str, Finding]:
    """Read what the tests of a graded notebook found; nothing if it is not there."""
    if not path.is_file():
        return {}
    return findings(nbformat.read(path, as_version=4))


def _in_a_line(finding: Finding) -> str:
    """Write what a test found in one line, hint first: it is what the failures share."""
    said = " ".join(finding.message.split())
    return f"{' '.join(finding.hint.split())} ({said})" if finding.hint else said
