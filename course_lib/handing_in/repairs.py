"""Putting a submission's cells right before it is graded.

nbgrader finds tests and answers by the metadata of their cells, and students copy, cut, rename and
lose cells; some platforms drop the metadata altogether. Here every cell of the release is found
again, by its name (grade_id) or by its content, and exactly one of each is graded. Whatever had to
be done is reported; nothing that was handed in is changed on disk.
"""

import ast
import copy
from dataclasses import dataclass

from nbformat import NotebookNode

#: What tests and answers are called in reports to students.
KINDS = {True: "test", False: "answer"}


@dataclass(frozen=True)
class Slot:
    """A cell that every submission must have exactly once."""

    name: str
    cell: NotebookNode
    released: str
    defines: frozenset[str]

    @property
    def answer(self) -> bool:
        """Whether its content is the student's."""
        return bool(self.cell.metadata.nbgrader.get("solution"))

    @property
    def what(self) -> str:
        """Its name in a report."""
        return f"{KINDS[not self.answer]} {self.name}"


def slots_of(source: NotebookNode, released: NotebookNode) -> list[Slot]:
    """List the cells that nbgrader knows, in the order of the release.

    Parameters
    ----------
    source : NotebookNode
        The chapter, with solutions and hidden tests.
    released : NotebookNode
        What students got.
    """
    given = {name_of(cell): cell.source for cell in released.cells if name_of(cell)}
    return [
        Slot(name_of(cell), cell, given.get(name_of(cell), ""), _defines(cell.source))
        for cell in source.cells
        if name_of(cell)
    ]


def repair(submission: NotebookNode, slots: list[Slot]) -> tuple[NotebookNode, list[str]]:
    """Return a submission with every slot filled once, and what had to be done.

    Tests get the source's content, hidden tests included; answers keep the student's.
    """
    notebook = copy.deepcopy(submission)
    notes: list[str] = []
    by_name = {slot.name: slot for slot in slots}
    claims: dict[str, list[NotebookNode]] = {slot.name: [] for slot in slots}
    strangers = []
    for cell in notebook.cells:
        name = name_of(cell)
        if name in claims:
            claims[name].append(cell)
        else:
            strangers.append(cell)
    for slot in slots:
        if not claims[slot.name]:
            found = _by_content(slot, strangers, slots)
            if found is not None:
                strangers = [cell for cell in strangers if cell is not found]
                claims[slot.name].append(found)
                notes.append(f"the {slot.what} was found by its content: its metadata is gone")
    for cell in strangers:
        cell.metadata.pop("nbgrader", None)
    chosen = {}
    for slot in slots:
        if claims[slot.name]:
            chosen[slot.name] = _choose(slot, claims[slot.name], notebook, notes)
    _insert_missing(notebook, slots, chosen, notes)
    for name, cell in chosen.items():
        _restore(cell, by_name[name], notes)
    _tests_after_answers(notebook, slots, chosen, notes)
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
        if cell.cell_type == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return notebook, notes


def name_of(cell: NotebookNode) -> str | None:
    """Return a cell's grade_id; None if it has none that can be read."""
    metadata = cell.metadata.get("nbgrader")
    name = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return name if isinstance(name, str) else None


def _defines(source: str) -> frozenset[str]:
    """Return the functions and classes that a cell defines; if there are none, its variables."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    kinds = (ast.FunctionDef, ast.ClassDef)
    names = {node.name for node in body if isinstance(node, kinds)}
    assigned = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    return frozenset(names or {one.id for one in assigned if isinstance(one, ast.Name)})


def _by_content(
    slot: Slot, strangers: list[NotebookNode], slots: list[Slot]
) -> NotebookNode | None:
    """Find the cell that fills a slot among those that have no name of the release."""
    code = [cell for cell in strangers if cell.cell_type == slot.cell.cell_type]
    same = [cell for cell in code if cell.source.strip() == slot.released.strip()]
    alike = [one for one in slots if one.answer and one.defines == slot.defines]
    if same or not slot.answer or not slot.defines or len(alike) > 1:
        return same[-1] if same else None
    answers = [cell for cell in code if slot.defines <= _defines(cell.source)]
    return answers[-1] if answers else None


def _choose(
    slot: Slot, cells: list[NotebookNode], notebook: NotebookNode, notes: list[str]
) -> NotebookNode:
    """Keep one of several cells with the same name; the others become ordinary cells."""
    if len(cells) == 1:
        return cells[0]
    answered = [cell for cell in cells if cell.source.strip() != slot.released.strip()]
    keep = answered[-1] if slot.answer and answered else cells[-1]
    for cell in cells:
        if cell is keep:
            continue
        cell.metadata.pop("nbgrader", None)
        if cell.source.strip() == slot.released.strip():
            # A blank copy would undo the answer, and a copied test has nothing to add.
            notebook.cells = [one for one in notebook.cells if one is not cell]
    notes.append(f"the {slot.what} was there {len(cells)} times: one counts")
    return keep


def _insert_missing(
    notebook: NotebookNode, slots: list[Slot], chosen: dict[str, NotebookNode], notes: list[str]
) -> None:
    """Put cells that are missing where they stand in the release."""
    before: NotebookNode | None = None
    for slot in slots:
        if slot.name not in chosen:
            cell = copy.deepcopy(slot.cell)
            cell.source = slot.released
            at = 0 if before is None else _index(notebook, before) + 1
            if before is None and notebook.cells:
                at = len(notebook.cells)
            notebook.cells.insert(at, cell)
            chosen[slot.name] = cell
            notes.append(f"the {slot.what} was missing and has been put back")
        before = chosen[slot.name]


def _restore(cell: NotebookNode, slot: Slot, notes: list[str]) -> None:
    """Give a cell the metadata of the release, and a test its content."""
    right = slot.cell.metadata.nbgrader
    flags = ("grade", "solution", "schema_version", "points")
    found = cell.metadata.get("nbgrader")
    found = found if isinstance(found, dict) else {}
    reported = any("metadata is gone" in note and slot.what in note for note in notes)
    changed = any(found.get(flag) != right.get(flag) for flag in flags if flag in found)
    if changed and not reported:
        notes.append(f"the metadata of the {slot.what} was changed")
    if cell.cell_type != slot.cell.cell_type:
        notes.append(f"the {slot.what} was a {cell.cell_type} cell")
        source = cell.source
        cell.clear()
        cell.update(copy.deepcopy(slot.cell))
        cell.source = source
    cell.metadata = copy.deepcopy(slot.cell.metadata)
    cell.pop("attachments", None)
    if not slot.answer:
        cell.source = slot.cell.source


def _tests_after_answers(
    notebook: NotebookNode, slots: list[Slot], chosen: dict[str, NotebookNode], notes: list[str]
) -> None:
    """Move a test that stands before the answer that it follows in the release."""
    answer: NotebookNode | None = None
    last: NotebookNode | None = None
    for slot in slots:
        cell = chosen[slot.name]
        if slot.answer:
            answer = last = cell
        elif answer is not None:
            if _index(notebook, cell) < _index(notebook, answer):
                notebook.cells = [one for one in notebook.cells if one is not cell]
                notebook.cells.insert(_index(notebook, last) + 1, cell)
                notes.append(f"the {slot.what} stood before its answer and was moved")
            last = cell


def _index(notebook: NotebookNode, cell: NotebookNode) -> int:
    """Return the position of this very cell."""
    return next(number for number, one in enumerate(notebook.cells) if one is cell)
