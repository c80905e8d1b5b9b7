"""The table of what was collected."""

from rich import box
from rich.table import Table
from rich.text import Text

from grading.collecting.collect import Collection


def collection_table(chapter: str, result: Collection) -> Table:
    """Lay out what came of each student's files; what else is to be said has no room here."""
    table = Table(title=f"Collected for {chapter}", title_justify="left", box=box.SIMPLE_HEAD)
    for column in ("student", "called", "handed in", "files", ""):
        table.add_column(column, overflow="fold")
    for one in result.placed:
        time = one.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        table.add_row(
            Text(one.student),
            Text(one.label if one.label != one.student else ""),
            f"{time}{' LATE' if one.late else ''}",
            str(one.files),
            Text(one.outcome, style="green" if one.outcome == "to be graded" else ""),
        )
    return table
