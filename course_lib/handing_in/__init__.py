"""Handing in: what a grader's machine will see in your notebook, before anybody grades it.

In a terminal, in the folder of the notebook::

    python -m course_lib.handing_in 01_universal_approximation.ipynb

The released notebook carries a list of its cells in its metadata (`manifest`), so nothing else is
needed to compare with. The notebook is read (`reading`) and repaired (`repairs`) by the code that
graders use, and runs in a fresh kernel, in an empty folder (`running`). Files that you hand in with
the notebook come after it on the command line.

What this cannot know is what hidden tests find, and how fast the grader's machine is.
"""

from importlib import import_module

#: Imported when they are used: where Jupyter is missing, the command line says so.
_PLACES = {"check": "checking", "Report": "report"}

__all__ = ["Report", "check"]


def __getattr__(name: str):
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
