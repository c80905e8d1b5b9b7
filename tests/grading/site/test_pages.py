"""A chapter's page shows what a student sees, and the figures."""

import copy

import nbformat
import pytest
from handed_in import blank_of, cell_called, read
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from grading.errors import CourseError
from grading.site.pages import INTERACTIVE, WIDGET, page_of

PIXEL = "iVBORw0KGgo="


@pytest.fixture
def executed(notebooks):
    return read(notebooks / "01_tiny.ipynb")


def figure(alt, mime="image/png"):
    metadata = {mime: {"alt": alt}} if alt is not None else {}
    return new_output("display_data", data={mime: PIXEL, "text/plain": "x"}, metadata=metadata)


def page_with(*cells):
    return page_of(new_notebook(cells=list(cells)), "x.ipynb", {"01_a.ipynb"}).cells


def test_every_graded_cell_is_that_of_the_release(executed, course):
    released = [cell.source for cell in blank_of(course).cells if "nbgrader" in cell.metadata]
    page = page_of(executed, "01_tiny.ipynb", set())
    shown = [
        cell.source
        for cell in page.cells
        if {"exercise", "checks"} & set(cell.metadata.get("tags", []))
    ]
    assert shown == released
    assert len(shown) == 12


def test_the_executed_notebook_is_left_as_it_is(executed):
    before = copy.deepcopy(executed)
    page_of(executed, "01_tiny.ipynb", set())
    assert executed == before


def test_experiments_keep_their_outputs_and_graded_cells_lose_them(executed):
    cell_called(executed, "test_square").outputs = [new_output("stream", text="given away")]
    page = page_of(executed, "01_tiny.ipynb", set())
    texts = [output.text for cell in page.cells for output in cell.get("outputs", [])]
    assert texts == ["6.0\n", "[1.0, 4.0, 9.0]\n"]


def test_checks_are_folded_and_say_their_points(executed):
    page = page_of(executed, "01_tiny.ipynb", set())
    checks = [cell for cell in page.cells if "checks" in cell.metadata.get("tags", [])]
    assert all("hide-input" in cell.metadata.tags for cell in checks)
    prompts = [cell.metadata.mystnb["code_prompt_show"] for cell in checks]
    assert prompts[:2] == ["Show the checks (1 point)", "Show the checks (2 points)"]


def test_a_folded_cell_stays_folded():
    (cell,) = page_with(new_code_cell("plot()", metadata={"tags": ["hide-input"]}))
    assert cell.metadata.tags == ["hide-input"]


def test_a_figure_is_described():
    (cell,) = page_with(new_code_cell("plot()", outputs=[figure("A line.")]))
    assert cell.metadata.mystnb["image"] == {"alt": "A line."}


def test_each_of_several_figures_is_described_in_order():
    outputs = [
        new_output("stream", text="before"),
        figure("First."),
        new_output("stream", text="between"),
        figure("Second."),
    ]
    first, second = page_with(new_code_cell("plot()", outputs=outputs))
    assert first.metadata.mystnb["image"] == {"alt": "First."}
    assert second.metadata.mystnb["image"] == {"alt": "Second."}
    assert first.outputs + second.outputs == outputs
    assert second.source == ""
    assert "remove-input" in second.metadata.tags


@pytest.mark.parametrize("alt", [None, "", "  "])
@pytest.mark.parametrize("mime", ["image/png", "image/svg+xml"])
def test_a_figure_without_a_description_is_an_error(alt, mime):
    with pytest.raises(CourseError, match=r"x\.ipynb, cell 1 shows a figure without alternative"):
        page_with(new_code_cell("plot()", outputs=[figure(alt, mime)]))


def test_a_widget_gives_way_to_what_stands_in_for_it():
    bare = new_output("display_data", data={WIDGET: {"model_id": "1"}, "text/plain": "Box()"})
    pictured = figure("A slider at 3.")
    pictured.data[WIDGET] = {"model_id": "2"}
    (cell,) = page_with(new_code_cell("show()", outputs=[bare, pictured]))
    assert cell.outputs[0].data == {"text/plain": INTERACTIVE}
    assert cell.outputs[1].data == {"image/png": PIXEL, "text/plain": "x"}


def test_only_links_to_published_chapters_stay():
    text = (
        "See [one](01_a.ipynb), [its end](01_a.ipynb#end), [two](02_b.ipynb#x), [w](https://w.w)."
    )
    (cell,) = page_with(new_markdown_cell(text))
    assert cell.source == (
        "See [one](01_a.ipynb), [its end](01_a.ipynb#end), two, [w](https://w.w)."
    )


def test_brackets_before_a_link_are_not_its_text():
    (cell,) = page_with(new_markdown_cell("In $[0, 1)$ or [two](02_b.ipynb)."))
    assert cell.source == "In $[0, 1)$ or two."


def test_norms_in_tables_stay_norms():
    text = "$\\|w\\|$\n\n| norm | other |\n|---|---|\n| $\\|w\\|_1$ | a \\| b, $x$ |"
    (cell,) = page_with(new_markdown_cell(text))
    assert cell.source == text.replace(r"| $\|w\|_1$", r"| $\Vert w\Vert _1$")


def test_a_page_is_a_valid_notebook(executed):
    nbformat.validate(page_of(executed, "01_tiny.ipynb", set()))
