"""`course demo`: a small class, from the release to the gradebook, in a temporary folder.

The class is made from the released notebook and the answer bank, so that it is known beforehand
what each submission must get; the demo fails if anything comes out differently.
"""

import copy
import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from rich import box
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from grading.answers import Answer, read_bank
from grading.chapters import ANSWERS, NOTEBOOKS, Chapter, Exercise, load_chapter
from grading.console import console, grading_progress, progress, protection_report
from grading.course_directory import Course
from grading.export import export
from grading.feedback import feedback, graded_students
from grading.files import write_atomically
from grading.grade import Run, grade, known_students, settings_of
from grading.initialise import init_course
from grading.release import release
from grading.results import Result, Status, number, results_table, score_text
from grading.staging.table import WRITTEN
from grading.student import filled_in, work_through

CHAPTER = "01_universal_approximation"
CELL_TIMEOUT = 12

CRASH = """

def {name}(*args, **kwargs):
    import os

    os._exit(1)
"""

LOOP = """

def {name}(*args, **kwargs):
    while True:
        pass
"""


PRY = """

import os as _os
import socket as _socket

assert not _os.path.exists("COURSE"), "the course directory is in sight"
try:
    _socket.create_connection(("192.0.2.1", 80), timeout=5)
except OSError:
    pass
else:
    raise AssertionError("there is a network")
"""


@dataclass(frozen=True)
class Submission:
    """A made-up student's submission, and what must come out.

    `text` is the file handed in. `points` maps each exercise to its points, where None stands for
    fewer than all of them; it is itself None where nothing can be graded.
    """

    student: str
    what: str
    text: str
    status: Status
    points: dict[str, float | None] | None

    def agrees_with(self, result: Result, exercises: tuple[Exercise, ...]) -> bool:
        """Tell whether a result is what must come out."""
        if result.status != self.status:
            return False
        if self.points is None:
            return result.score is None
        return result.points.keys() == self.points.keys() and all(
            result.points[one.name] < one.max_points
            if self.points[one.name] is None
            else result.points[one.name] == self.points[one.name]
            for one in exercises
        )

    def expected(self, chapter: Chapter) -> str:
        """Describe what must come out: ``graded, 7/20``."""
        if self.points is None:
            return f"{self.status}, -"
        if None in self.points.values():
            return f"{self.status}, fewer than {number(chapter.max_points)}"
        return f"{self.status}, {number(sum(self.points.values()))}/{number(chapter.max_points)}"


class SampleClass:
    """Makes the submissions of a sample class for a released chapter."""

    def __init__(
        self,
        chapter: Chapter,
        released: NotebookNode,
        bank: dict[str, list[Answer]],
        root: Path,
        worked_through: NotebookNode | None = None,
    ):
        self.chapter = chapter
        self.root = root
        self.released = released
        self.worked_through = worked_through
        self.bank = bank
        self.reference = {one.name: chapter.source_of(one) for one in chapter.exercises}
        self.full = {one.name: one.max_points for one in chapter.exercises}
        self.nothing = dict.fromkeys(self.full, 0.0)

    def submissions(self) -> list[Submission]:
        """Return the whole class, in the order of the alphabet."""
        return sorted(
            [
                self.perfect(),
                self.partial(),
                self.blank(),
                self.wrong(),
                self.crashing(),
                self.endless(),
                self.corrupt(),
                self.prying(),
                self.copied(),
                *self.calling(),
            ],
            key=lambda one: one.student,
        )

    def perfect(self) -> Submission:
        """Every exercise has the reference answer; the notebook was run, its outputs are in it."""
        what = "the reference answers"
        text = self.solved(self.reference)
        if self.worked_through is not None:
            what, text = f"{what}, run", nbformat.writes(self.worked_through)
        return Submission("perfect", what, text, Status.GRADED, self.full)

    def calling(self) -> list[Submission]:
        """Answers call the library's references, where there are any: no points for those."""
        answers = dict(self.reference)
        written = WRITTEN.get(self.chapter.name, {})
        for one in self.functions():
            if names := written.get(one.name, ()):
                module, _, function = names[0].partition(".")
                call = f"from course_lib import {module}\n\n{one.name} = {module}.{function}"
                answers[one.name] = call
        called = [name for name in answers if answers[name] != self.reference[name]]
        if not called:
            return []
        points = {**self.full, **dict.fromkeys(called, 0.0)}
        what = f"course_lib's own function as {len(called)} answers"
        return [Submission("calling", what, self.solved(answers), Status.GRADED, points)]

    def partial(self) -> Submission:
        """The first three exercises are right, a later one is partly right, the rest is blank."""
        names = list(self.full)
        answers = {name: self.reference[name] for name in names[:3]}
        points = {**self.nothing, **{name: self.full[name] for name in names[:3]}}
        what = f"{len(answers)} reference answers"
        partly_right = next(
            (
                (name, answer)
                for name in names[3:]
                for answer in self.bank[name]
                if answer.kind == "wrong" and answer.points
            ),
            None,
        )
        if partly_right:
            name, answer = partly_right
            answers[name] = answer.source
            points[name] = answer.points
            what += f", {name} partly right"
        return Submission("partial", what, self.solved(answers), Status.GRADED, points)

    def blank(self) -> Submission:
        """Nothing is answered."""
        what = "the release, untouched"
        return Submission("blank", what, self.solved({}), Status.GRADED, self.nothing)

    def wrong(self) -> Submission:
        """Every exercise has the bank's first wrong answer."""
        chosen = {
            name: next(answer for answer in answers if answer.kind == "wrong")
            for name, answers in self.bank.items()
        }
        text = self.solved({name: answer.source for name, answer in chosen.items()})
        points = {name: answer.points for name, answer in chosen.items()}
        return Submission("wrong", "a wrong answer everywhere", text, Status.GRADED, points)

    def crashing(self) -> Submission:
        """One answer ends Python: what comes before its first call counts."""
        functions = self.functions()
        exercise = functions[len(functions) // 2]
        first_call = min(self.uses(exercise))
        points = self.points_where(lambda index: index < first_call)
        text = self.with_function(exercise, CRASH)
        what = f"{exercise.name} calls os._exit"
        return Submission("crashing", what, text, Status.CRASHED, points)

    def endless(self) -> Submission:
        """One answer never returns: the tests that do not call it count."""
        exercise = min(self.functions(), key=lambda one: len(self.uses(one)))
        uses = self.uses(exercise)
        points = self.points_where(lambda index: index not in uses)
        text = self.with_function(exercise, LOOP)
        what = f"{exercise.name} loops for ever"
        return Submission("endless", what, text, Status.TIMED_OUT, points)

    def prying(self) -> Submission:
        """Everything is right, but one answer looks for the course directory and the network."""
        exercise = self.functions()[0]
        text = self.with_function(exercise, PRY.replace("COURSE", str(self.root)))
        what = f"{exercise.name} looks for the course directory and for a network"
        return Submission("prying", what, text, Status.GRADED, self.full)

    def copied(self) -> Submission:
        """A cell was copied, another lost its metadata: nbgrader alone would stop the class."""
        notebook = nbformat.reads(self.solved(self.reference), as_version=4)
        cells = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
        double = copy.deepcopy(cells[0])
        double.id = "copied"
        notebook.cells.insert(notebook.cells.index(cells[0]) + 1, double)
        del cells[-1].metadata["nbgrader"]
        text = nbformat.writes(notebook)
        what = "a copied cell, and one that lost its metadata"
        return Submission("copied", what, text, Status.REPAIRED, self.full)

    def corrupt(self) -> Submission:
        """The file is cut in the middle."""
        text = self.solved(self.reference)
        half = text[: len(text) // 2]
        return Submission("corrupt", "a file cut in two", half, Status.UNREADABLE, None)

    def solved(self, answers: dict[str, str]) -> str:
        """Return the released notebook with these answers filled in, as a file's text."""
        return nbformat.writes(filled_in(self.released, answers))

    def with_function(self, exercise: Exercise, code: str) -> str:
        """Return the solved notebook where this exercise's function is replaced by `code`."""
        answer = self.reference[exercise.name] + code.format(name=exercise.name)
        return self.solved({**self.reference, exercise.name: answer})

    def functions(self) -> list[Exercise]:
        """List the exercises that ask for a function of their own name."""
        return [
            one
            for one in self.chapter.exercises
            if re.search(rf"^def {one.name}\(", self.reference[one.name], re.MULTILINE)
        ]

    def uses(self, exercise: Exercise) -> set[int]:
        """Return the positions of the code cells after an exercise that call its function."""
        return {
            index
            for index, cell in enumerate(self.chapter.notebook.cells)
            if index > exercise.solution
            and cell.cell_type == "code"
            and re.search(rf"\b{exercise.name}\b", cell.source)
        }

    def points_where(self, passes: Callable[[int], bool]) -> dict[str, float]:
        """Add up, for each exercise, the tests at the positions that pass."""
        return {
            one.name: sum(test.points for test in one.tests if passes(test.index))
            for one in self.chapter.exercises
        }


def run_demo(
    keep: Path | None = None,
    name: str = CHAPTER,
    notebooks: Path = NOTEBOOKS,
    answers: Path = ANSWERS,
    cell_timeout: int = CELL_TIMEOUT,
) -> bool:
    """Take a sample class through everything and print what came out.

    Parameters
    ----------
    keep : Path, optional
        Where to make the course, and leave it. A temporary folder otherwise.
    name, notebooks, answers
        The chapter, and where it and its answer bank are.
    cell_timeout : int
        Seconds that one cell may take.

    Returns
    -------
    bool
        Whether every submission ended as it should.
    """
    if keep is not None:
        return _run(keep, name, notebooks, answers, cell_timeout, kept=True)
    with tempfile.TemporaryDirectory(prefix="course-demo-") as folder:
        return _run(Path(folder), name, notebooks, answers, cell_timeout, kept=False)


def _run(
    folder: Path, name: str, notebooks: Path, answers: Path, cell_timeout: int, kept: bool
) -> bool:
    """Do what `run_demo` says, in this folder."""
    chapter = load_chapter(name, notebooks)
    with console.status("Making the course and releasing the chapter"):
        course, _ = init_course(folder, notebooks)
        _, secrets = release(course, chapter.name, notebooks, answers)
    console.print(f"Released {chapter.name}: none of {secrets} secret lines is in it.")

    with console.status("A student installs the release and works through it"):
        reference = {one.name: chapter.source_of(one) for one in chapter.exercises}
        worked_through, errors = work_through(course.release(chapter.name), chapter.name, reference)
    done = "every check passed" if not errors else f"[red]{escape(errors[0])}[/red]"
    console.print(f"A student installed it with pip, filled in the reference answers: {done}.")

    bank = read_bank(chapter, chapter.exercises, answers)
    submissions = hand_in(course, chapter, bank, worked_through)
    console.print(f"Handed in: {len(submissions)} submissions.")

    run = Run(workers=os.cpu_count() or 1, cell_timeout=cell_timeout, unsafe=True)
    console.print(protection_report(settings_of(course, run).mechanism, run.separate))
    with grading_progress(len(known_students(course))) as on_result:
        results = grade(course, chapter.name, run=run, on_result=on_result)
    with progress("Feedback", len(graded_students(course, chapter.name))) as on_student:
        pages, problems = feedback(course, chapter.name, on_student)
    csv_file = export(course, chapter.name)

    names = [one.name for one in chapter.exercises]
    console.print(results_table(f"Gradebook of {chapter.name}", results, names))
    comparison, agree = compare(chapter, submissions, results)
    console.print(comparison)
    console.print(f"Feedback: {len(pages)} pages. Gradebook: 1 CSV file.")
    if kept:
        console.print(f"  {course.root / 'feedback'}\n  {csv_file}", soft_wrap=True)
    else:
        console.print("  Keep them with: course demo --keep DIR")
    for student, problem in problems.items():
        console.print(f"[red]No feedback for {student}:[/red] {problem}", soft_wrap=True)
    return agree and not problems and not errors


def hand_in(
    course: Course,
    chapter: Chapter,
    bank: dict[str, list[Answer]],
    worked_through: NotebookNode | None = None,
) -> list[Submission]:
    """Make the sample class and put its submissions into ``submitted/``."""
    released = nbformat.read(course.release(chapter.name) / f"{chapter.name}.ipynb", as_version=4)
    sample = SampleClass(chapter, released, bank, course.root, worked_through)
    submissions = sample.submissions()
    for one in submissions:
        write_atomically(course.submission(one.student, chapter.name), one.text)
    return submissions


def compare(
    chapter: Chapter, submissions: list[Submission], results: list[Result]
) -> tuple[Table, bool]:
    """Lay out what was expected next to what came out; tell whether all of it agrees."""
    table = Table(title="As expected?", title_justify="left", box=box.SIMPLE_HEAD)
    for column in ("student", "handed in", "expected", "came out", ""):
        table.add_column(column, overflow="fold")
    by_student = {result.student: result for result in results}
    agree = by_student.keys() == {one.student for one in submissions}
    for one in submissions:
        result = by_student.get(one.student, Result(one.student, Status.MISSING))
        good = one.agrees_with(result, chapter.exercises)
        agree = agree and good
        table.add_row(
            one.student,
            one.what,
            one.expected(chapter),
            f"{result.status}, {score_text(result)}",
            Text("yes", style="green") if good else Text("NO", style="bold red"),
        )
    return table, agree
