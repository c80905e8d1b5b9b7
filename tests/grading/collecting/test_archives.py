"""Zips that anyone may have made."""

import io
import os
import zipfile
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from exports import (
    bomb,
    entry,
    link,
    overlapping,
    raw_name,
    unicode_path,
    with_sizes,
    written,
    zipped,
)

from grading.collecting.archives import Budget, LimitError, Limits, Staging, read_folder, unpack

SMALL = Limits(file=8 * 2**20, ratio=50, ratio_from=2**20, names=10_000)


@pytest.fixture
def taken(tmp_path):
    """Unpack a zip into a folder of its own; return what came out and what did not."""

    def take(content: bytes, limits=SMALL, total=10**9, files=1000):
        path = written(tmp_path, content)
        staging = Staging(tmp_path / f"staging-{len(list(tmp_path.iterdir()))}")
        found, refused = unpack(path, staging, Budget(total, files), limits)
        assert {one.path.parent for one in found} <= {staging.folder}
        return {one.name: one.path.read_bytes() for one in found}, {
            one.name: one.reason for one in refused
        }

    return take


@pytest.mark.parametrize(
    "name",
    [
        "../../up.txt",
        "/etc/absolute.txt",
        "C:\\x.txt",
        "..\\..\\up.txt",
        "a/" * 200 + "deep.txt",
        "x" * 5000 + ".txt",
        "new\nline",
        "con.txt",
        "...",
        "-rf",
        "nul\tl",
    ],
)
def test_names_never_become_paths(taken, tmp_path, name):
    before = {str(path) for path in tmp_path.parent.iterdir()}
    found, refused = taken(zipped({name: b"x", "good.txt": b"y"}))
    assert found == {name: b"x", "good.txt": b"y"}
    assert refused == {}
    assert {str(path) for path in tmp_path.parent.iterdir()} == before
    for path in tmp_path.rglob("*"):
        assert path.name == "export.zip" or path.name.startswith(("staging", "00000"))


def test_links_are_not_followed_and_not_made(taken, tmp_path):
    files = [(link("evil"), b"/etc/passwd"), (link("up"), b"../.."), ("up/good.txt", b"x")]
    found, refused = taken(zipped(files))
    assert found == {"up/good.txt": b"x"}
    assert set(refused) == {"evil", "up"}
    assert not any(path.is_symlink() for path in tmp_path.rglob("*"))


def test_a_file_that_grows_beyond_measure_is_left_out(taken):
    files = {"zeros.bin": bytes(4 * 2**20), "good.txt": b"x"}
    found, refused = taken(zipped(files))
    assert found == {"good.txt": b"x"}
    assert "50 times" in refused["zeros.bin"]


def test_it_is_the_limit_that_leaves_it_out(taken):
    lenient = Limits(file=2**30, ratio=2000, ratio_from=2**20)
    found, refused = taken(zipped({"zeros.bin": bytes(4 * 2**20)}), lenient)
    assert len(found["zeros.bin"]) == 4 * 2**20
    assert refused == {}


def test_a_file_that_is_too_large_is_left_out(taken):
    noise = os.urandom(2**20)
    limits = Limits(file=2**19)
    found, refused = taken(zipped({"noise.bin": noise, "good.txt": b"x"}), limits)
    assert found == {"good.txt": b"x"}
    assert "larger than" in refused["noise.bin"]


def test_all_of_it_is_too_much(taken):
    with pytest.raises(LimitError, match="bytes"):
        taken(zipped({f"{n}.bin": bytes(2**19) for n in range(20)}), total=2**20)


def test_too_many_files(taken):
    with pytest.raises(LimitError, match="files"):
        taken(zipped({f"{n}": b"" for n in range(200)}), files=100)


def test_a_table_of_contents_that_is_too_long(taken):
    with pytest.raises(LimitError, match="table of contents"):
        taken(zipped({f"{n}" * 30: b"" for n in range(300)}))


@pytest.mark.parametrize("size", [10, 2**31])
def test_sizes_are_counted_not_believed(taken, size):
    """A header that says less, or more, than comes out."""
    found, refused = taken(with_sizes(bomb(4), size=size))
    assert found == {}
    assert "damaged" in refused["zeros.bin"] or "times" in refused["zeros.bin"]


def test_a_packed_size_that_would_hide_the_ratio(taken):
    found, refused = taken(with_sizes(bomb(16), packed=2**31 - 1))
    assert found == {}
    assert refused.keys() == {"zeros.bin"}


def test_entries_that_share_their_bytes(taken):
    """Reading stops at the limits, however it is that there is so much."""
    lenient = Limits(file=2**24, ratio=10**6)
    try:
        found, _ = taken(overlapping(40, 1), lenient, total=2**23)
    except LimitError:
        return
    assert sum(map(len, found.values())) <= 2**23


def test_partial_files_are_gone_after_a_limit(tmp_path):
    path = written(tmp_path, zipped({f"{n}.bin": bytes(2**19) for n in range(20)}))
    staging = Staging(tmp_path / "staging")
    with pytest.raises(LimitError):
        unpack(path, staging, Budget(2**21, 100), SMALL)
    assert list(staging.folder.iterdir()) == []


def test_a_budget_within_a_budget():
    whole = Budget(100, 10)
    part = Budget(1000, 5, whole)
    part.take(total=60, files=1)
    with pytest.raises(LimitError):
        part.take(total=60)
    with pytest.raises(LimitError):
        Budget(1000, 5, Budget(10, 1)).take(files=2)


def test_one_name_twice(taken, tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = zipped([("a.txt", b"1"), ("a.txt", b"2"), ("A.TXT", b"3")])
    path = written(tmp_path, content)
    found, _ = unpack(path, Staging(tmp_path / "s"), Budget(100, 10), SMALL)
    assert [(one.name, one.path.read_bytes()) for one in found] == [
        ("a.txt", b"1"),
        ("a.txt", b"2"),
        ("A.TXT", b"3"),
    ]


def test_encrypted_and_unknown_compression(taken):
    content = bytearray(zipped([("secret.txt", b"x"), ("odd.txt", b"y"), ("good.txt", b"z")]))
    for name, at, value in ((b"secret.txt", 8, 1), (b"odd.txt", 10, 77)):
        header = content.rfind(b"PK\1\2", 0, content.rfind(name))
        content[header + at] |= value
    found, refused = taken(bytes(content))
    assert found == {"good.txt": b"z"}
    assert "encrypted" in refused["secret.txt"]
    assert "damaged" in refused["odd.txt"]


def test_damage_costs_the_damaged_file_only(taken):
    stored = zipfile.ZIP_STORED
    content = zipped([(entry("bad", compression=stored), b"original"), ("good.txt", b"z")])
    found, refused = taken(content.replace(b"original", b"0riginal"))
    assert found == {"good.txt": b"z"}
    assert "damaged" in refused["bad"]


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip", zipped({"a": b"x"})[:-10]])
def test_what_is_no_zip(taken, content):
    with pytest.raises(zipfile.BadZipFile):
        taken(content)


@pytest.mark.parametrize("at", range(0, 200, 7))
def test_any_damage_ends_in_one_of_three_ways(taken, at):
    content = bytearray(zipped({"a.txt": b"hello" * 10, "b.txt": b"x"}))
    content[at % len(content)] ^= 0xFF
    with suppress(zipfile.BadZipFile, LimitError):
        taken(bytes(content))


def test_names_in_utf8_that_do_not_say_so(taken):
    raw = "Pérez.txt".encode()
    found, _ = taken(raw_name(zipped({"0123456789": b"x"}), "0123456789", raw))
    assert set(found) == {"Pérez.txt"}


def test_names_in_the_encoding_of_somebodys_machine(taken):
    found, _ = taken(raw_name(zipped({"12345": b"x"}), "12345", "Pérez".encode("latin-1")))
    ((name, content),) = found.items()
    assert (name[0], name[-3:], content) == ("P", "rez", b"x")


def test_names_that_say_utf8_and_are_not(taken):
    content = zipped({"12345": b"x", "good.txt": b"y"})
    content = raw_name(content, "12345", b"P\xe9rez", utf8=True)
    with pytest.raises(UnicodeDecodeError):
        zipfile.ZipFile(io.BytesIO(content))
    found, _ = taken(content)
    assert sorted(found.values()) == [b"x", b"y"]
    assert "good.txt" in found


def test_names_in_the_field_for_them(taken):
    info = entry("Perez.txt")
    info.extra = unicode_path(b"Perez.txt", "Пérez.txt")
    other = entry("other.txt")
    other.extra = unicode_path(b"not its name", "forged.txt")
    found, _ = taken(zipped([(info, b"x"), (other, b"y")]))
    assert set(found) == {"Пérez.txt", "other.txt"}


def test_times(tmp_path):
    info = entry("utc")
    info.extra = b"UT\x05\x00\x01" + (1772366400).to_bytes(4, "little")
    never = entry("never", time=(1980, 1, 1, 0, 0, 0))
    content = bytearray(zipped([(info, b""), (never, b""), ("local", b"")]))
    header = content.rfind(b"PK\1\2", 0, content.rfind(b"never"))
    content[header + 14 : header + 16] = b"\0\0"  # the month is 0
    found, _ = unpack(written(tmp_path, content), Staging(tmp_path / "s"), Budget(9, 9), SMALL)
    times = {one.name: one.time for one in found}
    assert times["utc"] == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert times["local"] == datetime(2026, 3, 1, 12).astimezone()
    assert abs((times["never"] - datetime.now(UTC)).total_seconds()) < 3600


def test_folders_with_links_and_odd_names(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(".")
    os.mkfifo(folder / "pipe")
    (folder / os.fsdecode(b"\xff.txt")).write_text("x")
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text("y")
    found, refused = read_folder(folder)
    assert [one.name for one in found] == ["sub/a.txt", "\ufffd.txt"]
    assert {one.name for one in refused} == {"link", "loop", "pipe"}
