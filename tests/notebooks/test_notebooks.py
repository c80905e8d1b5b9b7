"""Every chapter: its pair is current, its points add up, its figures are sound and described.

nbval (see the Makefile) compares the text that a new run prints; this file compares the figures.
"""

import base64
import io
import re

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest

from grading import build
from grading.chapters import ANSWERS, chapter_names, load_chapter

CHAPTERS = chapter_names()
#: Largest mean difference of two figures, of 1 for black against white: fonts may be hinted
#: differently, curves may not move.
FIGURE_TOLERANCE = 0.004


@pytest.fixture(params=CHAPTERS, scope="module")
def chapter(request):
    return load_chapter(request.param)


@pytest.fixture(scope="module")
def executed(chapter):
    return nbformat.read(chapter.executed_path, as_version=4)


#: A cell with this tag draws times, or a training run in which rounding errors grow: what it shows
#: depends on the machine.
OWN_MACHINE = "own-machine"


def figures(notebook, reproducible=False):
    """All PNG figures of a notebook with their cell's source and their alternative text."""
    found = []
    for cell in notebook.cells:
        if reproducible and OWN_MACHINE in cell.metadata.get("tags", []):
            continue
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                alt = output.metadata.get("image/png", {}).get("alt", "")
                found.append((cell.source, output.data["image/png"], alt))
    return found


def pixels(png):
    image = plt.imread(io.BytesIO(base64.b64decode(png)), format="png")
    return image[..., :3].mean(axis=2)


def figure_difference(png, other):
    a, b = pixels(png), pixels(other)
    return 1.0 if a.shape != b.shape else float(np.abs(a - b).mean())


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


@pytest.mark.slow
def test_figures_are_those_of_a_new_run(chapter, executed, tmp_path):
    """A figure that no longer comes out of its code is stale."""
    copy = tmp_path / chapter.path.name
    copy.write_text(chapter.path.read_text(encoding="utf-8"), encoding="utf-8")
    fresh = build.build(load_chapter(chapter.name, tmp_path))
    for (source, old, _), (_, new, _) in zip(
        figures(executed, reproducible=True), figures(fresh, reproducible=True), strict=True
    ):
        difference = figure_difference(old, new)
        assert difference < FIGURE_TOLERANCE, f"{difference:.4f} in the figure of {source[:60]!r}"


def test_a_moved_curve_is_noticed():
    """The fault that FIGURE_TOLERANCE is for: one curve of a figure changes a little."""

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
    assert figure_difference(png(0), png(0.1)) > FIGURE_TOLERANCE
