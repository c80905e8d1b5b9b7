"""The outputs of a test cell, as a notebook keeps them: text, displays, result, error."""

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from types import TracebackType
from typing import Any

from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_output

LONGEST_STREAM = 100_000
LONGEST_MESSAGE = 10_000
BEGIN_HIDDEN, END_HIDDEN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


class Recorder(io.TextIOBase):
    """Collects what a cell prints (cut off at a limit), displays and returns."""

    def __init__(self, shell: InteractiveShell):
        self._shell, self._text = shell, []
        self._room = LONGEST_STREAM
        self._shown: list[NotebookNode] = []

    def write(self, text: str) -> int:
        """Keep what is printed, as long as there is room."""
        if len(text) > self._room >= 0:
            self._text.append(text[: self._room] + "\n[The rest of the output is left out.]\n")
            self._room = -1
        elif self._room >= 0:
            self._text.append(text)
            self._room -= len(text)
        return len(text)

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record the cell that runs in this block. Warnings are text like any other."""
        publisher, hook = self._shell.display_pub, self._shell.display_trap.hook
        self._shell.display_pub = displayed = CapturingDisplayPublisher()
        self._shell.display_trap.hook = self._result
        try:
            with redirect_stdout(self), redirect_stderr(self):
                yield
        finally:
            self._shell.display_pub, self._shell.display_trap.hook = publisher, hook
            self._shown[:0] = [
                new_output("display_data", data=_text(one["data"])) for one in displayed.outputs
            ]

    def _result(self, value: Any) -> None:
        """Keep the value of the cell's last expression: a number is partial credit."""
        if value is not None:
            data, _ = self._shell.display_formatter.format(value)
            self._shown.append(new_output("execute_result", data=_text(data)))

    def outputs(self) -> list[NotebookNode]:
        """Return the outputs."""
        text = "".join(self._text)
        stream = [new_output("stream", name="stdout", text=text)] if text else []
        return stream + self._shown


def _text(data: dict[str, Any]) -> dict[str, str]:
    """Keep what is text of a sensible length: pictures of a test are of no use to anybody."""
    return {
        kind: content
        for kind, content in data.items()
        if isinstance(content, str) and len(content) <= LONGEST_STREAM
    }


def error_output(error: BaseException, source: str) -> NotebookNode:
    """Make the output for an exception in a cell.

    Its traceback quotes the line of the cell that failed, unless that is a hidden test.
    """
    name, message = type(error).__name__, str(error)[:LONGEST_MESSAGE]
    summary = f"{name}: {message}" if message else name
    notes = [str(note)[:LONGEST_MESSAGE] for note in getattr(error, "__notes__", ())]
    trace = [*_quote(error.__traceback__, source), summary, *notes]
    return new_output("error", ename=name, evalue=message, traceback=trace)


def _quote(trace: TracebackType | None, source: str) -> list[str]:
    """Return the innermost line of the cell that a traceback goes through, or nothing."""
    cell, number = "", 0
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        cell = cell or (name if name.startswith("<ipython-input") else "")
        number = trace.tb_lineno if name == cell else number
        trace = trace.tb_next
    lines = source.splitlines()
    if not 0 < number <= len(lines) or number in hidden_lines(source):
        return []
    return [f"---> {number} {lines[number - 1]}"]


def hidden_lines(source: str) -> set[int]:
    r"""Return the numbers of the lines that students do not get.

    >>> hidden_lines("a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc")
    {2, 3, 4}
    """
    hidden, inside = set(), False
    for number, line in enumerate(source.splitlines(), start=1):
        inside = inside or BEGIN_HIDDEN in line
        if inside:
            hidden.add(number)
        inside = inside and END_HIDDEN not in line
    return hidden
