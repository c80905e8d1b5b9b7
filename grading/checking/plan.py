"""The plan of a chapter: what each of its tests needs, in a form that travels as JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

VERSION = 1


@dataclass
class PlannedTest:
    """What one test cell needs.

    Attributes
    ----------
    name : str
        Its grade_id.
    separate : bool
        Whether it runs in the checker; if not (``"course": {"separate": false}`` in its metadata),
        in the student's kernel.
    setup : list of str
        Trusted statements to run before it.
    fetch : list of str
        Names to fetch from the student's kernel.
    """

    name: str
    separate: bool = True
    setup: list[str] = field(default_factory=list)
    fetch: list[str] = field(default_factory=list)


@dataclass
class Plan:
    """The plan of a chapter: `prepare` before any student is involved, and each test by its index.

    `problems` are sentences about what the plan cannot do.
    """

    prepare: list[str] = field(default_factory=list)
    tests: dict[int, PlannedTest] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the plan as an object that JSON can hold."""
        tests = {str(index): asdict(test) for index, test in self.tests.items()}
        return {
            "version": VERSION,
            "prepare": self.prepare,
            "tests": tests,
            "problems": self.problems,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Plan":
        """Read a plan again."""
        if data["version"] != VERSION:
            raise ValueError(f"a plan of version {VERSION} is needed, got {data['version']}")
        tests = {int(index): PlannedTest(**test) for index, test in data["tests"].items()}
        return cls(list(data["prepare"]), tests, list(data["problems"]))
