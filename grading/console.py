"""What the commands print on: one console, and one kind of progress bar."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console, Group
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from grading.containment.isolation import Isolation, protections
from grading.results import Result

console = Console(highlight=False)
errors = Console(highlight=False, stderr=True)

#: Seconds between two lines of progress where there is no terminal.
QUIET = 5.0


@contextmanager
def progress(title: str, total: int) -> Iterator[Callable[[str], None]]:
    """Show a bar while something long runs; it disappears afterwards.

    Yields a function to call at the start of every step, with what the step is about. Where there
    is no terminal, a line of text now and then says how far it is.
    """
    if not console.is_terminal:
        steps, silent_until = 0, 0.0

        def report(step: str) -> None:
            nonlocal steps, silent_until
            steps += 1
            if monotonic() >= silent_until:
                console.print(f"{title} {steps}/{total}: {step}", markup=False, soft_wrap=True)
                silent_until = monotonic() + QUIET

        yield report
        return

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[step]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, total=total, step="")
        started = False

        def advance(step: str) -> None:
            nonlocal started
            bar.update(task, advance=int(started), step=step)
            started = True

        yield advance


def protection_report(mechanism: Isolation, separate: bool) -> Group:
    """Say what keeps the code of students away from everything else, loudly if nothing does."""
    safe = mechanism != Isolation.NONE
    title = f"Isolation: {mechanism}" if safe else "NOT ISOLATED"
    where = "in a process of their own" if separate else "in the student's kernel"
    lines = [*protections(mechanism), f"tests run {where}"]
    return Group(
        Text(title, style="bold green" if safe else "bold white on red"),
        *(Text(f"  - {line}") for line in lines),
    )


@contextmanager
def grading_progress(total: int) -> Iterator[Callable[[Result], None]]:
    """Show how far grading is: counts by status, and when it will be done.

    Yields a function to call with every result.
    """
    counts: Counter[str] = Counter()
    with progress("Grading", total) as report:

        def on_result(result: Result) -> None:
            counts[result.status] += 1
            report(", ".join(f"{number} {status}" for status, number in counts.items()))

        yield on_result
