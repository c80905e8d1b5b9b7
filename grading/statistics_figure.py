"""The picture of a class: a bar for every test, in the style of the course."""

from importlib.resources import files
from pathlib import Path

import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_lib.plotting import COLORS
from grading.course_directory import Course
from grading.errors import CourseError
from grading.results import number
from grading.statistics import ChapterStatistics, Counts

#: What a part of a bar stands for, its colour, and that of the number in it.
PARTS = {
    "passed": (COLORS["blue"], "white"),
    "partly": (COLORS["sky"], "black"),
    "failed": ("#F3B58A", "black"),
    "not run": ("#DDDDDD", "black"),
}


def save_figure(course: Course, collected: ChapterStatistics, path: Path | None = None) -> Path:
    """Draw statistics into a file.

    Parameters
    ----------
    course, collected
        What to draw.
    path : Path, optional
        A file that ends in ``.png`` or ``.svg``; ``reports/<chapter>/statistics.png`` otherwise.

    Raises
    ------
    CourseError
        If the file is of another kind.
    """
    path = path or course.reports(collected.chapter) / "statistics.png"
    if path.suffix not in (".png", ".svg"):
        raise CourseError(f"A picture is a .png or an .svg file. Received: {path}")
    path.parent.mkdir(parents=True, exist_ok=True)
    with matplotlib.style.context(str(files("course_lib") / "course.mplstyle")):
        figure = draw(collected)
        figure.savefig(path, dpi=150, metadata={"Description": description(collected)})
    return path


def draw(collected: ChapterStatistics) -> Figure:
    """Draw a bar for every test, under the heading of its exercise."""
    rows = _rows(collected.tests)
    figure = Figure(figsize=(8.4, 1.7 + 0.3 * len(rows)))
    ax = figure.add_subplot()
    for height, (label, test) in enumerate(rows):
        if test is None:
            ax.text(0, height + 0.12, label, fontweight="bold", fontsize=10.5, va="center")
        else:
            _bar(ax, height, test)
            mean = f"{test.mean:.1f} of {number(test.most)}"
            ax.text(collected.graded * 1.015, height, mean, va="center", fontsize=10)
    ax.text(collected.graded * 1.015, -0.95, "mean", va="center", fontsize=10, color="#444444")
    heights = [height for height, (_, test) in enumerate(rows) if test is not None]
    ax.set_yticks(heights, [rows[height][0] for height in heights], fontsize=10)
    ax.set(
        xlim=(0, collected.graded),
        ylim=(len(rows) - 0.4, -1.3),
        xlabel=f"students ({collected.graded} graded)",
    )
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.spines["bottom"].set_visible(False)
    handles = [ax.barh([0], [0], color=color, label=name) for name, (color, _) in PARTS.items()]
    figure.legend(
        handles=handles, loc="outside lower right", ncols=len(PARTS), fontsize=10, handlelength=1
    )
    figure.suptitle(headline(collected), x=0.01, ha="left", fontweight="bold", fontsize=12.5)
    return figure


def headline(collected: ChapterStatistics) -> str:
    """Say in a line what the picture shows: where the most is missing."""
    shares = collected.shares
    hardest = min(shares, key=shares.get)
    if shares[hardest] >= 1:
        return "Everyone got every point"
    return f"Hardest: {hardest} ({100 * shares[hardest]:.0f} % of its points)"


def description(collected: ChapterStatistics) -> str:
    """Describe the picture for those who cannot see it."""
    tests = "; ".join(
        f"{one.test}: {one.passed} of {len(one.points)} passed, mean {one.mean:.1f} of "
        f"{number(one.most)}"
        for one in collected.tests
    )
    return f"{collected.title}. {headline(collected)}. {tests}."


def _rows(tests: list[Counts]) -> list[tuple[str, Counts | None]]:
    """Put the heading of each exercise above its tests, whose names then need not repeat it."""
    rows: list[tuple[str, Counts | None]] = []
    for index, test in enumerate(tests):
        if index == 0 or tests[index - 1].exercise != test.exercise:
            rows.append((test.title, None))
        rest = test.test.removeprefix(f"test_{test.exercise}").strip("_")
        rows.append((rest.replace("_", " ") or "test", test))
    return rows


def _bar(ax: Axes, height: float, test: Counts) -> None:
    """Draw the bar of one test, with the numbers in it."""
    left = 0
    counts = (test.passed, test.partly, test.failed, test.not_run)
    for count, (color, ink) in zip(counts, PARTS.values(), strict=True):
        if count:
            ax.barh(height, count, left=left, height=0.78, color=color, edgecolor="white")
            if count > 0.015 * len(test.points):  # a number needs room
                middle = left + count / 2
                ax.text(middle, height, count, ha="center", va="center", color=ink, fontsize=9)
            left += count
