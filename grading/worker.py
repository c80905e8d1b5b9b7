"""Tries answers: runs a chapter once with the reference solutions, and forks where answers differ.

``python -m grading.worker`` reads a job (JSON, see `grading.verify`) from standard input and writes
one line of JSON to standard output for each answer tried. The cells run in an IPython shell in this
process. Before each solution cell the process is copied once for every answer; the copy runs the
answer, the cells up to the exercise's last test, and reports how many points the tests gave. So the
chapter's own computations run once, and no answer can disturb another one.

This is a separate process so that the chapter finds a fresh interpreter, threads pinned before
NumPy is imported, and so that whatever happens here cannot hurt the command line.
"""

import json
import os
import resource
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable, Container, Iterator
from typing import IO, TYPE_CHECKING, Any

from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

if TYPE_CHECKING:
    from grading.checking.copies import Examiner, Original

LONGEST_MESSAGE = 500


def main() -> None:
    """Read the job, run it, report."""
    job = json.load(sys.stdin)
    reports = os.fdopen(os.dup(1), "w", encoding="utf-8")
    silence(stderr=False)
    work(job, reports)


def run_verifier(request: dict[str, Any], link: int | None, ready: Callable[[], None]) -> None:
    """Do the same in containment; the job comes, and the reports go, over the link."""
    ready()
    with socket.socket(fileno=link) as channel:
        stream = channel.makefile("rw", encoding="utf-8")
        work(json.loads(stream.readline()), stream)


def work(job: dict[str, Any], reports: IO[str]) -> None:
    """Run a job and write its reports, one a line."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    shell = make_shell()
    for report in run(shell, job):
        print(json.dumps(report), file=reports, flush=True)


def silence(stderr: bool = True) -> None:
    """Send what is printed nowhere, also from libraries that do not use Python's streams."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2) if stderr else (0, 1):
        os.dup2(nowhere, descriptor)


class Shell(InteractiveShell):
    """An IPython shell that shows nothing: no tracebacks, no figures."""

    def run_line_magic(self, magic_name: str, line: str, _stack_depth: int = 1) -> Any:
        """Run a magic, except those that set up figures for a notebook."""
        if magic_name in ("matplotlib", "config"):
            return None
        return super().run_line_magic(magic_name, line, _stack_depth + 1)

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        """Show nothing: formatting a traceback takes longer than most answers."""

    showsyntaxerror = showtraceback


def make_shell() -> Shell:
    """Make a shell without history (whose thread would not survive a fork)."""
    config = Config()
    config.HistoryManager.enabled = False
    return Shell.instance(config=config)


def run(shell: Shell, job: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Run the chapter with its reference solutions; yield a report for each answer on the way."""
    exercises = {exercise["solution"]: exercise for exercise in job["exercises"]}
    tests = set(job["tests"])
    last = max(exercises, default=-1)
    checker = None
    if job["plan"] is not None:
        from grading.checking.copies import Original

        checker = Original(job["plan"], job["cells"], shell.user_ns)
    for index, source in enumerate(job["cells"]):
        if index in exercises:
            yield from try_answers(shell, job, exercises[index], checker)
        if index == last:
            break
        apart = checker is not None and index in checker.positions
        finding = checker.run(index) if apart else None
        error = run_cell(shell, source)
        if apart and (finding is None) != (error is None):
            message = f"in a process of its own: {finding}; in the student's: {error}"
            yield {"failed": index, "message": message}
            break
        if error and index not in tests:
            yield {"failed": index, "message": error}
            break


def run_cell(shell: Shell, source: str | None) -> str | None:
    """Run one cell (None for what is not code); return its error as one line, if there is one."""
    if source is None:
        return None
    result = shell.run_cell(source, silent=True)
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")
    error = result.error_before_exec or result.error_in_exec
    if error is None:
        return None
    first_line = (str(error).strip().splitlines() or [""])[0]
    return f"{type(error).__name__}: {first_line}"[:LONGEST_MESSAGE]


def try_answers(
    shell: Shell, job: dict[str, Any], exercise: dict[str, Any], checker: "Original | None"
) -> Iterator[dict[str, Any]]:
    """Run an exercise's answers, each in a copy of this process, several at once."""
    waiting, time_limit = list(exercise["answers"]), exercise["time_limit"]
    running: dict[int, tuple[int, str, float]] = {}
    with selectors.DefaultSelector() as selector:
        try:
            while waiting or running:
                while waiting and len(running) < job["processes"]:
                    answer = waiting.pop(0)
                    pid, pipe = start(shell, job, exercise, answer["source"], checker)
                    selector.register(pipe, selectors.EVENT_READ)
                    running[pipe] = pid, answer["name"], time.monotonic() + time_limit
                wait = min(deadline for *_, deadline in running.values()) - time.monotonic()
                ready = {key.fd for key, _ in selector.select(max(0, wait))}
                for pipe, (pid, name, deadline) in list(running.items()):
                    late = time.monotonic() >= deadline
                    if pipe not in ready and not late:
                        continue
                    report = os.read(pipe, 65536) if pipe in ready else b""
                    selector.unregister(pipe)
                    del running[pipe]
                    status = stop(pid, pipe)
                    yield {
                        "exercise": exercise["name"],
                        "name": name,
                        **read_report(report, status, time_limit if late else None),
                    }
        finally:
            for pipe, (pid, *_) in running.items():
                stop(pid, pipe)


def start(
    shell: Shell,
    job: dict[str, Any],
    exercise: dict[str, Any],
    answer: str,
    checker: "Original | None",
) -> tuple[int, int]:
    """Copy this process to try one answer; return the copy's id and the pipe it reports on."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:
        os.setpgid(0, 0)
        # A loop that outlives this program, should that be killed, must not run for ever. An answer
        # that trains a network may use all cores at once.
        seconds = int(exercise["time_limit"] * (os.cpu_count() or 1)) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        silence()
        examiner = checker.copy(seconds) if checker is not None else None
        separate = checker.positions if checker is not None else set()
        result = attempt(shell, job, exercise, answer, examiner, separate)
        os.write(writing, json.dumps(result).encode())
    finally:
        os._exit(0)


def attempt(
    shell: Shell,
    job: dict[str, Any],
    exercise: dict[str, Any],
    answer: str,
    examiner: "Examiner | None",
    separate: Container[int],
) -> dict[str, Any]:
    """Run an answer and its tests; count the points of the tests that pass.

    The tests at the positions `separate` run in the examiner's process, the others here.
    """
    tests = {test["index"]: test for test in exercise["tests"]}
    first_error = run_cell(shell, answer)
    message = f"the answer: {first_error}" if first_error else ""
    points = 0.0
    for index in range(exercise["solution"] + 1, max(tests, default=0) + 1):
        if index in separate:
            error = examiner.run(index) if index in tests else None
        else:
            error = run_cell(shell, job["cells"][index])
        if index in tests and error is None:
            points += tests[index]["points"]
        elif index in tests and not message:
            message = f"{tests[index]['name']}: {error}"
    return {"points": points, "message": message}


def stop(pid: int, pipe: int) -> int:
    """End an answer's process and everything it started; return its exit status."""
    os.close(pipe)
    for end in (os.killpg, os.kill):
        try:
            end(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def read_report(report: bytes, status: int, time_limit: float | None) -> dict[str, Any]:
    """Turn what an answer's process left behind into points and a message."""
    if time_limit is not None:
        message = f"stopped after {time_limit:g} s, the time limit"
        return {"points": 0.0, "message": message, "late": True}
    try:
        return json.loads(report)
    except ValueError:
        ending = signal.Signals(-status).name if status < 0 else f"exit status {status}"
        return {"points": 0.0, "message": f"the answer ended Python ({ending})"}


if __name__ == "__main__":
    main()
