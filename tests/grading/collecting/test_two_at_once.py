"""Two commands at once in one course directory: the second says who is at work, nothing is lost."""

import getpass
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

import pytest
from exports import written, zipped

from grading.collecting.versions import kept
from grading.errors import CourseError
from grading.grade import grade
from grading.locking import Part, locked
from grading.release import release

#: Collects until the first student's files are to be placed, and goes on when it is told to.
WAITING = """
import sys
from pathlib import Path
from grading.collecting.collect import collect
from grading.course_directory import Course

def wait(student):
    print(student, flush=True)
    sys.stdin.readline()

collect(Course(Path(sys.argv[1])), "01_tiny", Path(sys.argv[2]), on_student=wait)
"""


def export(tmp_path, name, **notebooks):
    files = {f"{student}.ipynb": text for student, text in notebooks.items()}
    return written(tmp_path, zipped(files, (2026, 3, len(name), 12, 0, 0)), name)


@contextmanager
def at_work(course, path):
    """Another process that is in the middle of collecting."""
    command = [sys.executable, "-c", WAITING, str(course.root), str(path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        try:
            assert process.stdout.readline() == "ana\n"
            yield process
        finally:
            process.kill()


def collected(course, path):
    """Run `course collect` in a process of its own."""
    command = [sys.executable, "-m", "grading.cli", "collect", str(path), "--chapter", "01"]
    return subprocess.run(command, cwd=course.root, capture_output=True, text=True)


def versions(course, student):
    return {
        path.read_text()
        for one in kept(course, "01_tiny", student)
        for path in (one.folder / "files").iterdir()
    }


def test_the_second_says_who_is_at_work_and_changes_nothing(course, tmp_path, solved):
    first = export(tmp_path, "one.zip", ana=solved("one"), bob=solved("one"))
    second = export(tmp_path, "second.zip", ana=solved("two"))
    with at_work(course, first) as process:
        refused = collected(course, second)
        assert refused.returncode == 1
        said = " ".join(refused.stderr.split())
        assert "is in use: course collect, started by" in said
        assert f"{getpass.getuser()} on {socket.gethostname()} (process {process.pid})" in said
        assert "`course collect` has changed nothing; run it again when that has ended" in said
        assert versions(course, "ana") == set()
        assert (course.root / ".collecting").is_dir(), "what the first one works on is still there"
        process.communicate("\n\n")
    assert process.returncode == 0
    assert versions(course, "ana") == versions(course, "bob") == {solved("one")}
    assert collected(course, second).returncode == 0
    assert versions(course, "ana") == {solved("one"), solved("two")}
    assert course.submission("ana", "01_tiny").read_text() == solved("two")
    assert course.submission("bob", "01_tiny").read_text() == solved("one")


def test_the_lock_of_one_that_was_killed_is_gone(course, tmp_path, solved):
    path = export(tmp_path, "one.zip", ana=solved())
    with at_work(course, path) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert collected(course, path).returncode == 0
    assert versions(course, "ana") == {solved()}


def test_nobody_grades_what_is_being_collected(course, tmp_path, solved):
    with at_work(course, export(tmp_path, "one.zip", ana=solved())) as process:
        with pytest.raises(CourseError, match=rf"course collect, .*\(process {process.pid}\)"):
            grade(course, "01_tiny")
        process.communicate("\n")
    (result,) = grade(course, "01_tiny")
    assert result.score == 11


def test_one_at_a_time_grades_or_releases(course, notebooks, answers):
    with locked(course, Part.GRADES, "course grade"):
        for command in (
            lambda: grade(course, "01_tiny"),
            lambda: release(course, "01_tiny", notebooks, answers),
        ):
            with pytest.raises(CourseError, match="is in use: course grade, started by"):
                command()
    assert grade(course, "01_tiny") == []
    release(course, "01_tiny", notebooks, answers)


def test_a_lock_without_a_name(course):
    """Between the lock and its name, or where another program holds it."""
    with locked(course, Part.SUBMITTED, "course collect"):
        (course.root / ".locks" / "collecting").write_text("")
        with (
            pytest.raises(CourseError, match="is in use: another command"),
            locked(course, Part.SUBMITTED, "course grade"),
        ):
            pass
