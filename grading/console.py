"""What the commands print on: one console, and one kind of progress bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

console = Console(highlight=False)
errors = Console(highlight=False, stderr=True)


@contextmanager
def progress(title: str, total: int) -> Iterator[Callable[[str], None]]:
    """Show a bar while something long runs; it disappears afterwards.

    Yields a function to call at the start of every step, with what the step is about. Where there
    is no terminal, each step is a line of text instead.
    """
    if not console.is_terminal:
        steps = 0

        def report(step: str) -> None:
            nonlocal steps
            steps += 1
            console.print(f"{title} {steps}/{total}: {step}", markup=False, soft_wrap=True)

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
