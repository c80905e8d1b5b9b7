"""One submission on its way to the worker that runs it, and back.

A task has everything a worker needs, on whatever machine: the repaired notebook with the tests,
what else was handed in, what the chapter gives to its students. A worker needs this package and
what the chapter imports, nothing of the course directory.
"""

import hashlib
import json
import os
import resource
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

import nbformat

from grading.execution import Runner, Settings, outcome
from grading.scratch import Scratch

#: The most that may be handed in beside a notebook, in bytes.
MOST_BESIDE = 64 * 1024**2


@dataclass(frozen=True)
class Task:
    """What is sent to a worker.

    Attributes
    ----------
    student, chapter : str
        Whose submission of what.
    notebook : str
        The repaired notebook, with hidden tests.
    files, library : dict
        Contents by relative path: what was handed in beside it; the ``course_lib/...`` that came
        with the release, empty for the one that is installed.
    hidden : tuple of str
        Folders of the grader's machine that students' code must not see. Where a course lies says
        nothing about a submission, so this is not in the `key`.
    plan : dict, optional
        How its tests are run in a process of their own; None runs them in the student's kernel.
    settings : Settings
        Isolation and limits.
    """

    student: str
    chapter: str
    notebook: str
    settings: Settings
    files: dict[str, bytes] = field(default_factory=dict)
    library: dict[str, bytes] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    plan: dict[str, Any] | None = None

    @property
    def key(self) -> str:
        """A digest of all that the result depends on, the installed packages included."""
        digest = hashlib.sha256(environment_digest().encode())
        parts = [self.notebook, self.plan, asdict(self.settings), self.settings.mechanism]
        digest.update(json.dumps(parts, sort_keys=True, default=str).encode())
        for contents in (self.files, self.library):
            for name, content in sorted(contents.items()):
                digest.update(f"\n{name}\n{len(content)}\n".encode(errors="surrogatepass"))
                digest.update(content)
        return digest.hexdigest()


@dataclass(frozen=True)
class Report:
    """What comes back from a worker.

    Attributes
    ----------
    notebook : str
        The executed notebook.
    status, reason : str
        How the run ended (see `grading.execution.outcome`).
    seconds : float
        How long it took, from start to end.
    worker, memory : int
        The worker's process, and the most memory it has used so far, in bytes.
    isolation : str
        What contained it.
    """

    notebook: str
    status: str
    reason: str
    seconds: float
    worker: int
    memory: int
    isolation: str


def run_task(task: Task) -> Report:
    """Run one submission; the one function that workers call."""
    started = time.monotonic()
    notebook = nbformat.reads(task.notebook, as_version=4)
    kept = task.settings.mechanism != "none"  # no submission can write to it
    library_there = kept_library if kept else library_folder
    with unpacked(task.files) as folder, library_there(task.library) as library:
        arguments = {"folder": folder, "library": library, "hidden": task.hidden}
        if task.plan is None:
            Runner(notebook, task.settings, **arguments).run()
        else:
            from grading.checking.process import checker_for

            with checker_for(task.chapter, task.plan, task.settings) as checker:
                Runner(notebook, task.settings, checker=checker, **arguments).run()
    status, reason = outcome(notebook)
    return Report(
        nbformat.writes(notebook),
        status,
        reason,
        time.monotonic() - started,
        os.getpid(),
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        task.settings.mechanism,
    )


def packed(
    folder: Path, most: int = MOST_BESIDE, leave_out: tuple[str, ...] = ()
) -> dict[str, bytes]:
    """Read the ordinary files of a folder; links and special files are left out.

    Raises
    ------
    ValueError
        If there is more than `most` bytes in them, or more than 500 of them.
    """
    contents: dict[str, bytes] = {}
    size = 0
    for top, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".")]
        for name in sorted(names):
            path = Path(top, name)
            relative = path.relative_to(folder).as_posix()
            if relative in leave_out or path.is_symlink() or not path.is_file():
                continue
            size += path.stat().st_size
            if size > most or len(contents) >= 500:
                raise ValueError(
                    f"there are too many files beside the notebook (at most 500, "
                    f"{most // 1024**2} MB in all)."
                )
            contents[relative] = path.read_bytes()
    return contents


@contextmanager
def unpacked(contents: dict[str, bytes]) -> Iterator[str | None]:
    """Write files into a temporary folder that any user may read; None if there are none."""
    if not contents:
        yield None
        return
    scratch = Scratch("files", 0o755)
    try:
        for name, content in contents.items():
            path = Path(scratch.path, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for top, _, names in os.walk(scratch.path):
            os.chmod(top, 0o755)
            for name in names:
                os.chmod(os.path.join(top, name), 0o644)
        yield scratch.path
    finally:
        scratch.close()


@contextmanager
def library_folder(contents: dict[str, bytes]) -> Iterator[str | None]:
    """Write a `course_lib` into a temporary folder and yield the package's own; None for none."""
    with unpacked(contents) as folder:
        yield None if folder is None else str(Path(folder, "course_lib"))


@contextmanager
def kept_library(contents: dict[str, bytes]) -> Iterator[str | None]:
    """Do the same, with a folder that stays until this process ends; the next one has it ready."""
    place = next((place for known, place in _kept if known == contents), None)
    if place is None:
        stack = ExitStack()
        place = stack.enter_context(library_folder(contents))
        # A worker that was forked ends without what is registered with atexit.
        Finalize(None, stack.close, exitpriority=1)
        _kept.append((contents, place))
    yield place


_kept: list[tuple[dict[str, bytes], str | None]] = []


@cache
def environment_digest() -> str:
    """Return a digest of the installed packages and of this Python."""
    from importlib.metadata import distributions
    from sys import version

    found = sorted({str(one.read_text("METADATA"))[:4000] for one in distributions()})
    return hashlib.sha256("\n".join([version, *found]).encode()).hexdigest()
