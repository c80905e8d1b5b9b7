"""A student answers an exercise of a released chapter in JupyterLab, and validates the notebook."""

import nbformat
import pytest
from lab import open_notebook
from playwright.sync_api import Locator, Page, expect

from grading.chapters import load_chapter
from grading.initialise import init_course
from grading.release import release

CHAPTER = "02_activations"
EXERCISE = "collapse_linear"
WRONG = """\
def collapse_linear(layers):
    W = layers[0][0]
    for W_next, _ in layers[1:]:
        W = W @ W_next
    return W, layers[-1][1]
"""
RIGHT = """\
def collapse_linear(layers):
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = W @ W_next, b @ W_next + b_next
    return W, b
"""
HINT = "the second layer acts on the first one's bias, too"


@pytest.fixture(scope="module")
def released(jupyter) -> None:
    """The student's folder has the release with every exercise answered but one."""
    chapter = load_chapter(CHAPTER)
    course, _ = init_course(jupyter.folder / "course")
    release(course, CHAPTER)
    notebook = nbformat.read(course.release(CHAPTER) / f"{CHAPTER}.ipynb", as_version=4)
    answers = {one.name: chapter.source_of(one) for one in chapter.exercises}
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in answers and name != EXERCISE:
            cell.source = answers[name]
    nbformat.write(notebook, jupyter.root / f"{CHAPTER}.ipynb")


class Notebook:
    """A notebook that is open in JupyterLab."""

    def __init__(self, page: Page):
        self.page = page

    def cell(self, text: str) -> Locator:
        """Return the code cell whose input has this text."""
        cells = self.page.locator(".jp-Notebook .jp-CodeCell")
        return cells.filter(has=self.page.locator(".jp-InputArea").filter(has_text=text))

    def write(self, cell: Locator, code: str) -> None:
        """Replace what is in a cell, as by pasting."""
        cell.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(code)

    def run(self, cell: Locator, count: int) -> None:
        """Run a cell, and wait until it has finished as number `count`."""
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Shift+Enter")
        expect(cell.locator(".jp-InputPrompt")).to_have_text(f"[{count}]:")

    def validate(self) -> Locator:
        """Press Validate, and return the dialog with the result."""
        self.page.locator(".jp-NotebookPanel-toolbar").get_by_text("Validate", exact=True).click()
        dialog = self.page.get_by_role("dialog")
        expect(dialog).to_contain_text("Validation Results")
        return dialog


def test_an_answer_is_run_and_validated(released, jupyter, page, tmp_path):
    open_notebook(jupyter, page, CHAPTER)
    notebook = Notebook(page)
    answer = notebook.cell(f"def {EXERCISE}(")
    checks = notebook.cell(f"W, b = {EXERCISE}(two)")
    expect(answer).to_contain_text("raise NotImplementedError")

    # Not answered: the validation says which checks fail, and why.
    dialog = notebook.validate()
    expect(dialog).to_contain_text(f"W, b = {EXERCISE}(two)")
    expect(dialog).to_contain_text("This exercise is not answered yet")
    page.screenshot(path=tmp_path / "blank.png")
    dialog.get_by_role("button", name="OK").click()
    expect(dialog).to_have_count(0)

    # A wrong answer: the check says what is wrong.
    notebook.run(notebook.cell("plotting.use_style()"), 1)
    notebook.write(answer, WRONG)
    notebook.run(answer, 2)
    notebook.run(checks, 3)
    expect(checks.locator(".jp-OutputArea")).to_contain_text(HINT)
    page.screenshot(path=tmp_path / "wrong.png")

    # The right one: the checks say nothing, and the whole notebook is valid.
    notebook.write(answer, RIGHT)
    notebook.run(answer, 4)
    notebook.run(checks, 5)
    expect(checks.locator(".jp-OutputArea-output")).to_have_count(0)
    dialog = notebook.validate()
    expect(dialog).to_contain_text("Success! Your notebook passes all the tests.")
    page.screenshot(path=tmp_path / "right.png")
