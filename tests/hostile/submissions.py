"""Rows of the hostile class, and the ways to hand one in."""

import copy
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from handed_in import answered, cell_called, hand_in
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from world import World

from grading.course_directory import Course

ALL = {"square": 3, "halve": 2, "total": 2, "total_of_squares": 3, "quiz": 1}
OVER = "attack over"

GRADED = ("graded",)
REPAIRED = ("graded with repairs",)
TIMED_OUT = ("timed out",)
CRASHED = ("crashed",)
NO_MEMORY = ("out of memory",)
UNREADABLE = ("unreadable",)
ANY = (*GRADED, *TIMED_OUT, *CRASHED, *NO_MEMORY)


def without(*exercises: str) -> dict[str, float]:
    """All points but those of some exercises."""
    return {**ALL, **dict.fromkeys(exercises, 0)}


def before(exercise: str) -> dict[str, float]:
    """The points of the exercises that come before one: Python has ended there."""
    names = list(ALL)
    return without(*names[names.index(exercise) :])


#: An attack in the answer to `halve` after which Python lives on, or not: both are right.
EITHER = (ALL, without("halve"), before("halve"))
#: The same, where Python is ended a little later, in whatever cell it has come to.
SOON = (
    *EITHER,
    *(before(exercise) for exercise in ("total", "total_of_squares", "quiz")),
    {**before("total_of_squares"), "total_of_squares": 1},
)


@dataclass(frozen=True)
class Desk:
    """What there is to make a submission from."""

    course: Course
    student: str
    blank: NotebookNode
    right: dict[str, str]
    world: World

    @property
    def folder(self) -> Path:
        """The folder of this submission."""
        return self.course.submission(self.student, "01_tiny").parent

    def solved(self, **changes: str) -> NotebookNode:
        """All answers right, but for these."""
        return answered(self.blank, **{**self.right, **changes})

    def hand_in(self, submission: NotebookNode | str | bytes) -> Path:
        """Put it where it is expected."""
        return hand_in(self.course, self.student, submission)


@dataclass(frozen=True)
class Row:
    """A hostile submission and the outcome that is right.

    Attributes
    ----------
    name : str
        Also the student's.
    submit : callable
        Hands it in.
    statuses : tuple of str
        One of them is the result's.
    points : tuple of dict
        One of them is what it gets; none for what is not graded.
    says : tuple of str
        What the outputs show if Python has lived on: the attack has taken place.
    refused : bool
        Whether every single attempt must have been refused.
    reason : str
        A part of the reason that the student gets.
    """

    name: str
    submit: Callable[[Desk], None] = field(repr=False)
    statuses: tuple[str, ...] = GRADED
    points: tuple[dict[str, float], ...] = (ALL,)
    says: tuple[str, ...] = ()
    refused: bool = False
    reason: str = ""


PRELUDE = '''\
import json

TARGETS = json.loads(%r)


def attempt(what, action):
    """Try something and say what came of it."""
    try:
        print(f"{what} worked: {action()!r}"[:3000])
    except BaseException as error:
        print(f"{what} refused: {type(error).__name__} {error}"[:300])
'''


def with_prelude(desk: Desk, notebook: NotebookNode) -> NotebookNode:
    """Tell a submission what there is to aim at."""
    told = PRELUDE % json.dumps(desk.world.targets())
    notebook.cells.insert(1, new_code_cell(told, id="prelude"))
    return notebook


def after(exercise: str, code: str) -> Callable[[Desk], None]:
    """An attack behind the right answer to an exercise, in the same cell."""

    def submit(desk: Desk) -> None:
        source = f"{desk.right[exercise]}\n\n{code}\nprint({OVER!r})"
        desk.hand_in(with_prelude(desk, desk.solved(**{exercise: source})))

    return submit


def instead(**answers: str) -> Callable[[Desk], None]:
    """Answers that are not right; all others are."""

    def submit(desk: Desk) -> None:
        desk.hand_in(with_prelude(desk, desk.solved(**answers)))

    return submit


def changed(change: Callable[[NotebookNode], NotebookNode | None], **answers: str):
    """A solved notebook in which something is changed."""

    def submit(desk: Desk) -> None:
        notebook = copy.deepcopy(desk.solved(**answers))
        desk.hand_in(change(notebook) or notebook)

    return submit


def raw(content: Callable[[str], str | bytes]) -> Callable[[Desk], None]:
    """What becomes of the text of a solved notebook."""

    def submit(desk: Desk) -> None:
        desk.hand_in(content(json.dumps(desk.solved())))

    return submit


def metadata(names: Iterable[str] | str, **changes) -> Callable[[NotebookNode], None]:
    """Change the nbgrader metadata of cells."""

    def change(notebook: NotebookNode) -> None:
        for name in [names] if isinstance(names, str) else list(names):
            cell_called(notebook, name).metadata.nbgrader.update(changes)

    return change


def beside(files: dict[str, str | bytes], **answers: str) -> Callable[[Desk], None]:
    """A solved notebook with files in its folder."""

    def submit(desk: Desk) -> None:
        desk.hand_in(with_prelude(desk, desk.solved(**answers)))
        for name, content in files.items():
            path = desk.folder / os.fsdecode(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    return submit
