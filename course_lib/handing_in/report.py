"""What is told about a notebook: findings, the checks that pass, and whether it is ready."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters."""

    GOOD = "ok"
    #: Good to know; the grader copes with it.
    NOTE = "note"
    #: Costs points, or may.
    PROBLEM = "!"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, and what came of it."""

    level: Level
    text: str


@dataclass(frozen=True)
class Test:
    """A test that students see: the points it is worth, and why it does not pass, if so."""

    __test__ = False  # not one of pytest's

    name: str
    points: float
    problem: str = ""


@dataclass
class Report:
    """What a grader's machine will see.

    Attributes
    ----------
    title : str
        The file: its name, size and when it was saved.
    findings : list of Finding
    tests : list of Test
        Empty if the notebook was not run.
    ran : bool
        Whether it was run.
    readable : bool
        Whether it is a notebook at all.
    """

    title: str
    findings: list[Finding] = field(default_factory=list)
    tests: list[Test] = field(default_factory=list)
    ran: bool = False
    readable: bool = False

    def add(self, level: Level, text: str) -> None:
        """Add a finding."""
        self.findings.append(Finding(level, text))

    @property
    def problems(self) -> list[str]:
        """What costs points, or may."""
        return [one.text for one in self.findings if one.level == Level.PROBLEM] + [
            f"{one.name}: {one.problem}" for one in self.tests if one.problem
        ]

    @property
    def ready(self) -> bool:
        """Whether it was run, and nothing was found that costs points."""
        return self.ran and not self.problems

    def lines(self) -> Iterator[str]:
        """Yield the lines of the report."""
        yield self.title
        yield ""
        for one in self.findings:
            first, *rest = one.text.splitlines()
            yield f"{one.level:>6}  {first}"
            yield from (f"        {line}" for line in rest)
        if self.tests:
            passed = [one for one in self.tests if not one.problem]
            most = f"{sum(one.points for one in self.tests):g}"
            yield ""
            yield f"The checks that you see: {len(passed)} of {len(self.tests)} pass."
            for one in self.tests:
                mark = Level.PROBLEM if one.problem else Level.GOOD
                points = f"{one.points:g} point{'' if one.points == 1 else 's'}"
                yield f"{mark:>6}  {one.name} ({points}){f': {one.problem}' if one.problem else ''}"
            yield f"Graders look at more than these checks do. All in all there are {most} points."
        yield ""
        yield self.verdict

    @property
    def verdict(self) -> str:
        """Say in a sentence what to do."""
        if not self.readable:
            return "It cannot be graded like this."
        if self.ready:
            return "Ready to hand in."
        if not self.problems:
            return "Nothing wrong was found, but the notebook was not run."
        number = len(self.problems)
        things = "1 thing" if number == 1 else f"{number} things"
        return (
            f"{things} to look at, marked with an exclamation mark. You may hand it in as it is: "
            "what works counts."
        )

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def _repr_pretty_(self, printer, cycle: bool) -> None:
        """Show the report in a notebook."""
        printer.text(str(self))
