"""Whatever is handed in: everybody gets the points they earned, and nothing else happens."""

import json
import os
import pathlib
import socket
import subprocess
import sys

import pytest
from handed_in import read
from hostile_class import ROWS
from submissions import ALL
from world import SECRET, descendants

SOURCES = ("assert square(-4)", "assert halve(5)", "assert total([])", "assert total_of_squares([1")
FINDINGS = (
    "negative number has a pos",
    "an odd number has",
    "empty list adds",
    "1 + 4 + 9",
    "twice",
)
GOOD = {"perfect": ALL, "partial": {**ALL, "square": 1}, "blank": dict.fromkeys(ALL, 0)}


def shown(graded, student: str, tests: bool | None = None) -> str:
    """What the outputs of a submission show; of its tests only, or of all but those."""
    cells = read(graded.course.autograded(student, "01_tiny")).cells
    return "\n".join(
        json.dumps(output, ensure_ascii=False)
        for cell in cells
        for output in cell.get("outputs", [])
        if tests is None or tests == bool(cell.metadata.get("nbgrader", {}).get("grade"))
    )


def test_row(graded, row):
    result = graded.results[row.name]
    assert result.status in row.statuses, result
    if not row.points:
        assert (result.points, result.score) == ({}, None)
        assert row.name not in graded.rows
    else:
        assert result.status in ("unreadable", "missing") or result.points in row.points, result
    assert row.reason in result.reason
    if result.status.startswith("graded"):
        text = shown(graded, row.name)
        for one in row.says:
            assert one in text
        if row.refused:
            assert " worked: " not in text, text


@pytest.mark.parametrize("student", GOOD)
def test_good_students_have_the_same_score_as_without_the_others(graded, student):
    result = graded.results[student]
    assert (result.status, result.points) == ("graded", GOOD[student])
    assert result.points == graded.before[student].points
    assert graded.rows[student] == graded.rows_before[student]


def test_grades_of_earlier_are_untouched(graded):
    assert graded.rows["earlier"] == graded.rows_before["earlier"]
    assert sum(auto for _, auto, *_ in graded.rows["earlier"]) == 11


def test_gradebook_says_what_the_results_say(graded):
    for student, result in graded.results.items():
        if student == "earlier" or result.score is None:
            continue
        assert sum(auto for _, auto, *_ in graded.rows[student]) == result.score
        assert {manual for _, _, manual, *_ in graded.rows[student]} == {None}
        assert sum(most for *_, most in graded.rows[student]) == 11
    assert graded.rows.keys() <= {*ROWS, *GOOD, "earlier"}


def test_everything_was_contained_by_this_mechanism(graded):
    used = {one.isolation for one in graded.results.values() if one.isolation}
    assert used == {graded.mechanism}


def test_files_change_only_where_grading_writes(graded):
    before, after = graded.files_before, graded.files
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    ours = (
        *("course/autograded", "course/reports/", "course/gradebook.db", "course/.locks"),
        *("tmp/dask-scratch-space", "tmp/pymp-"),
    )
    assert {name for name in changed if not name.startswith(ours)} == set()
    allowed = {*ROWS, *GOOD, "earlier"}
    autograded = {name.split("/")[2] for name in after if name.startswith("course/autograded/")}
    assert autograded <= allowed


def test_no_link_is_followed(graded):
    secret = graded.files["course/source/01_tiny/01_tiny.ipynb"].split()[0]
    gradebook = b"SQLite format 3"
    for path in graded.course.root.glob("autograded/*/**/*"):
        if path.is_file():
            content = path.read_bytes()
            assert not content.startswith(gradebook), path
        digest = graded.files[path.relative_to(graded.world.folder).as_posix()].split()[0]
        assert digest != secret, path


def test_nothing_outside_carries_the_token(graded):
    assert graded.world.traces() == []
    assert graded.world.system_v() == []


def test_nobody_was_reached(graded):
    assert graded.heard == []


def test_no_process_is_left(graded):
    assert graded.processes == {}
    assert graded.world.bystander.poll() is None


def test_no_temporary_folder_is_left(graded):
    assert [path.name for path in graded.world.temporary.glob("course-*")] == []


def test_secrets_are_in_no_output(graded):
    for student in graded.results:
        if graded.course.autograded(student, "01_tiny").exists():
            text = shown(graded, student)
            assert SECRET not in text, student
            for source in SOURCES:
                assert source not in text, student
            theirs = shown(graded, student, tests=False)
            for finding in FINDINGS:
                assert finding not in theirs, student


def test_outputs_stay_small(graded):
    for path in graded.course.root.glob("autograded/*/*/*.ipynb"):
        assert path.stat().st_size < 25 * 2**20, path


# --- what is looked at here would be seen ---------------------------------------------------------


def test_listeners_hear(world):
    assert world.listeners.heard() == []
    for family, kind, address in (
        (socket.AF_INET, socket.SOCK_STREAM, world.listeners.addresses["tcp"]),
        (socket.AF_INET, socket.SOCK_DGRAM, world.listeners.addresses["udp"]),
        (socket.AF_UNIX, socket.SOCK_STREAM, world.listeners.addresses["unix"]),
        (socket.AF_UNIX, socket.SOCK_STREAM, "\0" + world.listeners.addresses["abstract"]),
    ):
        with socket.socket(family, kind) as one:
            one.connect(address)
            one.send(b"x")
    assert world.listeners.heard() == ["tcp", "udp", "unix", "abstract"]


def test_files_and_traces_are_seen(world):
    before = world.files()
    (world.home / "canary.txt").write_text("touched")
    (world.temporary / "course-left").mkdir()
    assert {name for name, what in world.files().items() if before.get(name) != what} == {
        "home/canary.txt",
        "tmp/course-left",
    }
    trace = pathlib.Path("/tmp", f"{world.token}-later")
    trace.touch()
    assert world.traces() == [str(trace)]
    trace.unlink()


def test_a_process_that_hides_is_seen(world):
    known = descendants()
    code = """if True:
        import os, sys
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                print(os.getpid(), flush=True)
                sys.stdin.read()
            os._exit(0)
    """
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as hidden:
        pid = int(hidden.stdout.readline())
        hidden.stdout.close()
        assert pid in {one for one, _ in descendants().keys() - known.keys()}
        hidden.stdin.close()
    os.waitpid(-1, os.WNOHANG)
