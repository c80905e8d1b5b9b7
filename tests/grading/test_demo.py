"""The demo says so when something comes out differently; plain nbgrader works in its course."""

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grading import demo
from grading.course_directory import Course
from grading.engine import open_gradebook
from grading.results import load_results

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def kept(tmp_path_factory, notebooks, answers):
    """The course that a demo leaves."""
    folder = tmp_path_factory.mktemp("demo") / "course"
    assert demo.run_demo(folder, "01_tiny", notebooks, answers, cell_timeout=5)
    return Course(folder)


def test_demo_comes_out_as_expected(kept):
    scores = {one.student: (one.status, one.score) for one in load_results(kept.results("01_tiny"))}
    assert scores == {
        "blank": ("graded", 0),
        "copied": ("graded with repairs", 11),
        "corrupt": ("unreadable", None),
        "crashing": ("crashed", 5),
        "endless": ("timed out", 9),
        "partial": ("graded", 8),
        "perfect": ("graded", 11),
        "prying": ("graded", 11),
        "wrong": ("graded", 2),
    }


def test_demo_fails_when_a_result_differs(monkeypatch, notebooks, answers, capsys):
    def too_generous(*args, **kwargs):
        return [
            dataclasses.replace(one, points={**one.points, "quiz": 1.0})
            if one.student == "blank"
            else one
            for one in grade(*args, **kwargs)
        ]

    grade = demo.grade
    only_some = [demo.SampleClass.blank, demo.SampleClass.perfect]
    monkeypatch.setattr(
        demo.SampleClass, "submissions", lambda self: [make(self) for make in only_some]
    )
    monkeypatch.setattr(demo, "grade", too_generous)
    assert not demo.run_demo(None, "01_tiny", notebooks, answers)
    printed = capsys.readouterr().out
    assert printed.startswith("Released")
    assert "Isolation: " in printed
    assert "NO" in printed


def test_plain_nbgrader_commands_agree(kept):
    before = nbgrader_scores(kept)
    for command in (
        ["generate_assignment", "01_tiny", "--force"],
        ["autograde", "01_tiny", "--student=crashing", "--force"],
        ["generate_feedback", "01_tiny", "--student=perfect", "--force"],
        ["validate", "source/01_tiny/01_tiny.ipynb"],
    ):
        assert nbgrader(kept, *command).returncode == 0
    assert nbgrader_scores(kept) == before
    plugin = "--exporter=grading.export.ExercisePlugin"
    assert nbgrader(kept, "export", plugin, "--to=plugin.csv").returncode == 0
    rows = (kept.root / "plugin.csv").read_text().splitlines()
    assert len(rows) == 10
    assert any(row.startswith("crashing,01_tiny,crashed,5.0,11.0,") for row in rows)


def nbgrader(course: Course, *arguments: str) -> subprocess.CompletedProcess:
    program = Path(sys.executable).with_name("nbgrader")
    environment = {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        [program, *arguments], cwd=course.root, env=environment, capture_output=True, text=True
    )


def nbgrader_scores(course: Course) -> dict[str, float]:
    with open_gradebook(course) as gradebook:
        return {
            submission.student.id: submission.score
            for submission in gradebook.assignment_submissions("01_tiny")
        }
