"""A course directory is made once, never overwritten, and found from inside."""

import os
import shutil

import nbformat
import pytest
from handed_in import contents, hand_in
from nbgrader.api import Gradebook
from sqlalchemy import event

from grading.configuration import load_config
from grading.course_directory import find_course
from grading.engine import (
    exercise_points,
    gradebook_stays_open,
    open_gradebook,
    released_exercises,
)
from grading.errors import CourseError
from grading.initialise import init_course

pytestmark = pytest.mark.xdist_group("graded")


def test_new_course(released_course):
    files = contents(released_course.root)
    assert {"nbgrader_config.py", "gradebook.db", "source/01_tiny/01_tiny.ipynb"} <= files.keys()
    assert released_course.submitted.is_dir()
    assert not [name for name in files if name.endswith(".md") and "README" not in name]
    assert load_config(released_course).CourseDirectory.root == str(released_course.root)


def test_second_init_only_adds_what_is_missing(course, notebooks, tmp_path):
    hand_in(course, "ann", "{}")
    course.source("01_tiny").write_text("edited")
    course.config_path.write_text(course.config_path.read_text() + "# edited\n")
    before = contents(course.root)
    more = tmp_path / "more"
    shutil.copytree(notebooks, more)
    for suffix in (".md", ".ipynb"):
        shutil.copy(more / f"01_tiny{suffix}", more / f"02_more{suffix}")
    assert init_course(course.root, more)[1] == ["02_more"]
    after = contents(course.root)
    assert after.pop("source/02_more/02_more.ipynb")
    assert after == before
    assert init_course(course.root, more)[1] == []


def test_folder_with_something_else_is_refused(tmp_path, notebooks):
    (tmp_path / "thesis.tex").write_text("")
    with pytest.raises(CourseError, match="is not empty and is not a course directory"):
        init_course(tmp_path, notebooks)
    with pytest.raises(CourseError, match="is a file"):
        init_course(tmp_path / "thesis.tex", notebooks)
    assert contents(tmp_path) == {"thesis.tex": b""}


def test_chapter_that_was_not_built(tmp_path, notebooks):
    source = tmp_path / "notebooks"
    source.mkdir()
    shutil.copy(notebooks / "01_tiny.md", source)
    with pytest.raises(CourseError, match="run `course build 01_tiny` first"):
        init_course(tmp_path / "course", source)


def test_course_is_found_from_inside(course, monkeypatch):
    monkeypatch.chdir(course.source("01_tiny").parent)
    assert find_course() == course
    assert find_course(course.root) == course
    with pytest.raises(CourseError, match="is not a course directory"):
        find_course(course.root / "source")
    monkeypatch.chdir("/")
    with pytest.raises(CourseError, match="course init DIR"):
        find_course()


def test_gradebook_knows_exercises_in_the_order_of_the_notebook(graded_class):
    course = graded_class.course
    with open_gradebook(course) as gradebook:
        exercises = released_exercises(course, gradebook, "01_tiny")
        points = exercise_points(gradebook, "01_tiny", "wrong", exercises)
        assert exercise_points(gradebook, "01_tiny", "nobody", exercises) is None
    assert list(exercises) == ["square", "halve", "total", "total_of_squares", "quiz"]
    assert exercises["square"] == ["test_square", "test_square_negative"]
    assert points["square"] == (1, 3)


def test_opening_a_gradebook_leaves_the_environment_alone(course, monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin")
    (course.root / "gradebook.db").unlink()
    open_gradebook(course).close()
    assert os.environ["PATH"] == "/usr/bin"


def test_a_gradebook_that_stays_open_is_connected_to_once(course, monkeypatch):
    connections, checked = [], []
    check = Gradebook.check_course
    monkeypatch.setattr(
        Gradebook, "check_course", lambda self, **more: checked.append(more) or check(self, **more)
    )
    with gradebook_stays_open():
        with open_gradebook(course) as gradebook:
            url = str(gradebook.engine.url)
            event.listen(gradebook.engine, "connect", lambda *_: connections.append(1))
            gradebook.add_student("ann")
        with open_gradebook(course) as gradebook:
            assert [one.id for one in gradebook.students] == ["ann"]
            gradebook.find_student("ann").first_name = "Ann"  # and not committed
        with open_gradebook(course) as gradebook:
            assert gradebook.find_student("ann").first_name is None
        with Gradebook(url, "another") as gradebook:
            assert gradebook.course_id == "another"
    assert (len(checked), len(connections)) == (2, 0)
    with open_gradebook(course) as gradebook:
        assert [one.id for one in gradebook.students] == ["ann"]
    assert (len(checked), len(connections)) == (3, 1)


def test_config_is_a_template_without_paths(released_course):
    text = released_course.config_path.read_text()
    assert str(released_course.root) not in text
    nbformat.read(released_course.source("01_tiny"), as_version=4)
