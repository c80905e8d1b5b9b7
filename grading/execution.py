"""Running a submission for grading: the one interface to executing notebooks.

`Runner` runs a notebook in a contained kernel, and its tests in another contained process if it is
given a checker. nbgrader gives full marks to a test cell that has no outputs, none to one with
anything on stderr, and takes the first result it meets for partial credit. So here

- every code cell that did not run gets an error that says why;
- in a test cell an error counts whatever was shown before it, and a warning costs nothing;
- in the student's own kernel a value that a test displays is no partial credit: anybody can
  display one. In the checker's it is.

How the run ended is read off the executed notebook by `outcome`; nothing else is kept.
"""

import asyncio
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from time import monotonic
from typing import Any, Protocol

from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output
from traitlets import Float

from grading.build import first_line
from grading.chapters import group_tests
from grading.containment.isolation import Isolation, available
from grading.containment.limits import Limits
from grading.errors import CourseError
from grading.kernels import kernel_environment
from grading.results import Status

TIMEOUT = "CellTimeoutError"
DEAD = "DeadKernelError"
MEMORY = "OutOfMemoryError"
NOT_RUN = "NotExecutedError"

#: Seconds that a test may take longer than the code it calls before its process is ended.
GRACE = 5


@dataclass(frozen=True)
class Settings:
    """How submissions are run.

    Attributes
    ----------
    isolation : str
        ``"auto"`` for the strongest that works, or one of `Isolation`.
    cell_timeout, notebook_timeout : float
        Seconds that a cell, and a whole notebook, may take.
    limits : Limits
        What a kernel may use.
    modules : tuple of str
        What kernels have imported before they start.
    """

    isolation: str = "auto"
    cell_timeout: float = 60
    notebook_timeout: float = 600
    limits: Limits = field(default_factory=Limits)
    modules: tuple[str, ...] = ()

    @property
    def mechanism(self) -> Isolation:
        """The isolation that is used on this machine.

        Raises
        ------
        CourseError
            If the one that was asked for does not work here.
        """
        if self.isolation == "auto":
            return available()[0]
        chosen = Isolation(self.isolation)
        if chosen not in available():
            raise CourseError(
                f"Isolation by {chosen} does not work on this machine. What does: "
                f"{', '.join(available())}."
            )
        return chosen


class Checker(Protocol):
    """Runs tests away from the code that they test."""

    #: Source of a cell that lets a student's kernel answer the checker until the test is over.
    serve: str
    #: The socket that the student's kernel gets.
    link: Any

    def runs(self, cell: NotebookNode) -> bool:
        """Tell whether it runs this test; the student's kernel does otherwise."""

    def run(self, cell: NotebookNode, seconds: float) -> list[NotebookNode]:
        """Run a test and return its outputs; an error among them if it took too long."""


class Runner(NotebookClient):
    """Runs all cells of a submission, come what may, and leaves outputs that are marked fairly.

    Parameters
    ----------
    notebook : NotebookNode
        The submission, with the tests of the release; it gets the outputs.
    settings : Settings
        How to run it.
    folder : str, optional
        Files that were handed in with it.
    library : str, optional
        The folder of the `course_lib` it may import, if not the one that is installed; in a folder
        of its own.
    checker : Checker, optional
        Where its tests run.
    hidden : tuple of str
        Folders that it must not see.
    """

    # A tag that skips a cell would be full marks for a test: nothing is called like this.
    skip_cells_with_tag = "grading skips no cell"
    iopub_timeout = Float(4)

    def __init__(
        self,
        notebook: NotebookNode,
        settings: Settings,
        folder: str | None = None,
        library: str | None = None,
        checker: Checker | None = None,
        hidden: tuple[str, ...] = (),
    ):
        super().__init__(
            notebook,
            allow_errors=True,
            interrupt_on_timeout=True,
            raise_on_iopub_timeout=True,
            record_timing=False,
            store_widget_state=False,
            shutdown_kernel="immediate",
            timeout_func=self._seconds_for,
        )
        self.settings = settings
        self._view = {"files": folder, "library": library, "hidden": hidden}
        self._folder = folder
        self._checker = checker
        self._stopped = ""
        self._deadline = 0.0
        self._room = settings.limits.output

    def run(self) -> NotebookNode:
        """Run the notebook and return it."""
        self.nb.metadata.pop("widgets", None)
        self.reset_execution_trackers()
        for cell in self.nb.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        with self.setup_kernel(**self._kernel_arguments()):
            # From here on: how long a kernel takes to start is not the student's affair.
            self._deadline = monotonic() + self.settings.notebook_timeout
            for index, cell in enumerate(self.nb.cells):
                if cell.cell_type == "code":
                    self._run_cell(cell, index)
        for cell in self.nb.cells:
            if is_test(cell):
                trusted = self._checker is not None and self._checker.runs(cell)
                cell.outputs = fair_outputs(cell.outputs, trusted)
        return self.nb

    def create_kernel_manager(self):
        """Make the manager of a contained kernel; of an ordinary one where nothing contains."""
        mechanism = self.settings.mechanism
        if sys.platform != "linux":
            self.kernel_name = "python3"
            return super().create_kernel_manager()
        from grading.containment.manager import ContainedKernelManager

        self.km = ContainedKernelManager(
            containment={
                "isolation": mechanism,
                "modules": list(self.settings.modules),
                "limits": asdict(self.settings.limits),
                "view": self._view,
            },
            link=self._checker.link if self._checker else None,
        )
        return self.km

    def _kernel_arguments(self) -> dict[str, Any]:
        """Return what an ordinary kernel is started with."""
        if sys.platform == "linux":
            return {}
        library = self._view["library"]
        found = {"PYTHONPATH": os.path.dirname(library)} if library else {}
        return {"env": kernel_environment(**found), "cwd": self._folder}

    def _run_cell(self, cell: NotebookNode, index: int) -> None:
        """Run one cell, or say in its outputs why it was not run."""
        if monotonic() >= self._deadline:
            self._stopped = (
                f"the notebook had used up its {self.settings.notebook_timeout:g} seconds "
                "before this cell"
            )
        if self._stopped:
            cell.outputs = [_error(NOT_RUN, f"Not run: {self._stopped}.")]
        elif self._checker is not None and is_test(cell) and self._checker.runs(cell):
            self._check(cell, index)
        else:
            self._execute(cell, index)

    def _execute(self, cell: NotebookNode, index: int) -> None:
        """Run a cell in the student's kernel."""
        limit = self._seconds_for(cell)
        message = f"Stopped after {limit:g} seconds, the time limit."
        self.error_on_timeout = dict(_error(TIMEOUT, message), output_type="error")
        try:
            self.execute_cell(cell, index)
        except DeadKernelError:
            cell.outputs.append(self._epitaph())
        except CellTimeoutError:
            cell.outputs.append(
                _error(TIMEOUT, f"{message} It could not be interrupted, so Python was ended.")
            )
            self._stopped = "an earlier cell ran too long and could not be interrupted"
        except Exception as error:  # what a kernel sends is in the student's hands
            self.log.exception("The kernel does not speak Jupyter's protocol")
            cell.outputs.append(_error(DEAD, f"Python sent nonsense ({type(error).__name__})."))
            self._stopped = "Python sent nonsense in an earlier cell"

    def _check(self, cell: NotebookNode, index: int) -> None:
        """Run a test in the checker while the student's kernel answers it."""
        answering = new_code_cell(self._checker.serve)
        with ThreadPoolExecutor(1) as threads:
            limit = self._seconds_for(cell)
            test = threads.submit(self._checker.run, cell, limit + GRACE)
            self._execute(answering, index)
            outputs = test.result()
        self.nb.cells[index] = cell
        for places in self._display_id_map.values():  # what the checker shows, nobody updates
            places.pop(index, None)
        ours = [out for out in answering.outputs if out.get("ename") in (TIMEOUT, DEAD, MEMORY)]
        cell.outputs = ours + outputs

    def _epitaph(self) -> NotebookNode:
        """Say in an error why the kernel is dead."""
        ending = getattr(self.km, "ending", None) or {}
        self._stopped = "Python died in an earlier cell"
        if ending.get("reason") == "memory":
            most = self.settings.limits.total_memory // 1024**2
            return _error(MEMORY, f"Python was ended: it used more than {most} MB of memory.")
        if ending.get("reason") == "disk":
            most = self.settings.limits.disk // 1024**2
            return _error(DEAD, f"Python was ended: it wrote more than {most} MB to files.")
        if ending.get("reason") == "processes":
            return _error(DEAD, "Python was ended: it started too many processes.")
        if ending.get("reason") == "time":
            return _error(TIMEOUT, "Python was ended: the notebook's time was over.")
        return _error(DEAD, "Python itself died while it ran this cell.")

    def on_cell_executed(self, cell: NotebookNode, execute_reply: dict, **_: Any) -> None:
        """Keep an error that only the reply has, like that of a time limit."""
        content = execute_reply["content"]
        if content["status"] == "error":
            shown = {out.get("ename") for out in cell.outputs if out.output_type == "error"}
            if content["ename"] not in shown:
                cell.outputs.append(_error(str(content["ename"]), str(content["evalue"])))

    def process_message(
        self, msg: dict[str, Any], cell: NotebookNode, cell_index: int
    ) -> NotebookNode | None:
        """Take an output from the kernel, as long as there is room for it."""
        content = msg["content"]
        if msg["msg_type"] not in ("status", "execute_input", "clear_output"):
            cost = 200 + len(json.dumps(content))
            if cost > self._room:
                if self._room >= 0:
                    notice = "\n[The outputs have reached their limit: the rest is left out.]\n"
                    cell.outputs.append(new_output("stream", name="stdout", text=notice))
                self._room = -1
                return None
            self._room -= cost
        return super().process_message(msg, cell, cell_index)

    async def _async_poll_kernel_alive(self) -> None:
        """Notice soon when the kernel dies."""
        while True:
            await asyncio.sleep(0.05)
            try:
                await self._async_check_alive()
            except DeadKernelError:
                self.task_poll_for_reply.cancel()
                return

    def _seconds_for(self, cell: NotebookNode) -> int:
        """Return the seconds a cell may take: its own limit or what is left of the notebook's."""
        left = max(1, round(self._deadline - monotonic()))
        return min(self.settings.cell_timeout, left)


def is_test(cell: NotebookNode) -> bool:
    """Tell whether a cell is marked by nbgrader from its outputs."""
    metadata = cell.metadata.get("nbgrader", {})
    return cell.cell_type == "code" and bool(metadata.get("grade"))


def fair_outputs(outputs: list[NotebookNode], trusted: bool = False) -> list[NotebookNode]:
    """Rearrange a test cell's outputs so that nbgrader marks what happened.

    Errors come first, text on stderr becomes text on stdout, and results become displays unless
    they are trusted, that is, come from a process that the student has no hand in.
    """
    for output in outputs:
        if output.output_type == "stream":
            output.name = "stdout"
        elif output.output_type == "execute_result" and not trusted:
            output.output_type = "display_data"
            output.pop("execution_count", None)
    return sorted(outputs, key=lambda output: output.output_type != "error")


def outcome(notebook: NotebookNode) -> tuple[Status, str]:
    """Say how a run ended, from the executed notebook alone.

    Returns
    -------
    status : Status
        Graded, timed out, out of memory or crashed.
    reason : str
        A sentence for the student; empty if all went well.
    """
    places: dict[str, list[str]] = {TIMEOUT: [], DEAD: [], MEMORY: [], NOT_RUN: []}
    for index, cell in enumerate(notebook.cells):
        names = {out.ename for out in cell.get("outputs", []) if out.output_type == "error"}
        for name in places.keys() & names:
            places[name].append(place(notebook, index))
    not_run = len(places[NOT_RUN])
    rest = (
        f"the {not_run} code cells after it were not run, what came before it counts"
        if not_run
        else "every other cell was run and counts"
    )
    if places[MEMORY]:
        return Status.OUT_OF_MEMORY, f"Too much memory in {places[MEMORY][0]}; {rest}."
    if places[DEAD]:
        return Status.CRASHED, f"Python died in {places[DEAD][0]}; {rest}."
    if places[TIMEOUT]:
        where = ", ".join(dict.fromkeys(places[TIMEOUT]))
        return Status.TIMED_OUT, f"Stopped at the time limit: {where}; {rest}."
    if not_run:
        where = places[NOT_RUN][0]
        return Status.TIMED_OUT, f"The notebook's time was over before {where}; {rest}."
    return Status.GRADED, ""


def place(notebook: NotebookNode, index: int) -> str:
    """Describe a cell so that a student finds it: by its exercise, or by how it begins."""
    metadata = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    name = metadata[index].get("grade_id")
    if metadata[index].get("solution"):
        return f"the answer to {name}"
    if metadata[index].get("grade"):
        solutions = [one["grade_id"] for one in metadata if one.get("solution")]
        try:
            owned = group_tests(solutions, [name])
        except CourseError:
            return f"the test {name}"
        return f"a test of {next(key for key, tests in owned.items() if tests)}"
    return f"cell {index + 1} ({first_line(notebook.cells[index], width=40)})"


def _error(name: str, message: str) -> NotebookNode:
    """Make an error output that reads like one of Python's."""
    return new_output("error", ename=name, evalue=message, traceback=[f"{name}: {message}"])
