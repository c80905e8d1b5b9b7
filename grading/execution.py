"""Running a submission for grading: the one interface to executing notebooks.

nbgrader gives full marks to a test cell that has no outputs, none to one with anything on stderr,
and takes the first result it meets for partial credit. So here

- every code cell that did not run gets an error that says why;
- in a test cell an error counts whatever was shown before it, and a warning costs nothing;
- test cells pass or fail: a value that one displays is no partial credit.

How the run ended is read off the executed notebook by `outcome`; nothing else is kept.
"""

from subprocess import DEVNULL
from time import monotonic

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade
from traitlets import Integer, Unicode, default

from grading.build import first_line
from grading.chapters import group_tests
from grading.errors import CourseError
from grading.kernels import kernel_environment
from grading.results import Status

TIMEOUT = "CellTimeoutError"
DEAD = "DeadKernelError"
NOT_RUN = "NotExecutedError"


class CourseExecute(Execute):
    """Runs all cells of a submission, come what may, and leaves outputs that are marked fairly."""

    timeout = Integer(60, help="Seconds that one cell may take.", allow_none=True).tag(config=True)
    notebook_timeout = Integer(600, help="Seconds that the notebook may take.").tag(config=True)
    # A tag that skips a cell would be full marks for a test: nothing is called like this.
    skip_cells_with_tag = Unicode("grading skips no cell")

    @default("shutdown_kernel")
    def _shutdown_kernel_default(self) -> str:
        return "immediate"

    def setup_kernel(self, **kwargs):
        """Start the kernel in the pinned environment; its own log is nobody's business."""
        return super().setup_kernel(
            env=kernel_environment(), stdout=DEVNULL, stderr=DEVNULL, **kwargs
        )

    def preprocess(self, nb, resources=None, km=None):
        """Run the notebook, then make the outputs of its test cells fair."""
        self._deadline = monotonic() + self.notebook_timeout
        self._stopped = ""
        self.timeout_func = self._seconds_for
        nb, resources = super().preprocess(nb, resources, km)
        for cell in nb.cells:
            if cell.cell_type == "code" and is_grade(cell):
                cell.outputs = fair_outputs(cell.outputs)
        return nb, resources

    def preprocess_cell(self, cell, resources, index):
        """Run one cell, or say in its outputs why it was not run."""
        if cell.cell_type != "code":
            return cell, resources
        if monotonic() >= self._deadline:
            self._stopped = (
                f"the notebook had used up its {self.notebook_timeout} seconds before this cell"
            )
        if self._stopped:
            cell.outputs = [_error(NOT_RUN, f"Not run: {self._stopped}.")]
            return cell, resources
        limit = self._seconds_for(cell)
        message = f"Stopped after {limit} seconds, the time limit."
        self.error_on_timeout = dict(_error(TIMEOUT, message), output_type="error")
        try:
            return super().preprocess_cell(cell, resources, index)
        except DeadKernelError:
            cell.outputs.append(_error(DEAD, "Python itself died while it ran this cell."))
            self._stopped = "Python died in an earlier cell"
        except CellTimeoutError:
            cell.outputs.append(
                _error(TIMEOUT, f"{message} It could not be interrupted, so Python was ended.")
            )
            self._stopped = "an earlier cell ran too long and could not be interrupted"
        return cell, resources

    def _seconds_for(self, cell: NotebookNode) -> int:
        """Return the seconds a cell may take: its own limit or what is left of the notebook's."""
        left = max(1, round(self._deadline - monotonic()))
        return min(self.timeout, left) if self.timeout else left


def fair_outputs(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Rearrange a test cell's outputs so that nbgrader marks what happened.

    Errors come first, text on stderr becomes text on stdout, results become displays.
    """
    for output in outputs:
        if output.output_type == "stream":
            output.name = "stdout"
        elif output.output_type == "execute_result":
            output.output_type = "display_data"
            output.pop("execution_count", None)
    return sorted(outputs, key=lambda output: output.output_type != "error")


def outcome(notebook: NotebookNode) -> tuple[Status, str]:
    """Say how a run ended, from the executed notebook alone.

    Returns
    -------
    status : Status
        Graded, timed out or crashed.
    reason : str
        A sentence for the student; empty if all went well.
    """
    places: dict[str, list[str]] = {TIMEOUT: [], DEAD: [], NOT_RUN: []}
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
