"""Which process each name of a test comes from: the plan of a chapter.

Made once, on the instructor's side, from the source notebook with its solutions and hidden tests,
which is trusted. A test runs in the checker; each name that it uses was last bound by

- a test cell: it is in the checker's namespace already;
- a *solution cell*: it comes from the student's kernel, as a value or a proxy;
- a *given cell*, by a statement from which no path of names leads to a solution: the statement runs
  in the checker, too, with those it needs, in the notebook's order;
- a given function, class or lambda that uses solutions when it is called: it is defined in the
  checker, and the solutions it uses come from the student's kernel, so that no answer can replace a
  helper of the tests;
- another given statement, such as a training loop that calls solutions: its result comes from the
  student's kernel;
- nobody: it is Python's own, and never comes from the student's kernel.

Statements are the unit, not cells. One that changes an object (``X += 1``, ``d["k"] = v``,
``rng.normal()``) counts as binding its name. Statements such as ``np.random.seed(0)`` run always.
"""

import ast
import builtins
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from grading.checking.names import (
    Names,
    free_names,
    is_definition,
    is_setting,
    names_of,
    without_magics,
)
from grading.checking.plan import Plan, PlannedTest

KERNEL_NAMES = {"display", "get_ipython", "__name__"}
# What a test cannot learn about code that runs in another process.
ELSEWHERE = {
    "process_time": "measures this process, not the student's: use time.perf_counter",
    "thread_time": "measures this process, not the student's: use time.perf_counter",
    "shares_memory": "what crosses is a copy: nothing shares memory",
    "may_share_memory": "what crosses is a copy: nothing shares memory",
    "gca": "figures are drawn in the student's kernel",
    "gcf": "figures are drawn in the student's kernel",
    "getsource": "the source is in the student's kernel",
    "get_state": "what the student's code does to NumPy's global state is not seen",
}


@dataclass
class Statement:
    """A trusted statement: where it is, what it needs, and what it may be called for."""

    cell: int
    node: ast.stmt
    names: Names
    needs: set[int]
    needed: bool = False


STUDENT, TEST = "student", "test"


class Slicer:
    """Walks through the cells of a notebook, and knows at each where every name comes from."""

    def __init__(self) -> None:
        self.origin: dict[str, str | int] = {}  # "student", "test", or the number of a statement
        self.modules: set[str] = set()
        self.statements: list[Statement] = []
        self.helpers: dict[str, set[str]] = {}  # what functions of the tests use when called
        self.plan = Plan()

    def solution(self, index: int, body: list[ast.stmt]) -> None:
        """Note what a solution cell binds: all but modules is the student's."""
        for node in body:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self.trust(index, node, names_of(node))
            else:
                self.hand_over(names_of(node))

    def given(self, index: int, body: list[ast.stmt]) -> None:
        """Decide for each statement of a given cell where it runs."""
        for node in body:
            names = names_of(node)
            for name in sorted(free_names([node]) & self._from(TEST)):
                self.problem(index, f"uses {name}, which a test cell binds: tests do not run there")
            touched = names.reads if is_definition(node) else names.reads | names.later
            if any(self.reaches(name) for name in touched):
                self.hand_over(names)
            else:
                self.trust(index, node, names)

    def test(self, index: int, name: str, body: list[ast.stmt]) -> None:
        """Plan a test cell."""
        found = [names_of(node) for node in body]
        bound = set().union(*(names.binds for names in found))
        later = set().union(*(names.later for names in found))
        free = free_names(body) | (later - bound)
        for missing in sorted(free - self.origin.keys() - bound - KERNEL_NAMES):
            if not hasattr(builtins, missing):
                self.problem(index, f"uses {missing}, which no cell before it defines")
        numbers, fetched = self.closure(free)
        for number in numbers:
            self.statements[number].needed = True
        self.plan.tests[index] = PlannedTest(name, fetch=sorted(fetched))
        self._look_for_what_is_elsewhere(index, body)
        for node, names in zip(body, found, strict=True):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names.binds -= self.modules
            self.modules -= names.binds
            self.origin |= dict.fromkeys(names.binds, TEST)
            self.helpers |= dict.fromkeys(names.binds, names.later)

    def problem(self, index: int, text: str) -> None:
        """Note something that the plan cannot do."""
        self.plan.problems.append(f"cell {index + 1} {text}")

    def trust(self, index: int, node: ast.stmt, names: Names) -> None:
        """Note a statement that the checker may run, and what it binds and changes."""
        needs, _ = self.closure(names.reads)
        number = len(self.statements)
        self.statements.append(Statement(index, node, names, needs))
        self.statements[number].needed = is_setting(node, self.modules)
        for needed in needs if self.statements[number].needed else ():
            self.statements[needed].needed = True
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            self.modules |= names.binds
            if any(alias.name == "*" for alias in node.names):
                self.problem(index, "has an import of *: the plan cannot know what it binds")
        else:
            self.modules -= names.binds
        written = names.binds | ((names.changes | names.uses) - self.modules)
        self.origin |= dict.fromkeys(written - vars(builtins).keys() | names.binds, number)

    def hand_over(self, names: Names) -> None:
        """Note a statement that the student's kernel runs: what it binds comes from there."""
        self.modules -= names.binds
        written = names.binds | (names.changes - self.modules)
        self.origin |= dict.fromkeys(written, STUDENT)

    def reaches(self, name: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether using a name now, calling it for example, may lead to the student's code."""
        origin = self.origin.get(name)
        if name in seen or not isinstance(origin, int):
            return origin == STUDENT
        later = self.statements[origin].names.later
        return any(self.reaches(one, seen | {name}) for one in later)

    def closure(self, names: Iterable[str]) -> tuple[set[int], set[str]]:
        """Return the trusted statements that using these names takes, and the student's names."""
        numbers: set[int] = set()
        fetched: set[str] = set()
        waiting, seen = list(names), set()
        while waiting:
            name = waiting.pop()
            origin = self.origin.get(name)
            if name in seen or origin is None:
                continue
            seen.add(name)
            if origin == STUDENT:
                fetched.add(name)
                continue
            if origin == TEST:
                waiting += self.helpers[name]
                continue
            chain = {origin} | self.statements[origin].needs
            numbers |= chain
            waiting += [one for number in chain for one in self.statements[number].names.later]
        return numbers, fetched

    def _from(self, origin: str) -> set[str]:
        return {name for name, one in self.origin.items() if one == origin}

    def _look_for_what_is_elsewhere(self, index: int, body: list[ast.stmt]) -> None:
        """Report what a test asks about the student's process or classes and cannot be told."""
        students = self._from(STUDENT)
        for node in (inner for statement in body for inner in ast.walk(statement)):
            if isinstance(node, ast.Attribute) and node.attr in ELSEWHERE:
                self.problem(index, f"uses {node.attr}: {ELSEWHERE[node.attr]}")
            if isinstance(node, ast.ClassDef):
                for base in node.bases:
                    if isinstance(base, ast.Name) and base.id in students:
                        self.problem(index, f"derives a class from {base.id}, which is elsewhere")
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("isinstance", "issubclass")
                and {one.id for one in ast.walk(node.args[-1]) if isinstance(one, ast.Name)}
                & students
            ):
                self.problem(index, "asks for an instance of a class of the student's: elsewhere")


def make_plan(notebook: NotebookNode) -> dict[str, Any]:
    """Plan the tests of a chapter.

    Parameters
    ----------
    notebook : NotebookNode
        The source: with its nbgrader metadata, solutions and hidden tests.

    Returns
    -------
    dict
        The plan, as JSON can hold it: for `grading.checking.checker.Checker`. Its ``"problems"``
        are sentences about what it cannot do.
    """
    slicer = Slicer()
    for index, cell in enumerate(notebook.cells):
        if cell["cell_type"] != "code":
            continue
        if cell["source"].lstrip().startswith("%%"):
            slicer.problem(index, "begins with a cell magic: it is left out")
            continue
        try:
            body = ast.parse(without_magics(cell["source"])).body
        except SyntaxError as error:
            slicer.problem(index, f"is not plain Python: {error.msg}")
            continue
        metadata = cell["metadata"].get("nbgrader", {})
        if metadata.get("solution"):
            slicer.solution(index, body)
        elif not metadata.get("grade"):
            slicer.given(index, body)
        elif cell["metadata"].get("course", {}).get("separate", True):
            slicer.test(index, metadata["grade_id"], body)
        else:
            slicer.plan.tests[index] = PlannedTest(metadata["grade_id"], separate=False)
            for node in body:
                slicer.hand_over(names_of(node))
    _place(slicer)
    return slicer.plan.as_json()


def _place(slicer: Slicer) -> None:
    """Put every needed statement before the first test that comes after it."""
    separate = [index for index, test in slicer.plan.tests.items() if test.separate]
    for one in slicer.statements:
        after = [index for index in separate if index > one.cell]
        if one.needed and after:
            slicer.plan.tests[after[0]].setup.append(ast.unparse(one.node))
    if separate:
        first = slicer.plan.tests[separate[0]]
        slicer.plan.prepare, first.setup = first.setup, []
