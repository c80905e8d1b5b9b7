"""`course verify`: see whether the tests of every exercise tell right answers from wrong ones.

For each exercise: the blank answer gets nothing, the reference and every right answer get all the
points, every wrong answer gets fewer (exactly as many as it declares, if it does). The answers are
tried by `grading.worker`, one process a chapter.
"""

import copy
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from nbgrader.preprocessors import ClearSolutions
from rich import box
from rich.table import Table
from rich.text import Text

from grading.answers import Answer, read_bank
from grading.chapters import ANSWERS, Chapter, Exercise, imported_modules, match_name
from grading.checking.slicing import make_plan
from grading.containment.isolation import Isolation, available
from grading.containment.limits import Limits, MiB
from grading.containment.view import View
from grading.containment.warm import Rooms, warm_parent
from grading.errors import CourseError
from grading.kernels import kernel_environment
from grading.results import number
from grading.stub import CODE_STUB

#: What trying a whole bank may use: its own processes, one chapter at a time.
LIMITS = Limits(total_memory=6144 * MiB, processes=400, cpu_seconds=7200, wall_seconds=7200)

#: An answer that is misjudged because its time was over is tried again, alone, and so much longer.
PATIENCE = 4


@dataclass(frozen=True)
class Verdict:
    """How one answer did, and whether that is as it should be (`ok`)."""

    chapter: str
    exercise: str
    name: str
    kind: str
    points: float
    max_points: float
    ok: bool
    message: str


def collect_answers(
    chapter: Chapter, bank: Path = ANSWERS, complete: bool = True, only: str | None = None
) -> dict[str, list[Answer]]:
    """Collect the answers to try, for each exercise: blank, reference, and the bank's.

    Parameters
    ----------
    chapter : Chapter
        Whose exercises.
    bank : Path
        The answer bank (see `grading.answers`).
    complete : bool
        Whether an exercise without right or wrong answers is an error.
    only : str, optional
        Only this exercise, or the one that begins like this.

    Raises
    ------
    CourseError
        If the bank needs work, or there is no such exercise.
    """
    exercises = chapter.exercises
    if only is not None:
        name = match_name(only, [one.name for one in exercises], what="exercise")
        exercises = tuple(one for one in exercises if one.name == name)
    answers = read_bank(chapter, exercises, bank, complete)
    blanks = blank_answers(chapter)
    return {
        exercise.name: [
            Answer("blank", "blank", blanks[exercise.name]),
            Answer("reference", "reference", chapter.source_of(exercise)),
            *answers[exercise.name],
        ]
        for exercise in exercises
    }


def verify(
    chapter: Chapter,
    answers: dict[str, list[Answer]],
    time_limit: float = 20.0,
    on_answer: Callable[[str], None] = lambda answer: None,
    separate: bool = True,
) -> list[Verdict]:
    """Try answers to the exercises of a chapter.

    Parameters
    ----------
    chapter : Chapter
        Whose exercises.
    answers : dict
        What to try for each exercise, from `collect_answers`.
    time_limit : float
        Seconds that one answer and its tests may take; more where the exercise asks for more.
    on_answer : callable
        Called with a description of each answer when its result is in.
    separate : bool
        Whether tests run in another process than answers, as in `course grade`, or in the same one,
        as in nbgrader and in a student's own notebook.

    Returns
    -------
    list of Verdict
        One for each answer, in the order of `answers`.

    Raises
    ------
    CourseError
        If the chapter does not run with the reference solutions.
    """
    exercises = {one.name: one for one in chapter.exercises if one.name in answers}
    reports = {}
    job = make_job(chapter, answers, time_limit, separate)
    for report in reports_on(chapter, job, answers):
        on_answer(f"{report['exercise']}/{report['name']}")
        reports[report["exercise"], report["name"]] = report
    again = unlucky(exercises, answers, reports)
    if again:
        job = make_job(chapter, again, time_limit, separate, PATIENCE) | {"processes": 1}
        for report in reports_on(chapter, job, again):
            reports[report["exercise"], report["name"]] = report
    return [
        judge(exercises[name], answer, chapter.name, reports[name, answer.name])
        for name in answers
        for answer in answers[name]
    ]


def reports_on(chapter: Chapter, job: dict, answers: dict[str, list[Answer]]) -> Iterator[dict]:
    """Run a job; yield one report for each answer.

    Raises
    ------
    CourseError
        If the chapter does not run with the reference solutions.
    """
    missing = sum(map(len, answers.values()))
    for report in run_worker(job, chapter):
        if "failed" in report:
            raise CourseError(
                f"{chapter.path.name}: cell {report['failed'] + 1} fails with the reference "
                f"solutions: {report['message']}"
            )
        missing -= 1
        yield report
    if missing:
        raise CourseError(f"{chapter.path.name} ends Python when it runs with the reference.")


def unlucky(
    exercises: dict[str, Exercise],
    answers: dict[str, list[Answer]],
    reports: dict[tuple[str, str], dict],
) -> dict[str, list[Answer]]:
    """Find the answers that are misjudged because their time was over: a busy machine.

    An answer that should get no points is judged rightly however it was stopped.
    """
    found: dict[str, list[Answer]] = {}
    for name in answers:
        for answer in answers[name]:
            report = reports[name, answer.name]
            if report.get("late") and not judge(exercises[name], answer, "", report).ok:
                found.setdefault(name, []).append(answer)
    return found


def blank_answers(chapter: Chapter) -> dict[str, str]:
    """Return what students find in each solution cell, as nbgrader makes it."""
    clear = ClearSolutions(code_stub={"python": CODE_STUB})
    released, _ = clear.preprocess(copy.deepcopy(chapter.notebook), {})
    return {one.name: released.cells[one.solution].source for one in chapter.exercises}


def make_job(
    chapter: Chapter,
    answers: dict[str, list[Answer]],
    time_limit: float,
    separate: bool = True,
    patience: float = 1,
) -> dict:
    """Put everything the worker needs into one JSON object."""
    return {
        "plan": make_plan(chapter.notebook) if separate else None,
        "cells": [
            cell.source if cell.cell_type == "code" else None for cell in chapter.notebook.cells
        ],
        "tests": [test.index for exercise in chapter.exercises for test in exercise.tests],
        "exercises": [
            {
                "name": exercise.name,
                "solution": exercise.solution,
                "tests": [asdict(test) for test in exercise.tests],
                "time_limit": patience * max(time_limit, exercise.seconds),
                "answers": [
                    {"name": answer.name, "source": answer.source}
                    for answer in answers[exercise.name]
                ],
            }
            for exercise in chapter.exercises
            if exercise.name in answers
        ],
        "processes": os.cpu_count() or 1,
    }


def run_worker(job: dict, chapter: Chapter) -> Iterator[dict]:
    """Run the job in a process of its own, contained where that is possible; yield its reports."""
    mechanism = available()[0]
    if mechanism == Isolation.NONE:
        yield from _run_uncontained(job, chapter)
        return
    parent = warm_parent(imported_modules(chapter.notebook))
    ours, theirs = socket.socketpair()
    with closing(Rooms()) as rooms, ours:
        view = View(sockets=rooms.sockets, room=rooms.room, trusted=True)
        with theirs:
            worker = parent.start("verifier", mechanism, view, LIMITS, link=theirs)
        with closing(worker):
            stream = ours.makefile("rw", encoding="utf-8")
            print(json.dumps(job), file=stream, flush=True)
            for line in stream:
                yield json.loads(line)
            ending = worker.wait(5) or {"exit": None, "reason": "it does not end"}
            if ending["exit"] != 0:
                why = ending["reason"] or f"exit code {ending['exit']}"
                raise CourseError(f"{chapter.name}: the worker failed ({why}).")


def _run_uncontained(job: dict, chapter: Chapter) -> Iterator[dict]:
    """Run the job in an ordinary process, in the chapter's folder; yield its reports."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as errors, _worker(chapter, errors) as one:
        with one.stdin:
            one.stdin.write(json.dumps(job))
        for line in one.stdout:
            yield json.loads(line)
        if one.wait() != 0:
            errors.seek(0)
            last = (errors.read().strip().splitlines() or ["no message"])[-1]
            raise CourseError(f"{chapter.name}: the worker failed ({last}).")


@contextmanager
def _worker(chapter: Chapter, errors: IO[str]) -> Iterator[subprocess.Popen]:
    """Start the worker, and end it whatever happens here."""
    worker = subprocess.Popen(
        [sys.executable, "-m", "grading.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        encoding="utf-8",
        cwd=chapter.path.parent,
        env=kernel_environment(MPLBACKEND="Agg"),
        start_new_session=True,
    )
    try:
        yield worker
    finally:
        worker.terminate()
        try:
            worker.wait(timeout=2)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
        worker.stdout.close()


def judge(exercise: Exercise, answer: Answer, chapter: str, report: dict) -> Verdict:
    """Decide whether an answer got what it should, from the worker's report on it."""
    points, message, most = report["points"], report["message"], exercise.max_points
    if answer.kind == "blank":
        ok, expected = points == 0, "0"
    elif answer.kind != "wrong":
        ok, expected = points == most, number(most)
    elif answer.points is not None:
        ok, expected = points == answer.points < most, f"{number(answer.points)} (declared)"
    else:
        ok, expected = points < most, f"fewer than {number(most)}"
    if not ok:
        message = f"got {number(points)} points, expected {expected}. {message}".strip()
    return Verdict(chapter, exercise.name, answer.name, answer.kind, points, most, ok, message)


def verdict_table(chapter: str, verdicts: Iterable[Verdict]) -> Table:
    """Lay a chapter's verdicts out, one row for each exercise."""
    table = Table(title=chapter, title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("exercise", no_wrap=True)
    for column in ("points", "right accepted", "wrong caught", "blank", "reference"):
        table.add_column(column, justify="right")
    verdicts = list(verdicts)
    for exercise in dict.fromkeys(one.exercise for one in verdicts):
        mine = [one for one in verdicts if one.exercise == exercise]
        cells = [_share(mine, kind) for kind in ("right", "wrong")]
        cells += [
            Text(number(one.points), style="" if one.ok else "red")
            for kind in ("blank", "reference")
            for one in mine
            if one.kind == kind
        ]
        table.add_row(exercise, number(mine[0].max_points), *cells)
    return table


def wrong_caught(verdicts: Iterable[Verdict]) -> str:
    """Say how many of the wrong answers the tests caught."""
    wrong = [one for one in verdicts if one.kind == "wrong"]
    if not wrong:
        return "No wrong answers were tried."
    caught = sum(one.ok for one in wrong)
    return f"Wrong answers caught: {caught} of {len(wrong)} ({100 * caught / len(wrong):.1f} %)"


def _share(verdicts: Iterable[Verdict], kind: str) -> Text:
    """Return ``n/n`` of the answers of one kind that were judged as they should be."""
    mine = [one for one in verdicts if one.kind == kind]
    good = sum(one.ok for one in mine)
    return Text(f"{good}/{len(mine)}", style="" if good == len(mine) else "red")
