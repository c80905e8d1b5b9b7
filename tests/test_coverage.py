"""docs/coverage.md: its sections and exercises exist; no chapter and no exercise is left out."""

import re

import pytest

from grading.chapters import chapter_names, load_chapter

ROW = re.compile(r"^\| (?P<topic>[^|]+) \| (?P<sections>[^|]+) \| (?P<exercises>[^|]*)\|$", re.M)
SECTION = re.compile(r"\[(\d+\.\d+) ([^\]]+)\]\(\.\./notebooks/(\w+)\.ipynb\)")


@pytest.fixture(scope="module")
def chapters():
    return {name: load_chapter(name) for name in chapter_names()}


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "coverage.md").read_text(encoding="utf-8")


def problems_of(page, chapters):
    headings = {
        name: set(re.findall(r"^## (\d+\.\d+) (.+)$", chapter.path.read_text("utf-8"), re.M))
        for name, chapter in chapters.items()
    }
    exercises = {one.name for chapter in chapters.values() for one in chapter.exercises}
    found, graded, taught = [], set(), set()
    for row in ROW.finditer(page):
        if row["topic"] in ("Topic", "---"):
            continue
        sections = SECTION.findall(row["sections"])
        if len(sections) != row["sections"].count("]("):
            found.append(f"{row['topic']}: a link that is no section")
        for number, title, chapter in sections:
            taught.add(chapter)
            if (number, title) not in headings.get(chapter, ()):
                found.append(f"{row['topic']}: no section {number} {title} in {chapter}")
        for name in re.findall(r"`(\w+)`", row["exercises"]):
            graded.add(name)
            if name not in exercises:
                found.append(f"{row['topic']}: no exercise {name}")
    found += [f"nothing about {name}" for name in chapters.keys() - taught]
    found += [f"no topic for the exercise {name}" for name in exercises - graded - {"quiz"}]
    return found


def test_every_topic_has_its_place(page, chapters):
    assert problems_of(page, chapters) == []
    assert len(re.findall(r"^## ", page, re.M)) == 15


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("1.1 A line is not enough", "1.1 A line is enough", "no section 1.1 A line is enough"),
        ("`ema`", "`average`", "no exercise average"),
        ("07_dropout.ipynb", "07_regularisation.ipynb", "in 07_regularisation"),
        ("| `bfgs_update` |", "| |", "no topic for the exercise bfgs_update"),
    ],
)
def test_what_is_out_of_date_is_found(page, chapters, old, new, problem):
    assert old in page
    assert any(problem in one for one in problems_of(page.replace(old, new), chapters))
