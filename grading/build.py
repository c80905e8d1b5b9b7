"""Build the executed notebook next to a chapter's MyST source, and check that the two agree.

The same source gives the same notebook: cell ids come from what is in the cells, nothing records
when or where it ran, and the kernel's environment is pinned (see `grading.kernels`).
"""

import hashlib
from collections import Counter
from collections.abc import Callable

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from grading.chapters import Chapter
from grading.errors import CourseError
from grading.files import write_atomically
from grading.kernels import ORDINARY_RUN, kernel_environment

NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def prepare(source: NotebookNode) -> NotebookNode:
    """Return the notebook a source stands for, not executed: same cells, reproducible ids."""
    cells = []
    seen: Counter[str] = Counter()
    for cell in source.cells:
        content = f"{cell.cell_type}\n{cell.source}"
        seen[content] += 1
        digest = hashlib.sha256(f"{content}\n{seen[content]}".encode()).hexdigest()
        new = {
            "cell_type": cell.cell_type,
            "id": digest[:12],
            "metadata": cell.metadata,
            "source": cell.source,
        }
        if cell.cell_type == "code":
            new |= {"execution_count": None, "outputs": []}
        cells.append(new)
    return nbformat.from_dict(
        {"cells": cells, "metadata": NOTEBOOK_METADATA, "nbformat": 4, "nbformat_minor": 5}
    )


def build(
    chapter: Chapter, on_cell: Callable[[str], None] = lambda step: None, timeout: int = 600
) -> NotebookNode:
    """Run a chapter from top to bottom in a fresh kernel and write the pair next to its source.

    Parameters
    ----------
    chapter : Chapter
        What to build.
    on_cell : callable
        Called with a short description before each code cell runs.
    timeout : int
        Seconds that one cell may take.

    Returns
    -------
    NotebookNode
        The executed notebook, as written.

    Raises
    ------
    CourseError
        If a cell fails. The pair on disk is left as it was.
    """
    notebook = prepare(chapter.notebook)
    running = 0

    def on_cell_execute(cell: NotebookNode, cell_index: int) -> None:
        nonlocal running
        running = cell_index
        on_cell(first_line(cell))

    client = NotebookClient(
        notebook,
        **ORDINARY_RUN,
        timeout=timeout,
        resources={"metadata": {"path": str(chapter.path.parent)}},
        on_cell_execute=on_cell_execute,
    )
    try:
        client.execute(env=kernel_environment())
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        raise CourseError(
            f"{chapter.path.name}: cell {running + 1} failed.\n\n"
            f"{notebook.cells[running].source}\n\n{plain_error(error)}"
        ) from None
    notebook.metadata = nbformat.from_dict(NOTEBOOK_METADATA)
    write_atomically(chapter.executed_path, nbformat.writes(notebook) + "\n")
    return notebook


def check(chapter: Chapter) -> list[str]:
    """Compare a chapter's source with its executed pair, without running anything.

    Returns
    -------
    list of str
        Every difference, and every trace of a run that was not clean. Empty if all is well.
    """
    path = chapter.executed_path
    if not path.exists():
        return [f"{path.name} is missing: run `course build {chapter.name}`."]
    executed = nbformat.read(path, as_version=4)
    expected = prepare(chapter.notebook)
    problems = []
    if executed.metadata != expected.metadata:
        problems.append(f"{path.name}: the notebook's metadata differs from the source's.")
    if len(executed.cells) != len(expected.cells):
        problems.append(
            f"{path.name} has {len(executed.cells)} cells, its source {len(expected.cells)}."
        )
    for number, (theirs, ours) in enumerate(
        zip(executed.cells, expected.cells, strict=False), start=1
    ):
        differing = [
            key for key in ("cell_type", "source", "metadata", "id") if theirs[key] != ours[key]
        ]
        if differing:
            problems.append(f"{path.name}, cell {number}: {', '.join(differing)} changed.")
    return problems + [f"{path.name}, {problem}" for problem in _unclean_runs(executed)]


def _unclean_runs(executed: NotebookNode) -> list[str]:
    """Name the code cells that did not run, ran out of order, failed, or wrote to stderr."""
    problems = []
    count = 0
    for number, cell in enumerate(executed.cells, start=1):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        count += 1
        if cell.execution_count is None:
            problems.append(f"cell {number} has not been run.")
        elif cell.execution_count != count:
            problems.append(
                f"cell {number} was run as number {cell.execution_count}, expected {count}."
            )
        for output in cell.outputs:
            if output.output_type == "error":
                problems.append(f"cell {number} ended in {output.ename}: {output.evalue}")
            elif output.get("name") == "stderr":
                problems.append(f"cell {number} wrote to stderr: {output.text.strip()}")
    return problems


def first_line(cell: NotebookNode, width: int = 60) -> str:
    """Return the beginning of a cell, to recognise it by."""
    return cell.source.strip().partition("\n")[0][:width]


def plain_error(error: Exception) -> str:
    """Return what a failed cell's error says, without colours and without the traceback."""
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {error.evalue}"
    return f"{type(error).__name__}: {error}"
