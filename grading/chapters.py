"""Find and read chapters: MyST notebooks with nbgrader metadata in their cells.

A chapter is ``notebooks/NN_topic.md``. Inside it, an *exercise* is one solution cell, and its
`grade_id` is the exercise's name. The tests of exercise ``fit`` are the graded cells called
``test_fit`` or ``test_fit_<what>``; where two exercises fit a test's name, the longer one has it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import grading
from grading.errors import CourseError

if TYPE_CHECKING:
    from nbformat import NotebookNode

REPOSITORY = Path(grading.__file__).parent.parent
NOTEBOOKS = REPOSITORY / "notebooks"
ANSWERS = Path(grading.__file__).parent / "answers"


@dataclass(frozen=True)
class GradedCell:
    """One test: its `name` (grade_id), its position in the notebook, its points."""

    name: str
    index: int
    points: float


@dataclass(frozen=True)
class Exercise:
    """One solution cell, at position `solution`, and the tests that mark it.

    An exercise whose answers compute for long, because they train a network, says in its solution
    cell's metadata how many `seconds` trying one of them may take: ``"course": {"seconds": 120}``.
    """

    name: str
    solution: int
    tests: tuple[GradedCell, ...]
    seconds: float = 0.0

    @property
    def max_points(self) -> float:
        """The points of all its tests."""
        return sum(test.points for test in self.tests)


@dataclass(frozen=True)
class Chapter:
    """A chapter's source: its name, the file it was read from, its cells and its exercises."""

    name: str
    path: Path
    notebook: NotebookNode
    exercises: tuple[Exercise, ...]

    @property
    def executed_path(self) -> Path:
        """Where the executed pair is (or will be)."""
        return self.path.with_suffix(".ipynb")

    @property
    def max_points(self) -> float:
        """The points of all its exercises."""
        return sum(exercise.max_points for exercise in self.exercises)

    def source_of(self, exercise: Exercise) -> str:
        """Return the reference answer: the content of the exercise's solution cell."""
        return self.notebook.cells[exercise.solution].source


def chapter_names(notebooks: Path = NOTEBOOKS) -> list[str]:
    """List the chapters in a folder, in order.

    Raises
    ------
    CourseError
        If the folder is not there: the chapters are in the repository, not in an installed package.
    """
    if not notebooks.is_dir():
        raise CourseError(
            f"There is no folder {notebooks}: the chapters are part of the repository, "
            "so run this from a checkout (pip install --editable .)."
        )
    return sorted(path.stem for path in notebooks.glob("[0-9][0-9]_*.md"))


def match_name(given: str, names: Iterable[str], what: str = "chapter") -> str:
    """Return the one name that `given` is, or is the beginning of.

    >>> match_name("01", ["01_universal_approximation", "02_activations"])
    '01_universal_approximation'

    Raises
    ------
    CourseError
        If no name, or more than one, begins like that. The message lists the choices.
    """
    names = list(names)
    if given in names:
        return given
    matches = [name for name in names if given and name.startswith(given)]
    if len(matches) == 1:
        return matches[0]
    how_many = f"{len(matches)} {what}s are" if matches else f"No {what} is"
    choices = ", ".join(matches or names) or f"none: there is no {what} yet"
    raise CourseError(f"{how_many} called '{given}...'. Choices: {choices}.")


def match_names(given: Iterable[str], names: Iterable[str]) -> list[str]:
    """Match several chapter arguments; none at all means every chapter."""
    names = list(names)
    return [match_name(one, names) for one in given] or names


def group_tests(exercises: Iterable[str], tests: Iterable[str]) -> dict[str, list[str]]:
    """Give every test to the exercise it is named after, the longest name first.

    An answer that is marked by hand is its own test.

    >>> group_tests(["fit", "fit_line"], ["test_fit", "test_fit_line_shapes"])
    {'fit': ['test_fit'], 'fit_line': ['test_fit_line_shapes']}

    Raises
    ------
    CourseError
        If a test is named after none of the exercises.
    """
    owned: dict[str, list[str]] = {exercise: [] for exercise in exercises}
    for test in tests:
        owners = [name for name in owned if name == test or f"{test}_".startswith(f"test_{name}_")]
        if not owners:
            raise CourseError(
                f"The graded cell '{test}' belongs to no exercise. Call it test_<exercise> or "
                f"test_<exercise>_<what>; the exercises are: {', '.join(owned) or 'none'}."
            )
        owned[max(owners, key=len)].append(test)
    return owned


def exercises_of(notebook: NotebookNode) -> tuple[Exercise, ...]:
    """Find the exercises of a notebook, in the order of their solution cells."""
    solutions: dict[str, int] = {}
    tests: dict[str, GradedCell] = {}
    for index, cell in enumerate(notebook.cells):
        metadata = cell.metadata.get("nbgrader", {})
        name = metadata.get("grade_id", "")
        if name in solutions or name in tests:
            raise CourseError(f"Two cells have the grade_id '{name}': each needs its own.")
        if metadata.get("grade"):
            tests[name] = GradedCell(name, index, float(metadata.get("points", 0)))
        elif metadata.get("solution"):
            solutions[name] = index
    owned = group_tests(solutions, tests)
    return tuple(
        Exercise(
            name, index, tuple(tests[test] for test in owned[name]), _seconds(name, notebook, index)
        )
        for name, index in solutions.items()
    )


def _seconds(name: str, notebook: NotebookNode, index: int) -> float:
    """Return the seconds that an exercise asks for in its metadata, or 0."""
    asked = notebook.cells[index].metadata.get("course", {}).get("seconds", 0)
    if isinstance(asked, bool) or not isinstance(asked, (int, float)) or not 0 <= asked < inf:
        raise CourseError(f"'{name}' must ask for a number of seconds. Received: seconds: {asked}")
    return float(asked)


def load_chapter(name: str, notebooks: Path = NOTEBOOKS) -> Chapter:
    """Read a chapter from its MyST source.

    Parameters
    ----------
    name : str
        The chapter, or the beginning of its name if that is enough to tell it apart.
    notebooks : Path
        The folder with the chapters.
    """
    import jupytext  # takes a second: not for `course --help`

    name = match_name(name, chapter_names(notebooks))
    path = notebooks / f"{name}.md"
    notebook = jupytext.read(path, fmt="md:myst")
    try:
        exercises = exercises_of(notebook)
    except CourseError as error:
        raise CourseError(f"{path.name}: {error}") from None
    return Chapter(name, path, notebook, exercises)


def imported_modules(notebook: NotebookNode) -> tuple[str, ...]:
    """List the installed modules that a chapter imports, for kernels to have ready."""
    found = {"matplotlib_inline.backend_inline"}
    for node in syntax_nodes(notebook):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return tuple(sorted(name for name in found if name.partition(".")[0] != "course_lib"))


def syntax_nodes(notebook: NotebookNode) -> Iterator[ast.AST]:
    """Yield every node of the syntax trees of a notebook's code, without IPython's magics."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            lines = (line for line in cell.source.splitlines() if not line.startswith("%"))
            yield from ast.walk(ast.parse("\n".join(lines)))
