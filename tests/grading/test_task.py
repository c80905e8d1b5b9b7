"""What goes with a notebook to the worker that runs it."""

from pathlib import Path

import pytest

from grading.task import MOST_BESIDE, packed, unpacked


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
