"""Make a page from a chapter's executed notebook: what a student sees, with the figures.

Solutions and hidden tests are taken out by nbgrader's own preprocessors, the same that make a
release. Outputs stay, except those of graded cells.
"""

import copy
import re
from collections.abc import Collection

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, ClearSolutions

from grading.errors import CourseError
from grading.stub import CODE_STUB

LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([\w.-]+\.ipynb)(#[^)\s]*)?\)")
#: A row of a table, and a formula in it.
ROW = re.compile(r"^ *\|.*$", re.MULTILINE)
FORMULA = re.compile(r"(?<!\\)\$[^$]+\$")
WIDGET = "application/vnd.jupyter.widget-view+json"
INTERACTIVE = "This figure is interactive: run its cell in the notebook."


def page_of(executed: NotebookNode, name: str, published: Collection[str]) -> NotebookNode:
    """Return the notebook that a chapter's page is made from.

    Parameters
    ----------
    executed : NotebookNode
        The instructor's notebook, with outputs. It is left as it is.
    name : str
        What to call it in an error.
    published : collection of str
        The files (``02_activations.ipynb``) that links may lead to. A link to a chapter that is not
        among them becomes plain text.

    Raises
    ------
    CourseError
        If a figure has no alternative text.
    """
    page = copy.deepcopy(executed)
    resources: dict = {}
    for cleaner in (
        ClearSolutions(code_stub={"python": CODE_STUB}),
        ClearHiddenTests(),
        ClearMarkScheme(),
    ):
        page, resources = cleaner.preprocess(page, resources)
    cells = []
    for number, cell in enumerate(page.cells, start=1):
        if cell.cell_type == "markdown":
            cell.source = _norms_in_tables(_live_links(cell.source, published))
            cells.append(cell)
        elif cell.cell_type == "code" and cell.source.strip():
            cells += _code_cells(cell, f"{name}, cell {number}")
    page.cells = cells
    return page


def _live_links(text: str, published: Collection[str]) -> str:
    """Turn links to chapters that are not published into plain text."""
    return LINK.sub(lambda link: link[0] if link[2] in published else link[1], text)


def _norms_in_tables(text: str) -> str:
    r"""Write ``\|`` as ``\Vert`` in tables: there Markdown reads it as the bar between two columns.

    JupyterLab sets formulas aside before it looks for tables, MyST does not.
    """

    def in_row(row: re.Match) -> str:
        return FORMULA.sub(lambda formula: formula[0].replace(r"\|", r"\Vert "), row[0])

    return ROW.sub(in_row, text)


def _code_cells(cell: NotebookNode, place: str) -> list[NotebookNode]:
    """Return a code cell as it is shown: one figure a cell, because MyST-NB's alt text is a cell's.

    A graded cell says what it is, and tests are folded.
    """
    graded = cell.metadata.pop("nbgrader", {})
    tags = list(cell.metadata.get("tags", []))
    options: dict = {"code_prompt_show": "Show the code", "code_prompt_hide": "Hide the code"}
    if graded.get("grade") and not graded.get("solution"):
        tags += ["checks", "hide-input"]
        points = f"{graded.get('points', 0):g}"
        unit = "point" if points == "1" else "points"
        options["code_prompt_show"] = f"Show the checks ({points} {unit})"
        options["code_prompt_hide"] = f"Hide the checks ({points} {unit})"
    elif graded.get("solution"):
        tags.append("exercise")
    cell.metadata.tags = sorted(set(tags))
    cell.metadata.mystnb = options
    outputs = [] if graded else [_without_widget(output) for output in cell.outputs]

    shown = [cell]
    cell.outputs = []
    for output in outputs:
        picture = next((m for m in output.get("data", {}) if m.startswith("image/")), None)
        if picture:
            alt = output.get("metadata", {}).get(picture, {}).get("alt", "").strip()
            if not alt:
                raise CourseError(f"{place} shows a figure without alternative text.")
            if "image" in shown[-1].metadata.mystnb:
                shown.append(new_code_cell("", metadata={"tags": ["remove-input"], "mystnb": {}}))
            shown[-1].metadata.mystnb["image"] = {"alt": alt}
        shown[-1].outputs.append(output)
    return shown


def _without_widget(output: NotebookNode) -> NotebookNode:
    """Show what stands in for a widget, which needs a kernel: its picture, or a sentence."""
    data = output.get("data", {})
    if WIDGET in data:
        del data[WIDGET]
        if not any(mime.startswith("image/") for mime in data):
            data["text/plain"] = INTERACTIVE
    return output
