"""How a class did: every test counted, failures grouped, a table, a file, a picture."""

import csv
import math

import matplotlib.image
import pytest
from handed_in import answered, blank_of, hand_in, reference

from grading.console import console
from grading.errors import CourseError
from grading.findings import Finding
from grading.grade import grade
from grading.regrading import Mark
from grading.statistics import Counts, Failure, statistics, statistics_table, write_statistics
from grading.statistics_figure import PARTS, description, draw, headline, save_figure

pytestmark = pytest.mark.xdist_group("graded")


@pytest.fixture(scope="module")
def collected(graded_class):
    return statistics(graded_class.course, "01_tiny")


def of(collected, test):
    (one,) = [one for one in collected.tests if one.test == test]
    return one


def test_every_test_counts_everyone_who_was_graded(collected, graded_class):
    results = graded_class.results.values()
    scored = [one for one in results if one.score is not None]
    assert collected.graded == len(scored)
    for test in collected.tests:
        counts = (test.passed, test.partly, test.failed, test.not_run)
        assert sum(counts) == len(test.points) == len(scored)
    for exercise in ("square", "halve", "total", "total_of_squares", "quiz"):
        points = sum(math.fsum(one.points) for one in collected.tests if one.exercise == exercise)
        assert points == sum(one.points[exercise] for one in scored)
    by_status = {}
    for one in results:
        by_status.setdefault(str(one.status), []).append(one.score)
    assert {status: sorted(map(str, scores)) for status, scores in collected.scores.items()} == {
        status: sorted(map(str, scores)) for status, scores in by_status.items()
    }


def test_what_failed_is_grouped(collected):
    negative = of(collected, "test_square_negative")
    assert Failure(1, "a negative number has a positive square") in negative.failures()
    first = negative.failures()[0]
    assert first.message.startswith("This exercise is not answered yet")
    assert first.count == 2
    halve = of(collected, "test_halve")
    assert sum(one.count for one in halve.failures(99)) == halve.failed
    assert any(one.message.startswith("Stopped after 5 seconds") for one in halve.failures(99))
    assert of(collected, "test_total").not_run == 1  # the stubborn one


def test_same_hint_or_same_words_are_one_failure():
    counts = Counts("a", "A", "test_a", 2.0)
    for x in (0.5, 1e-7, -3):
        counts.add(Mark(0.0), Finding("AssertionError", f"y is {x}, expected 2."))
    counts.add(Mark(0.0), Finding("AssertionError", "one thing", "look there"))
    counts.add(Mark(0.0), Finding("AssertionError", "another\nthing", "look there"))
    counts.add(Mark(1.0), Finding())
    counts.add(Mark(2.0), Finding())
    counts.add(Mark(0.0), Finding("NotExecutedError", "Not run."))
    assert counts.failures() == [
        Failure(3, "y is 0.5, expected 2."),
        Failure(2, "look there (one thing)"),
    ]
    assert (counts.passed, counts.partly, counts.failed, counts.not_run) == (1, 1, 5, 1)
    assert counts.mean == 3 / 8


def test_table_and_file(collected, graded_class):
    with console.capture() as captured:
        console.print(statistics_table(collected))
    text = captured.get()
    assert "test_square_negative" in text
    assert "1× a negative number has a positive square" in text
    path = write_statistics(graded_class.course, collected)
    with path.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["test"] for row in rows} == {one.test for one in collected.tests}
    halve = [row for row in rows if row["test"] == "test_halve"]
    assert sum(int(row["times"]) for row in halve) == of(collected, "test_halve").failed


def test_picture_shows_the_numbers(collected, graded_class, tmp_path):
    path = save_figure(graded_class.course, collected)
    assert path == graded_class.course.reports("01_tiny") / "statistics.png"
    height, width, _ = matplotlib.image.imread(path).shape
    assert 900 < width < 1600
    assert height > 400
    ax = draw(collected).axes[0]
    drawn = sum(bar.get_width() for bar in ax.patches)
    assert drawn == len(collected.tests) * collected.graded
    assert {one.get_text() for one in ax.get_yticklabels()} >= {"negative", "hidden"}
    svg = save_figure(graded_class.course, collected, tmp_path / "class.svg").read_text()
    assert "Hardest: " in description(collected)
    assert headline(collected)[:20] in svg
    with pytest.raises(CourseError, match=r"\.png or an \.svg"):
        save_figure(graded_class.course, collected, tmp_path / "class.pdf")
    assert list(PARTS) == ["passed", "partly", "failed", "not run"]


def test_a_class_without_mistakes(course, chapter):
    hand_in(course, "ann", answered(blank_of(course), **reference(chapter)))
    grade(course, "01_tiny")
    perfect = statistics(course, "01_tiny")
    assert headline(perfect) == "Everyone got every point"
    draw(perfect)
    course.autograded("ann", "01_tiny").unlink()
    assert statistics(course, "01_tiny").tests[0].passed == 1


def test_nobody_graded(course):
    with pytest.raises(CourseError, match="run `course grade 01_tiny` first"):
        statistics(course, "01_tiny")
