"""Running a notebook from top to bottom, in a fresh kernel and a folder of its own."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic

from nbformat import NotebookNode
from nbformat.v4 import new_output

import course_lib

#: Names of the errors that stand for cells that did not come to their end.
TIMEOUT, DEAD, NOT_RUN = "CellTimeoutError", "DeadKernelError", "NotExecutedError"

#: Runs a notebook that has been repaired; what was handed in with it is in the second argument.
Run = Callable[[NotebookNode, Iterable[Path]], NotebookNode]


class CannotRunError(Exception):
    """What this Python lacks to run a notebook, and what to do about it."""


def fresh_run(cell_timeout: float, notebook_timeout: float) -> Run:
    """Return a function that runs notebooks with this Python, within these seconds."""

    def run(notebook: NotebookNode, files: Iterable[Path]) -> NotebookNode:
        with tempfile.TemporaryDirectory(prefix="handing-in-") as folder:
            for file in files:
                if file.is_dir():
                    shutil.copytree(file, Path(folder, file.name))
                else:
                    shutil.copy(file, folder)
            _run_in(folder, notebook, cell_timeout, notebook_timeout)
        return notebook

    return run


def missing_packages() -> list[str]:
    """List what is not installed and is needed to run a notebook."""
    from importlib.util import find_spec

    return [name for name in ("nbclient", "ipykernel") if find_spec(name) is None]


def _run_in(folder: str, notebook: NotebookNode, cell_timeout: float, all_of_it: float) -> None:
    """Run all cells, whatever they raise; the outputs go into the notebook."""
    if missing := missing_packages():
        raise CannotRunError(
            f"{' and '.join(missing)} not installed here, so the notebook was not run. "
            f"Run: pip install {' '.join(missing)}. Or in Jupyter: Kernel, Restart Kernel and Run "
            "All Cells; then look whether every check passes."
        )
    from nbclient import NotebookClient
    from nbclient.exceptions import DeadKernelError

    client = NotebookClient(
        notebook,
        kernel_name="python3",  # that is this very Python, whatever kernels are installed
        allow_errors=True,
        interrupt_on_timeout=True,
        record_timing=False,
        shutdown_kernel="immediate",
        extra_arguments=["--log-level=ERROR"],
    )
    stopped, late = "", 0
    client.reset_execution_trackers()
    with client.setup_kernel(env=_environment(), cwd=folder):
        end = monotonic() + all_of_it
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type != "code":
                continue
            started = monotonic()
            if started >= end and not stopped:
                stopped = f"the notebook had used up its {all_of_it:g} seconds before this cell"
            if stopped:
                cell.outputs = [_error(NOT_RUN, f"not run: {stopped}")]
                continue
            client.timeout = max(1, round(min(cell_timeout, end - started)))
            try:
                client.execute_cell(cell, index)
            except DeadKernelError:
                cell.outputs.append(_error(DEAD, "Python itself died while it ran this cell"))
                stopped = "Python died in an earlier cell"
            if monotonic() - started < client.timeout:
                late = 0
                continue
            cell.outputs.insert(0, _error(TIMEOUT, f"stopped after {client.timeout} seconds"))
            late += 1
            if late == 2:  # the first one ignores interrupts
                stopped = "an earlier cell ran too long and could not be interrupted"


#: As where it is graded: one computing thread, and sets in the same order every time.
PINNED = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}


def _environment() -> dict[str, str]:
    """Return the environment of a kernel that was not started from another one."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("MPLBACKEND", "JPY_PARENT_PID")
    }
    environment |= PINNED
    # A course_lib that was unpacked beside the notebook is found from another folder, too.
    beside = str(Path(course_lib.__file__).resolve().parent.parent)
    if os.path.samefile(beside, os.getcwd()):
        paths = [beside, os.environ.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return environment


def _error(name: str, message: str) -> NotebookNode:
    """Make an error output."""
    return new_output("error", ename=name, evalue=message, traceback=[f"{name}: {message}"])
