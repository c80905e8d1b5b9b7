"""Temporary folders: they are there while their process lives, and not for long afterwards."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from grading import scratch
from grading.scratch import Scratch, clear

OWNER = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from grading.scratch import Scratch
mine = Scratch("room")
print(mine.path, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A folder for temporary folders, none of which is too young."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(scratch, "YOUNG", -1)
    return tmp_path


@pytest.fixture
def owner(temporary):
    """Another process that has made a folder, with something in it."""
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, str(temporary)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        process.path = Path(process.stdout.readline().strip())
        (process.path / "deep" / "er").mkdir(parents=True)
        (process.path / "deep" / "er" / "file.txt").write_text("x")
        yield process
        process.kill()


def test_it_is_there_until_it_is_closed(temporary):
    one = Scratch("files", 0o755)
    assert Path(one.path).parent == temporary
    assert os.stat(one.path).st_mode & 0o777 == 0o755
    one.close()
    one.close()
    assert list(temporary.iterdir()) == []


def test_it_goes_with_its_process(owner, temporary):
    owner.stdin.close()
    assert owner.wait(timeout=30) == 0
    assert list(temporary.iterdir()) == []


def test_that_of_a_living_process_stays(owner):
    clear()
    assert (owner.path / "deep" / "er" / "file.txt").exists()


def test_that_of_a_killed_process_is_deleted_by_the_next(owner, temporary):
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    assert owner.path.exists()
    scratch.clear_once.cache_clear()
    Scratch("room").close()
    assert list(temporary.iterdir()) == []


def test_what_may_just_have_been_made_stays(owner, monkeypatch):
    monkeypatch.setattr(scratch, "YOUNG", 60)
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    clear()
    assert owner.path.exists()


def test_that_of_another_user_stays(owner, monkeypatch):
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    clear()
    assert (owner.path / "deep" / "er" / "file.txt").exists()


@pytest.mark.parametrize(
    "name", ["course-2026", "course-room-notes", "course-room-0123456789abcde"]
)
def test_what_has_another_name_stays(temporary, name):
    (temporary / name).mkdir()
    clear()
    assert (temporary / name).is_dir()


def test_where_a_link_leads_nothing_is_deleted(temporary, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "kept.txt").write_text("kept")
    (temporary / "course-room-0123456789abcdef").symlink_to(elsewhere)
    clear()
    assert (elsewhere / "kept.txt").read_text() == "kept"


def test_a_copy_of_the_process_does_not_delete_it(temporary):
    one = Scratch("warm")
    if (pid := os.fork()) == 0:
        one.close()
        os._exit(0)
    os.waitpid(pid, 0)
    assert os.path.isdir(one.path)
    clear()
    assert os.path.isdir(one.path)
    one.close()
