"""A tiny chapter that runs in a second, and a class that handed in all sorts of things."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from handed_in import (
    DISPLAYING,
    NUMBER,
    STUBBORN,
    WARNING,
    GradedClass,
    answered,
    blank_of,
    contents,
    copy_of,
    hand_in,
    reference,
    stripped,
    tagged,
    with_copied_cell,
    with_metadata,
)
from nbformat import NotebookNode

from grading import cli
from grading.build import build
from grading.chapters import Chapter, load_chapter
from grading.course_directory import Course
from grading.grade import Run, grade
from grading.initialise import init_course
from grading.release import release

TINY = Path(__file__).parent / "tiny"


@pytest.fixture(scope="session")
def notebooks(tmp_path_factory) -> Path:
    """The folder with the tiny chapter and its executed pair."""
    folder = tmp_path_factory.mktemp("notebooks")
    shutil.copytree(TINY / "notebooks", folder, dirs_exist_ok=True)
    build(load_chapter("01_tiny", folder))
    return folder


@pytest.fixture(scope="session")
def answers() -> Path:
    """The answer bank of the tiny chapter."""
    return TINY / "answers"


@pytest.fixture
def chapter(notebooks) -> Chapter:
    """The tiny chapter, freshly read."""
    return load_chapter("01_tiny", notebooks)


@pytest.fixture(scope="session")
def released_course(tmp_path_factory, notebooks, answers) -> Course:
    """A course with the tiny chapter released; not to be written to."""
    course, _ = init_course(tmp_path_factory.mktemp("released") / "course", notebooks)
    release(course, "01_tiny", notebooks, answers)
    return course


@pytest.fixture
def course(released_course, tmp_path) -> Course:
    """A private copy of a course with the tiny chapter released."""
    return copy_of(released_course, tmp_path / "course")


@pytest.fixture(scope="session", params=["separate", "one kernel"])
def graded_class(request, released_course, tmp_path_factory, notebooks) -> GradedClass:
    """One submission of every kind, graded once with a limit of five seconds a cell."""
    course = copy_of(released_course, tmp_path_factory.mktemp("graded") / "course")
    chapter = load_chapter("01_tiny", notebooks)
    right = reference(chapter)
    blank = blank_of(course)

    def solved(**changes: str) -> NotebookNode:
        return answered(blank, **{**right, **changes})

    for student, notebook in {
        "perfect": solved(),
        "blank": blank,
        "wrong": solved(square="def square(x):\n    return x * abs(x)"),
        "crashing": solved(total="def total(values):\n    import os\n    os._exit(1)"),
        "endless": solved(halve="def halve(x):\n    while True:\n        pass"),
        "stubborn": solved(halve=STUBBORN),
        "warning": solved(square=WARNING),
        "displaying": solved(square=DISPLAYING, halve=NUMBER),
        "skipping": tagged(blank),
        "unordered": solved(quiz='raise SystemExit("enough")'),
        "copied-cell": with_copied_cell(solved()),
        "schema-99": with_metadata(solved(), "halve", schema_version=99),
        "schema-1": with_metadata(solved(), "halve", schema_version=1),
        "ungraded": with_metadata(solved(), "test_halve", grade=False),
        "stripped": stripped(solved()),
    }.items():
        hand_in(course, student, notebook)
    hand_in(course, "corrupt", nbformat.writes(solved())[:3000])
    hand_in(course, "binary", b"\x89PNG\xff\xfe")
    hand_in(course, "list", "[]")
    hand_in(course, "odd", '{"nbformat": 4, "nbformat_minor": 5, "cells": 3, "metadata": {}}')
    misnamed = course.submitted / "misnamed" / "01_tiny" / "solution.ipynb"
    misnamed.parent.mkdir(parents=True)
    misnamed.write_text("{}")
    (course.submitted / "nothing").mkdir()

    before = contents(course.submitted)
    seen: list[str] = []
    run = Run(workers=2, separate=request.param == "separate", cell_timeout=5)
    results = grade(course, "01_tiny", run=run, on_result=lambda one: seen.append(one.student))
    return GradedClass(course, {one.student: one for one in results}, before, seen)


@pytest.fixture
def run(monkeypatch, capsys, notebooks, answers):
    """Run a `course` command on the tiny chapter; return its exit status and what it printed."""
    monkeypatch.setattr(cli, "NOTEBOOKS", notebooks)
    monkeypatch.setattr(cli, "ANSWERS", answers)

    def command(*arguments: object) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["course", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        captured = capsys.readouterr()
        return caught.value.code or 0, " ".join((captured.out + captured.err).split())

    return command


@pytest.fixture
def make_answer(tmp_path) -> Callable[[str, str], Path]:
    """Write files into an answer bank of one's own."""

    def write(name: str, source: str) -> Path:
        path = tmp_path / "bank" / "01_tiny" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
        return tmp_path / "bank"

    return write
