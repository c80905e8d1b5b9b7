"""Courses to collect into."""

import json
import warnings

import pytest
from exports import TIME, written, zipped
from handed_in import answered, blank_of, contents, reference

from grading.collecting.collect import collect


@pytest.fixture
def solved(released_course, chapter):
    """The text of a solved notebook; a word makes it different from others."""

    def text(word: str = "") -> str:
        notebook = answered(blank_of(released_course), **reference(chapter))
        notebook.cells[0].source += f"\n\n{word}"
        return json.dumps(notebook)

    return text


@pytest.fixture
def taken(course, tmp_path):
    """Collect files in a zip, or a path; return what was placed by student, and what was not."""

    def take(source, roster=None, limits=None, time=TIME, name="export.zip"):
        if isinstance(source, dict | list):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)  # one name twice, on purpose
                source = zipped(source, time)
        if isinstance(source, bytes):
            source = written(tmp_path, source, name)
        result = collect(course, "01_tiny", source, roster, limits)
        assert not (course.root / ".collecting").exists()
        return {one.student: one for one in result.placed}, {
            one.name: one.reason for one in result.unplaced
        }

    return take


@pytest.fixture
def submitted(course):
    """Return what is in a student's folder: each file's content."""

    def files(student: str) -> dict[str, bytes]:
        return contents(course.submission(student, "01_tiny").parent)

    return files
