"""What the commands print on: one console, and one kind of progress bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

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
