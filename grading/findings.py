r"""What each test of an executed notebook found, in words.

A test passes, or it ends in an error. The error's message is written for the student (see
`course_lib.checks`); a line in it that begins with ``Hint:`` says what to look at.
"""

import re
from dataclasses import dataclass

from nbformat import NotebookNode

from grading.chapters import group_tests
from grading.execution import DEAD, MEMORY, NOT_RUN, TIMEOUT, is_test

#: Errors that grading itself gives; their messages are whole sentences.
OURS = (TIMEOUT, DEAD, MEMORY, NOT_RUN)
LONGEST = 600


@dataclass(frozen=True)
class Finding:
    """What a test found.

    Attributes
    ----------
    error : str
        The kind of error that ended it: ``"AssertionError"``; empty if it passed.
    message, hint : str
        What is wrong, and what to look at.
    """

    error: str = ""
    message: str = ""
    hint: str = ""

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong."""
        return not self.error

    @property
    def run(self) -> bool:
        """Whether the test was run at all."""
        return self.error != NOT_RUN

    @property
    def key(self) -> str:
        """What findings of the same mistake have in common: the hint, or the message's words.

        Examples
        --------
        >>> one = Finding("AssertionError", "y is wrong: got 2.5e-1, expected (3, 4).")
        >>> one.key
        'AssertionError: y is wrong: got …, expected (…, …).'
        """
        said = self.hint or re.sub(r"[-+]?\b\d[\d.]*(e[-+]?\d+)?\b", "…", self.message)
        return f"{self.error}: {said}" if said else self.error


def find(cell: NotebookNode) -> Finding:
    """Read what a test found from its outputs."""
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            return _finding(str(output.ename), str(output.evalue))
    return Finding()


def findings(notebook: NotebookNode) -> dict[str, Finding]:
    """Map the tests of an executed notebook to what they found."""
    return {cell.metadata.nbgrader.grade_id: find(cell) for cell in notebook.cells if is_test(cell)}


def exercises_in(notebook: NotebookNode) -> dict[str, list[str]]:
    """Map the exercises of a graded notebook to their tests, in order."""
    known = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    return group_tests(
        [one["grade_id"] for one in known if one.get("solution") and not one.get("grade")],
        [one["grade_id"] for one in known if one.get("grade") and not one.get("solution")],
    )


def title_of(notebook: NotebookNode, chapter: str) -> str:
    """Return the heading of a notebook, or the chapter's name."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for line in cell.source.splitlines():
                if line.startswith("# "):
                    return line[2:].strip()
    return chapter


def titles(notebook: NotebookNode) -> dict[str, str]:
    """Map each answer to the heading that it stands under, without its number of points."""
    heading, found = "", {}
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for line in re.findall(r"^#{1,6} +(.+)$", cell.source, re.MULTILINE):
                heading = re.sub(r"\s*\([\d.]+ points?\)\s*$", "", line)
        elif cell.metadata.get("nbgrader", {}).get("solution"):
            found[cell.metadata.nbgrader.grade_id] = heading
    return found


def _finding(error: str, text: str) -> Finding:
    """Split a message from its hint, and keep both short."""
    message, _, hint = text.partition("Hint:")
    if error in OURS:
        return Finding(error, text.strip())
    if error == "NotImplementedError" and message.strip():
        pass  # what stands in place of an answer says so itself
    elif error != "AssertionError":
        message = f"{error}: {message.strip()}" if message.strip() else error
    elif not message.strip():
        message = "A check failed that has no message of its own."
    return Finding(error, _short(message), _short(hint))


def _short(text: str) -> str:
    """Cut a text that is too long to be read."""
    text = text.strip()
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
