"""Every chapter: its pair is current, its points add up, its figures are sound and described.

nbval (see the Makefile) compares the text that a new run prints, test_student.py the figures.
"""

import base64
import io
import re

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from figures import TOLERANCE, figure_difference, figures, moved_figures
from nbformat.v4 import new_code_cell, new_notebook, new_output

from grading import build
from grading.chapters import ANSWERS, chapter_names, load_chapter

CHAPTERS = chapter_names()


@pytest.fixture(params=CHAPTERS, scope="module")
def chapter(request):
    return load_chapter(request.param)


@pytest.fixture(scope="module")
def executed(chapter):
    return nbformat.read(chapter.executed_path, as_version=4)


def test_the_pair_is_what_its_source_says(chapter):
    assert build.check(chapter) == []


def test_points_add_up_to_20_and_the_quiz_has_2(chapter):
    assert chapter.max_points == 20
    assert {e.name: e.max_points for e in chapter.exercises}["quiz"] == 2


def test_every_exercise_has_a_bank_of_answers(chapter):
    for exercise in chapter.exercises:
        folder = ANSWERS / chapter.name / exercise.name
        wrong = sorted(folder.glob("wrong_*.py"))
        assert len(sorted(folder.glob("right_*.py"))) >= 3, folder.name
        assert len(wrong) >= 5, folder.name
        for answer in wrong:
            first = answer.read_text(encoding="utf-8").partition("\n")[0]
            assert re.search(r"\[[\d.]+ points?\]$", first), f"{answer.name} declares no points"


def test_every_figure_is_described_and_the_notebook_is_modest(chapter, executed):
    found = figures(executed)
    assert found, "a chapter without a figure"
    for source, _, alt in found:
        assert len(alt) > 60, f"no proper alternative text in the cell that begins {source[:60]!r}"
        assert "\n" not in alt
    assert chapter.executed_path.stat().st_size < 1_500_000


def test_nothing_printed_belongs_to_one_machine(executed):
    for cell in executed.cells:
        for output in cell.get("outputs", []):
            text = output.get("text", "") + output.get("data", {}).get("text/plain", "")
            text = re.sub(r"<Figure size .*?>", "", text)
            assert not re.search(r"/(home|root|tmp|usr|Users)/|0x[0-9a-f]{6,}|\d ?m?s per", text), (
                text
            )


def test_code_cells_are_short_unless_they_are_graded(chapter):
    for cell in chapter.notebook.cells:
        if cell.cell_type == "code" and "nbgrader" not in cell.metadata:
            lines = [line for line in cell.source.splitlines() if line.strip()]
            assert len(lines) <= 30, f"{len(lines)} lines: {lines[0]}"


def test_markdown_is_plain_enough_for_jupyterlab_and_colab(chapter):
    """MyST directives and roles are shown as raw text there."""
    for cell in chapter.notebook.cells:
        if cell.cell_type == "markdown":
            assert not re.search(r"^:::|^```\{|\{(ref|cite|eq|math|doc)\}`", cell.source, re.M)


def display(png):
    return new_output("display_data", data={"image/png": png.decode()})


def test_a_moved_curve_is_noticed():
    """The fault that the tolerance is for: one curve of a figure changes a little."""

    def png(shift):
        figure, ax = plt.subplots(figsize=(7, 4))
        x = np.linspace(0, 1, 200)
        ax.plot(x, np.sin(6 * x))
        ax.plot(x, np.cos(6 * x) + shift)
        buffer = io.BytesIO()
        figure.savefig(buffer, format="png")
        plt.close(figure)
        return base64.b64encode(buffer.getvalue())

    assert figure_difference(png(0), png(0)) == 0
    assert figure_difference(png(0), png(0.1)) > TOLERANCE
    same, moved = (
        new_notebook(cells=[new_code_cell("plot", outputs=[display(png(by))])]) for by in (0, 0.1)
    )
    assert moved_figures(same, same) == []
    assert "in the figure of 'plot'" in moved_figures(same, moved)[0]
    assert moved_figures(same, new_notebook()) == ["1 figures are now 0"]
