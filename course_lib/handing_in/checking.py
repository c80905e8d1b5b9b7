"""Checking a notebook before it is handed in."""

import copy
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from nbformat import NotebookNode

from course_lib.handing_in.manifest import Manifest, manifest_of, read_manifest
from course_lib.handing_in.reading import LARGEST, read_notebook
from course_lib.handing_in.repairs import Slot, name_of, repair, slots_of
from course_lib.handing_in.report import Level, Report, Test
from course_lib.handing_in.running import TIMEOUT, CannotRunError, Run, fresh_run

#: What learning systems often accept at most, in bytes.
UPLOAD = 10 * 1024**2

#: What an error in a fresh kernel usually means.
HINTS = {
    "NameError": "No cell above it has defined that name. Did you delete or move a cell, or run "
    "the\ncells in another order? Or has a cell above stopped before it came to that?",
    "ModuleNotFoundError": "The grader has what the course installs, and nothing else.",
    "FileNotFoundError": "Only the notebook is handed in. If a file belongs to it, hand that in, "
    "too, and\nname it after the notebook when you run this check.",
    TIMEOUT: "Is there a loop that does not end? Or is this machine busy with something else?",
}


def check(
    path: str | Path,
    files: Iterable[str | Path] = (),
    release: str | Path | Manifest | None = None,
    run: Run | bool = True,
) -> Report:
    """Tell what a grader's machine will see in a notebook.

    Parameters
    ----------
    path : path
        The notebook, as it is on disk: save it first. It is only read.
    files : iterable of paths
        What you hand in with it; the notebook runs with these files and no others.
    release : path or Manifest, optional
        The notebook as it was released. By default what the notebook says about it.
    run : bool or callable
        Whether to run it, or what runs it (see `course_lib.handing_in.running.Run`).

    Returns
    -------
    Report
        Print it; `Report.ready` says whether all is well.

    Raises
    ------
    ValueError
        If `release` is not a notebook that can be read, or a file is not there.
    """
    path, files = Path(path), [Path(file) for file in files]
    for file in files:
        if not file.exists():
            raise ValueError(f"{file} is not there, so it cannot be handed in.")
    if not path.is_file():
        report = Report(f"{path}")
        report.add(Level.PROBLEM, f"There is no file {path}. Are you in the folder it is in?")
        return report
    report = Report(_title(path))
    try:
        notebook = read_notebook(path)
    except ValueError as error:
        report.add(Level.PROBLEM, f"It cannot be graded: {error}")
        return report
    report.readable = True
    report.add(Level.GOOD, "it is a notebook, and whole")
    _look_at_size(path, report)
    manifest = _manifest(notebook, path, release)
    if manifest is None:
        report.add(
            Level.PROBLEM,
            "It does not say which cells it was released with, so these were not compared.\n"
            "Some platforms drop that. Name the notebook as you got it: --release FILE",
        )
        slots: list[Slot] = []
    else:
        if path.name != f"{manifest.chapter}.ipynb":
            report.add(
                Level.NOTE,
                f"its name was {manifest.chapter}.ipynb when you got it: best hand it in so",
            )
        slots = slots_of(manifest.release, manifest.release)
    repaired = _look_at_cells(notebook, slots, manifest, report)
    if run:
        limits = manifest or Manifest("", notebook)
        if run is True:
            run = fresh_run(limits.cell_timeout, limits.notebook_timeout)
        _look_at_run(repaired, files, slots, report, run)
    return report


def _title(path: Path) -> str:
    """Name a file, with its size and the time it was saved."""
    status = path.stat()
    seconds = max(0, datetime.now().timestamp() - status.st_mtime)
    amount, unit = next(
        (seconds / size, unit)
        for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute"), (0.1, "moment"))
        if seconds >= size or unit == "moment"
    )
    ago = "just now" if unit == "moment" else f"{amount:.0f} {unit}{'s'[: round(amount) != 1]} ago"
    return f"{path.name}: {_size(status.st_size)}, saved {ago} (what changed since is not in it)"


def _size(size: int) -> str:
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(1, size // 1024)} kB"


def _look_at_size(path: Path, report: Report) -> None:
    """Say if a file is, or may be, too large."""
    size = path.stat().st_size
    if size > UPLOAD:
        report.add(
            Level.PROBLEM,
            f"It is {_size(size)}: many learning systems refuse that, and graders read at most "
            f"{_size(LARGEST)}.\nOutputs make notebooks large. In Jupyter: Edit, Clear Outputs of "
            "All Cells; save it.",
        )


def _manifest(
    notebook: NotebookNode, path: Path, release: str | Path | Manifest | None
) -> Manifest | None:
    """Find out what the notebook was when it was released."""
    if isinstance(release, Manifest):
        return release
    if release is None:
        return read_manifest(notebook)
    try:
        original = read_notebook(Path(release))
    except ValueError as error:
        raise ValueError(f"{release} cannot be read: {error}") from None
    return read_manifest(original) or manifest_of(original, Path(release).stem)


def _look_at_cells(
    notebook: NotebookNode, slots: list[Slot], manifest: Manifest | None, report: Report
) -> NotebookNode:
    """Compare the cells with those of the release; return the notebook as graders run it."""
    if manifest is None:
        return copy.deepcopy(notebook)
    repaired, notes = repair(notebook, slots)
    for note in notes:
        costs = note.startswith("the answer") and "missing" in note
        report.add(Level.PROBLEM if costs else Level.NOTE, note)
    for slot in slots:
        mine = [cell for cell in notebook.cells if name_of(cell) == slot.name]
        if mine and not slot.answer and mine[-1].source.strip() != slot.released.strip():
            report.add(
                Level.NOTE, f"the {slot.what} was edited: graders run the one that was released"
            )
    lost = [
        slot.name for slot in slots if f"the {slot.what} was missing and has been put back" in notes
    ]
    blank = [slot.name for slot in slots if slot.name not in lost and _is_blank(repaired, slot)]
    if blank:
        report.add(Level.PROBLEM, f"not answered yet: {', '.join(blank)}")
    if not notes:
        report.add(Level.GOOD, f"all {len(slots)} cells that are graded are there, once each")
    lines = {cell.source.strip() for cell in notebook.cells}
    for cell in manifest.release.cells:
        if not name_of(cell) and cell.source.strip() and cell.source.strip() not in lines:
            report.add(
                Level.NOTE,
                f"a cell of the chapter is changed or gone: {_first_line(cell)}\n"
                "You may do that; if a check fails below, it may be why.",
            )
    return repaired


def _is_blank(repaired: NotebookNode, slot: Slot) -> bool:
    """Tell whether an answer is what was released."""
    cells = [cell for cell in repaired.cells if name_of(cell) == slot.name]
    return slot.answer and any(cell.source.strip() == slot.released.strip() for cell in cells)


def _look_at_run(
    repaired: NotebookNode, files: list[Path], slots: list[Slot], report: Report, run: Run
) -> None:
    """Run the notebook and say what stops, and which tests pass."""
    try:
        executed = run(repaired, files)
    except CannotRunError as error:
        report.add(Level.NOTE, str(error))
        return
    report.ran = True
    tests = {slot.name: slot for slot in slots if not slot.answer}
    blank = {slot.name for slot in slots if _is_blank(executed, slot)}
    stops = 0
    for number, cell in enumerate(executed.cells, start=1):
        problem = _error_of(cell)
        name = name_of(cell)
        if blank and problem.startswith("NotImplementedError"):
            problem = "it needs an answer that is not there yet"
            if name not in tests and name not in blank:
                report.add(Level.NOTE, f"cell {number} ({_first_line(cell)}) stops: {problem}")
                stops += 1
                continue
        if name in tests:
            points = tests[name].cell.metadata.nbgrader.get("points", 0)
            report.tests.append(Test(name, points, problem))
        elif problem and name not in blank:
            stops += 1
            where = f"the answer {name}" if name else f"cell {number} ({_first_line(cell)})"
            hint = HINTS.get(problem.partition(":")[0], "")
            report.add(Level.PROBLEM, f"{where} stops: {problem}" + (f"\n{hint}" if hint else ""))
    if not stops:
        report.add(Level.GOOD, "it runs from top to bottom in a fresh Python")


def _error_of(cell: NotebookNode) -> str:
    """Return the error that a cell ended with, in one line; empty if it did not."""
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            message = " ".join(str(output.evalue).split())
            return f"{output.ename}: {message}"[:300] if message else str(output.ename)
    return ""


def _first_line(cell: NotebookNode) -> str:
    """Return how a cell begins."""
    lines = [line for line in cell.source.splitlines() if line.strip()]
    return lines[0].strip()[:60] if lines else "empty"
