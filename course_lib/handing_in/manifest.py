"""The list of a release's cells, which the released notebook carries in its metadata.

A student who has nothing but the notebook can so be told what has become of its cells. It is a
convenience, not a safeguard: whoever can edit the notebook can edit the list. Graders use their own
copy of the release.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course_lib.handing_in.repairs import name_of

#: Where it is in a notebook's metadata: ``metadata.course.release``.
KEY, PART = "course", "release"


@dataclass(frozen=True)
class Manifest:
    """What is known about a release.

    Attributes
    ----------
    chapter : str
        Its name; that of the notebook's file, too.
    release : NotebookNode
        Its code cells, and all cells that are graded.
    cell_timeout, notebook_timeout : float
        Seconds that graders allow for a cell and for the notebook.
    """

    chapter: str
    release: NotebookNode
    cell_timeout: float = 60
    notebook_timeout: float = 600

    @property
    def digest(self) -> str:
        """A short name for exactly this release."""
        cells = [[cell.cell_type, name_of(cell), cell.source] for cell in self.release.cells]
        return hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:12]


def manifest_of(release: NotebookNode, chapter: str, **limits: float) -> Manifest:
    """Make the manifest of a released notebook."""
    cells = []
    for number, original in enumerate(filter(_counts, release.cells)):
        new = new_markdown_cell if original.cell_type == "markdown" else new_code_cell
        cell = new(original.source, id=f"release-{number}")
        if name_of(original):
            cell.metadata["nbgrader"] = original.metadata.nbgrader
        cells.append(cell)
    return Manifest(chapter, new_notebook(cells=cells), **limits)


def write_manifest(notebook: NotebookNode, manifest: Manifest) -> None:
    """Put a manifest into a notebook's metadata."""
    notebook.metadata.setdefault(KEY, {})[PART] = {
        "chapter": manifest.chapter,
        "cell_timeout": manifest.cell_timeout,
        "notebook_timeout": manifest.notebook_timeout,
        "cells": [
            {
                "cell_type": cell.cell_type,
                "source": cell.source,
                **({"nbgrader": cell.metadata.nbgrader} if name_of(cell) else {}),
            }
            for cell in manifest.release.cells
        ],
    }


def read_manifest(notebook: NotebookNode) -> Manifest | None:
    """Read the manifest that a notebook carries; None if there is none that can be read."""
    found: Any = notebook.metadata.get(KEY)
    found = found.get(PART) if isinstance(found, dict) else None
    try:
        cells = []
        for number, entry in enumerate(found["cells"]):
            new = {"code": new_code_cell, "markdown": new_markdown_cell}[entry["cell_type"]]
            if not isinstance(entry["source"], str):
                return None
            cell = new(entry["source"], id=f"release-{number}")
            if "nbgrader" in entry:
                cell.metadata["nbgrader"] = NotebookNode(entry["nbgrader"])
            cells.append(cell)
        if not isinstance(found["chapter"], str) or not any(map(name_of, cells)):
            return None
        limits = {
            limit: float(found[limit])
            for limit in ("cell_timeout", "notebook_timeout")
            if limit in found
        }
        return Manifest(found["chapter"], new_notebook(cells=cells), **limits)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _counts(cell: NotebookNode) -> bool:
    """Tell whether a cell of the release is listed."""
    return cell.cell_type == "code" or name_of(cell) is not None
