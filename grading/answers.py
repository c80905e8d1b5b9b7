"""The answer bank: right and wrong answers that the tests of an exercise must tell apart.

``answers/<chapter>/<exercise>/right_*.py`` and ``wrong_*.py``: each file is the complete content of
the exercise's solution cell, and its first line is a comment that says what it is. A wrong answer
that should earn some of the points says so at the end of that line: ``# ... [3 points]``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from grading.chapters import Chapter, Exercise
from grading.errors import CourseError

DECLARED = re.compile(r"\[(\d+(?:\.\d+)?) points?\]\s*$")


@dataclass(frozen=True)
class Answer:
    """One answer to an exercise.

    `kind` is right, wrong, blank or reference; `points` is what a wrong answer declares, or None.
    """

    name: str
    kind: str
    source: str
    points: float | None = None


def read_answer(path: Path, described: bool = True) -> Answer:
    """Read one file of the bank.

    Parameters
    ----------
    path : Path
        The file.
    described : bool
        Whether its first line must be a comment that says what it is.

    Raises
    ------
    CourseError
        If it is not called right_* or wrong_*, or its first line should be a comment and is not.
    """
    kind = path.stem.partition("_")[0]
    if kind not in ("right", "wrong"):
        raise CourseError(f"{path}: an answer's file is called right_*.py or wrong_*.py.")
    source = path.read_text(encoding="utf-8")
    first = source.partition("\n")[0]
    if described and (not first.startswith("#") or not first.strip("# \t")):
        raise CourseError(f"{path}: its first line must be a comment that says what it is.")
    declared = DECLARED.search(first)
    return Answer(path.stem, kind, source, float(declared[1]) if declared else None)


def read_bank(
    chapter: Chapter, exercises: Iterable[Exercise], bank: Path, complete: bool = True
) -> dict[str, list[Answer]]:
    """Read a chapter's answers.

    Parameters
    ----------
    chapter : Chapter
        Whose answers.
    exercises : iterable of Exercise
        Which of its exercises.
    bank : Path
        The folder with a folder for each chapter; or, for one chapter, for each exercise.
    complete : bool
        Whether every exercise must have right and wrong answers, each described by its first line.

    Returns
    -------
    dict
        The answers to each exercise, by its name.

    Raises
    ------
    CourseError
        Naming everything that is wrong with the bank at once.
    """
    known = {exercise.name for exercise in chapter.exercises}
    folder = bank / chapter.name
    if not folder.is_dir() and any((bank / name).is_dir() for name in known):
        folder = bank
    if not folder.is_dir() and not complete:
        raise CourseError(
            f"{bank} holds no answers to {chapter.name}: expected {folder}/<exercise>/right_*.py."
        )
    problems = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.is_dir() and path.name not in known:
            problems.append(
                f"{path}: {chapter.name} has no exercise of this name "
                f"(it has {', '.join(sorted(known))})."
            )
    answers: dict[str, list[Answer]] = {}
    for exercise in exercises:
        answers[exercise.name] = []
        for path in sorted((folder / exercise.name).glob("*.py")):
            try:
                answers[exercise.name].append(read_answer(path, described=complete))
            except CourseError as error:
                problems.append(str(error))
        kinds = {answer.kind for answer in answers[exercise.name]}
        problems += [
            f"{folder / exercise.name}: there is no {kind}_*.py."
            for kind in ("right", "wrong")
            if complete and kind not in kinds
        ]
    if problems:
        raise CourseError("The answer bank needs work:\n  " + "\n  ".join(problems))
    return answers
