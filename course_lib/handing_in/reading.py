"""Reading a notebook that anyone may have damaged."""

import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode, ValidationError

#: The largest notebook that is read, in bytes.
LARGEST = 64 * 1024**2


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook that anyone may have damaged.

    Raises
    ------
    ValueError
        If it is not a notebook, with the reason in words.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError(f"it is larger than {LARGEST // 1024**2} MB.")
        content = json.loads(path.read_text(encoding="utf-8"))
        json.dumps(content, ensure_ascii=False).encode()  # escapes can stand for half a character
    except UnicodeError:
        raise ValueError("it is not text in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise ValueError(
            f"line {error.lineno}, column {error.colno}: {error.msg} "
            "(is it cut off? hand in the file as Jupyter saved it)."
        ) from None
    except RecursionError:
        raise ValueError("its JSON is nested too deeply.") from None
    except OSError as error:
        raise ValueError(f"{error.strerror}.") from None
    if not isinstance(content, dict) or "nbformat" not in content:
        raise ValueError("it is JSON, but not a notebook (it has no nbformat).")
    try:
        notebook = nbformat.reads(json.dumps(content), as_version=4)
        nbformat.validate(notebook)
    except ValidationError as error:
        raise ValueError(f"it is not a valid notebook: {error.message[:200]}") from None
    except Exception as error:
        raise ValueError(f"it is not a notebook that can be read: {error}") from None
    return notebook
