"""What goes with a notebook to the worker that runs it."""

import multiprocessing
from pathlib import Path

import pytest

from grading.task import MOST_BESIDE, kept_library, packed, unpacked


def test_ordinary_files_go_along(tmp_path):
    for name in ("nb.ipynb", "data/a.csv", ".git/config", ".env"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "link.csv").symlink_to("/etc/passwd")
    files = packed(tmp_path, leave_out=("nb.ipynb",))
    assert files == {".env": b".env", "data/a.csv": b"data/a.csv"}
    with unpacked(files) as folder:
        assert packed(Path(folder)) == files


def test_too_much_is_refused(tmp_path):
    with (tmp_path / "large.bin").open("wb") as stream:
        stream.truncate(MOST_BESIDE + 1)
    with pytest.raises(ValueError, match="at most 500, 64 MB in all"):
        packed(tmp_path)
    (tmp_path / "large.bin").unlink()
    for number in range(501):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(ValueError, match="too many files"):
        packed(tmp_path)


def test_a_library_is_written_once_for_all_with_the_same(monkeypatch):
    monkeypatch.setattr("grading.task._kept", [])
    first, other = {"course_lib/a.py": b"A = 1"}, {"course_lib/a.py": b"A = 2"}
    with kept_library(first) as one, kept_library(other) as two, kept_library(dict(first)) as three:
        assert (Path(one, "a.py").read_bytes(), Path(two, "a.py").read_bytes()) == (
            b"A = 1",
            b"A = 2",
        )
    assert three == one
    assert Path(one, "a.py").exists(), "the next submission has it ready"


def test_kept_libraries_go_with_a_worker_that_was_forked():
    forked = multiprocessing.get_context("fork")
    ours, theirs = forked.Pipe()

    def work():
        with kept_library({"course_lib/of_a_worker.py": b""}) as folder:
            pass
        theirs.send((folder, Path(folder, "of_a_worker.py").exists()))

    worker = forked.Process(target=work)
    worker.start()
    folder, there = ours.recv()
    worker.join()
    assert there
    assert not Path(folder).exists()
