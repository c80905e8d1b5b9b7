"""What was handed in is placed, all of it is kept, and nothing is overwritten."""

import json
import os
import shutil
from datetime import UTC, datetime

import pytest
from exports import bomb, link, written, zipped
from handed_in import contents

from grading.collecting.archives import Limits
from grading.collecting.collect import collect
from grading.collecting.versions import history, kept, place
from grading.engine import open_gradebook
from grading.errors import CourseError
from grading.grade import Run, grade
from grading.roster import Person, Roster

MOODLE = "{0}_{1}_assignsubmission_file_/{2}"
EARLY, LATER, LAST = ((2026, 3, day, 12, 0, 0) for day in (1, 2, 3))
#: Small enough for tests, large enough for what is handed in.
SMALL = Limits(
    total=2**25,
    file=2**23,
    files=300,
    nested_total=2**22,
    nested_files=50,
    ratio=100,
    ratio_from=2**20,
)


def moodle(*files):
    return [(MOODLE.format(who, number, name), content) for who, number, name, content in files]


def notebook_of(submitted, student):
    return submitted(student)["01_tiny.ipynb"].decode()


def test_moodle(taken, submitted, solved):
    placed, unplaced = taken(
        moodle(
            ("Ana Pérez", 1, "notebook.ipynb", solved()),
            ("Ana Pérez", 1, "data/values.csv", "1,2"),
            ("Bob Roe", 2, "01_tiny.ipynb", solved("of Bob")),
        )
    )
    assert unplaced == {}
    assert {(one.student, one.outcome, one.files) for one in placed.values()} == {
        ("ana_perez", "to be graded", 2),
        ("bob_roe", "to be graded", 1),
    }
    ana = submitted("ana_perez")
    assert ana.keys() == {"01_tiny.ipynb", "data/values.csv", "timestamp.txt"}
    assert ana["01_tiny.ipynb"].decode() == solved()
    local = datetime(*EARLY).astimezone()
    assert placed["ana_perez"].time == local
    utc = local.astimezone(UTC)
    assert ana["timestamp.txt"].decode() == utc.strftime("%Y-%m-%d %H:%M:%S.%f UTC\n")


def test_canvas(taken, submitted, solved):
    placed, unplaced = taken(
        {
            "perezana_12_901_01_tiny-1.ipynb": solved("newer"),
            "perezana_12_900_01_tiny.ipynb": solved("older"),
            "roebob_LATE_13_902_work.ipynb": solved(),
            "deecy_14_text.html": "<p>",
        }
    )
    assert unplaced == {}
    assert notebook_of(submitted, "perezana") == solved("newer")
    assert submitted("perezana")["01_tiny (2).ipynb"].decode() == solved("older")
    assert [one.late for _, one in sorted(placed.items())] == [False, False, True]
    assert placed["deecy"].outcome == "kept, no notebook"
    assert "no notebook" in placed["deecy"].notes[0]


def test_folder_of_ids(taken, submitted, solved, tmp_path):
    folder = tmp_path / "handed-in"
    (folder / "cy").mkdir(parents=True)
    (folder / "ana.ipynb").write_text(solved())
    (folder / "bob_01_tiny.ipynb").write_text(solved("b"))
    (folder / "cy" / "whatever.ipynb").write_text(solved("c"))
    (folder / "01_tiny.ipynb").write_text("whose?")
    before = contents(folder)
    placed, unplaced = taken(folder)
    assert placed.keys() == {"ana", "bob", "cy"}
    assert unplaced.keys() == {"01_tiny.ipynb"}
    assert notebook_of(submitted, "cy") == solved("c")
    assert contents(folder) == before


def test_the_expression_of_nbgraders_zip_collect(taken, course, submitted, solved):
    with course.config_path.open("a") as config:
        config.write(
            "\nc.FileNameCollectorPlugin.named_regexp = "
            r'r".*-(?P<student_id>[a-z]+)-(?P<timestamp>[0-9]+)-(?P<file_id>\w+)"' + "\n"
        )
    placed, unplaced = taken({"hw-ana-20260301-nb.ipynb": solved(), "other.ipynb": "x"})
    assert placed.keys() == {"ana"}
    assert placed["ana"].time.isoformat() == "2026-03-01T00:00:00+00:00"
    assert unplaced.keys() == {"other.ipynb"}


def test_blackboard_attempts_are_versions(taken, submitted, course, solved):
    taken(
        {
            "HW_ana_attempt_2026-03-02-10-00-00_nb.ipynb": solved("second"),
            "HW_ana_attempt_2026-03-01-10-00-00_nb.ipynb": solved("first"),
        }
    )
    assert notebook_of(submitted, "ana") == solved("second")
    assert len(kept(course, "01_tiny", "ana")) == 2


def test_handing_in_twice_keeps_both_and_the_newest_is_graded(taken, submitted, course, solved):
    name = MOODLE.format("Ana", 1, "nb.ipynb")
    taken({name: solved("one")}, time=EARLY)
    placed, _ = taken({name: solved("two")}, time=LATER)
    assert placed["ana"].outcome == "to be graded"
    assert notebook_of(submitted, "ana") == solved("two")
    versions = kept(course, "01_tiny", "ana")
    assert [(one.folder / "files" / "nb.ipynb").read_text() for one in versions] == [
        solved("one"),
        solved("two"),
    ]


def test_an_older_export_changes_nothing_that_is_graded(taken, submitted, course, solved):
    name = MOODLE.format("Ana", 1, "nb.ipynb")
    taken({name: solved("two")}, time=LATER)
    placed, _ = taken({name: solved("one")}, time=EARLY)
    assert placed["ana"].outcome == "kept, not the newest"
    assert notebook_of(submitted, "ana") == solved("two")
    assert len(kept(course, "01_tiny", "ana")) == 2


def test_back_to_the_first_version(taken, submitted, course, solved):
    name = MOODLE.format("Ana", 1, "nb.ipynb")
    for word, time in (("one", EARLY), ("two", LATER), ("one", LAST)):
        taken({name: solved(word)}, time=time)
    assert notebook_of(submitted, "ana") == solved("one")
    assert len(kept(course, "01_tiny", "ana")) == 3


def test_the_same_export_again_changes_nothing(taken, course, solved):
    files = moodle(("Ana", 1, "nb.ipynb", solved()), ("Bob", 2, "x.pdf", "pdf"))
    files.append(("stray.txt", "x"))
    taken(files)
    before = {path: path.stat().st_mtime_ns for path in course.root.rglob("*") if path.is_file()}
    placed, _ = taken(files)
    assert {one.outcome for one in placed.values()} == {"nothing new"}
    after = {path: path.stat().st_mtime_ns for path in course.root.rglob("*") if path.is_file()}
    ours = {path for path in before if "collected" in str(path) or "submitted" in str(path)}
    assert {path: after.get(path) for path in ours} == {path: before[path] for path in ours}
    assert before.keys() == after.keys()


def test_what_was_placed_by_hand_is_kept(taken, submitted, course, solved):
    """Newer than the export: it stays where it is. Older: it is kept, and makes room."""
    path = course.submission("ana", "01_tiny")
    path.parent.mkdir(parents=True)
    path.write_text(solved("by hand"))
    (path.parent / "notes.txt").write_text("mine")
    name = MOODLE.format("Ana", 1, "nb.ipynb")
    taken({name: solved("export")}, time=EARLY)
    assert notebook_of(submitted, "ana") == solved("by hand")
    os.utime(path, (0, 0))
    newer = (2030, 1, 1, 0, 0, 0)
    taken({name: solved("newer")}, time=newer)
    assert notebook_of(submitted, "ana") == solved("newer")
    texts = {
        file.read_text()
        for one in kept(course, "01_tiny", "ana")
        for file in (one.folder / "files").iterdir()
    }
    assert {solved("by hand"), solved("export"), solved("newer"), "mine"} <= texts


def test_a_change_by_hand_after_collecting_is_kept_and_graded(taken, submitted, course, solved):
    name = MOODLE.format("Ana", 1, "nb.ipynb")
    taken({name: solved("one")}, time=EARLY)
    course.submission("ana", "01_tiny").write_text(solved("mended"))
    taken({name: solved("one")}, time=EARLY)
    assert notebook_of(submitted, "ana") == solved("mended")
    taken({name: solved("two")}, time=LATER)
    assert notebook_of(submitted, "ana") == solved("mended")  # its time is now
    assert len(kept(course, "01_tiny", "ana")) == 3


@pytest.mark.parametrize("at", range(6))
def test_interrupted_anywhere_it_goes_on(taken, submitted, course, solved, monkeypatch, at):
    """Each move fails once: afterwards nothing is lost, and the next run finishes."""
    name = MOODLE.format("Ana", 1, "nb.ipynb")
    taken({name: solved("one")}, time=EARLY)
    moves, original = [], type(course.root).rename

    def rename(self, target):
        moves.append(target)
        if len(moves) == at + 1:
            raise KeyboardInterrupt
        return original(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(type(course.root), "rename", rename)
        try:
            taken({name: solved("two")}, time=LATER)
        except KeyboardInterrupt:
            shutil.rmtree(course.root / ".collecting", ignore_errors=True)
    texts = {
        (one.folder / "files" / "nb.ipynb").read_text() for one in kept(course, "01_tiny", "ana")
    }
    assert solved("one") in texts
    taken({name: solved("two")}, time=LATER)
    assert notebook_of(submitted, "ana") == solved("two")
    assert len(kept(course, "01_tiny", "ana")) == 2


def test_nothing_handed_in_is_lost(taken, course, solved):
    """Whatever is in it: the content of every file is below collected/."""
    inner = zipped({"in.ipynb": solved("inner"), "in.csv": "inner data"})
    files = moodle(
        ("Ana", 1, "a.ipynb", solved("a")),
        ("Ana", 1, "A.ipynb", solved("b")),
        ("Ana", 1, "a.ipynb", solved("c")),
        ("Ana", 1, "work.zip", inner),
        ("Ana", 1, "__MACOSX/._a.ipynb", "litter"),
        ("Ana", 1, "timestamp.txt", "1999-01-01"),
        ("Ana", 1, "x" * 400 + ".txt", "long"),
        ("Ana", 1, "con.txt", "device"),
        ("Bob", 2, "01_tiny.ipynb", "{"),
        ("Bob", 2, "empty.ipynb", ""),
    )
    files += [("../../evil.txt", "out"), ("/etc/evil.txt", "absolute"), ("", "no name")]
    taken(files)
    there = {path.read_bytes() for path in (course.root / "collected").rglob("*") if path.is_file()}
    for _, content in files:
        assert (content.encode() if isinstance(content, str) else content) in there
    assert {solved("inner").encode(), b"inner data"} <= there


# --- who is who -----------------------------------------------------------------------------------


def test_a_roster_says_who_is_who(taken, solved, submitted):
    roster = Roster.of([Person("ap7", name="Ana Pérez"), Person("br1", canvas_id="2")])
    placed, unplaced = taken(
        moodle(
            ("Ana Pérez", 1, "nb.ipynb", solved("a")),
            ("Participant", 2, "nb.ipynb", solved("b")),
            ("Zoe Zed", 3, "nb.ipynb", solved("z")),
        ),
        roster,
    )
    assert placed.keys() == {"ap7", "br1"}
    ((name, reason),) = unplaced.items()
    assert name == "Zoe Zed 3/nb.ipynb"
    assert "nobody in the roster is called 'Zoe Zed'" in reason
    assert "kept as collected/unplaced/01_tiny/Zoe Zed 3/nb.ipynb" in reason


def test_the_gradebook_is_a_roster(taken, course, solved):
    with open_gradebook(course) as gradebook:
        gradebook.add_student("ap7", first_name="Ana", last_name="Pérez")
    placed, _ = taken({"perezana_12_345_nb.ipynb": solved()})
    assert placed.keys() == {"ap7"}


def test_two_people_of_one_name(taken, solved):
    files = moodle(("Ana", 1, "nb.ipynb", solved("a")), ("Ana", 2, "nb.ipynb", solved("b")))
    placed, unplaced = taken(files)
    assert placed == {}
    assert "more than one person is called 'ana' (numbers 1, 2)" in next(iter(unplaced.values()))
    placed, _ = taken(
        files, Roster.of([Person("a1", canvas_id="1"), Person("a2", participant="2")])
    )
    assert placed.keys() == {"a1", "a2"}


def test_ids_that_differ_in_case(taken, solved, course):
    placed, unplaced = taken({"ana.ipynb": solved("a"), "Ana.ipynb": solved("b"), "bob.ipynb": "x"})
    assert placed.keys() == {"bob"}
    assert len(unplaced) == 2
    assert "Ana and ana differ only in case" in next(iter(unplaced.values()))
    placed, unplaced = taken({"BOB.ipynb": solved()})
    assert placed == {}
    assert "BOB and bob" in next(iter(unplaced.values()))


# --- which notebook -------------------------------------------------------------------------------


def test_the_notebook_is_found_by_its_content(taken, submitted, solved):
    other = solved().replace('"chapter": "01_tiny"', '"chapter": "02_other"')
    other = other.replace('"grade_id": "', '"grade_id": "other_')
    placed, _ = taken(
        moodle(
            ("Ana", 1, "a.ipynb", '{"nbformat": 4}'),
            ("Ana", 1, "mine.ipynb", solved()),
            ("Ana", 1, "z.ipynb", other),
            ("Bob", 2, "homework.ipynb.txt", solved("as text")),
            ("Cy", 3, "only.ipynb", other),
        )
    )
    assert notebook_of(submitted, "ana") == solved()
    assert notebook_of(submitted, "bob") == solved("as text")
    assert submitted("cy").keys() == {"only.ipynb", "timestamp.txt"}
    assert "'only.ipynb' is a notebook of another chapter" in placed["cy"].notes
    assert "a notebook by its content" in placed["bob"].notes[0]


@pytest.mark.xdist_group("graded")
def test_from_the_export_to_the_gradebook(taken, submitted, course, solved):
    """What is no notebook is kept, reported and unreadable; nbgrader knows when all was made."""
    with open_gradebook(course) as gradebook:
        gradebook.find_assignment("01_tiny").duedate = datetime(2026, 2, 28)
        gradebook.db.commit()
    files = moodle(
        ("Ana", 1, "01_tiny.ipynb", ""),
        ("Bob", 2, "01_tiny.ipynb", "not JSON"),
        ("Cy", 3, "01_tiny.ipynb", b"\xff\xfe\x00"),
        ("Dan", 4, "report.pdf", "pdf"),
        ("Eve", 5, "01_tiny.ipynb", solved()),
    )
    placed, unplaced = taken(files)
    assert unplaced == {}
    for student in ("ana", "bob", "cy"):
        assert "cannot be read" in placed[student].notes[0]
    results = {one.student: str(one.status) for one in grade(course, "01_tiny", run=Run(workers=2))}
    assert results == {
        "ana": "unreadable",
        "bob": "unreadable",
        "cy": "unreadable",
        "dan": "missing",
        "eve": "graded",
    }
    with open_gradebook(course) as gradebook:
        assert gradebook.find_submission("01_tiny", "eve").total_seconds_late > 24 * 3600


def test_a_broken_version_after_a_good_one(taken, submitted, course, solved):
    """The newest is graded, and the good one is still there."""
    name = MOODLE.format("Ana", 1, "01_tiny.ipynb")
    taken({name: solved()}, time=EARLY)
    taken({name: "{"}, time=LATER)
    assert notebook_of(submitted, "ana") == "{"
    assert len(kept(course, "01_tiny", "ana")) == 2
    taken({MOODLE.format("Ana", 1, "later.pdf"): "pdf"}, time=LAST)
    assert notebook_of(submitted, "ana") == "{"  # a version without a notebook takes no place


def test_a_time_that_a_student_hands_in_is_not_believed(taken, submitted, solved):
    _placed, _ = taken(
        moodle(
            ("Ana", 1, "nb.ipynb", solved()),
            ("Ana", 1, "timestamp.txt", "1999-01-01 00:00:00 UTC"),
            ("Ana", 1, "Timestamp.TXT", "1999-01-01 00:00:00 UTC"),
        )
    )
    files = submitted("ana")
    assert files["timestamp.txt"].startswith(b"2026-03-01")
    assert {name for name in files if files[name].startswith(b"1999")} == {
        "timestamp (2).txt",
        "Timestamp (2) (2).TXT",
    }


# --- zips that mean harm --------------------------------------------------------------------------


def test_names_that_lead_elsewhere(taken, course, solved):
    outside = set(course.root.parent.iterdir())
    placed, unplaced = taken(
        [
            *moodle(("Ana", 1, "../../../up.ipynb", solved()), ("Ana", 1, "/abs.txt", "x")),
            ("../Bob_2_assignsubmission_file_/nb.ipynb", solved()),
            ("../../evil.ipynb", solved()),
            ("/etc/cron.d/evil", "x"),
            ("C:\\evil.txt", "x"),
        ]
    )
    assert placed.keys() == {"ana", "bob"}
    assert unplaced.keys() == {"../../evil.ipynb", "/etc/cron.d/evil", "C:\\evil.txt"}
    assert set(course.root.parent.iterdir()) - outside == {course.root.parent / "export.zip"}
    places = {path.name for path in course.root.iterdir()}
    assert places - {".locks", "collected", "reports"} == {
        "gradebook.db",
        "nbgrader_config.py",
        "release",
        "source",
        "submitted",
    }


@pytest.mark.parametrize("student", ["..", ".", "...", "-", "a/../..", "\x00"])
def test_students_that_lead_elsewhere(taken, course, solved, student):
    taken({MOODLE.format(student, 1, "nb.ipynb"): solved(), f"{student}/x.ipynb": solved()})
    assert {path.name for path in course.submitted.iterdir()} <= {"a"}
    assert {path.name for path in (course.root / "collected").iterdir()} <= {"01_tiny", "unplaced"}


def test_links(taken, submitted, solved):
    files = [(link(MOODLE.format("Ana", 1, "secret.csv")), "/etc/passwd")]
    _placed, unplaced = taken([*files, *moodle(("Ana", 1, "nb.ipynb", solved()))])
    assert submitted("ana").keys() == {"01_tiny.ipynb", "timestamp.txt"}
    assert "link" in unplaced[MOODLE.format("Ana", 1, "secret.csv")]


def test_a_bomb_costs_nobody_else_anything(taken, submitted, solved):
    placed, unplaced = taken(
        moodle(
            ("Ana", 1, "nb.ipynb", solved()),
            ("Ana", 1, "zeros.bin", bytes(2**23 + 1)),
            ("Bob", 2, "nb.ipynb", solved("b")),
            ("Bob", 2, "work.zip", bomb(3)),
            ("Cy", 3, "work.zip", zipped({f"{n}.bin": bytes(2**20) for n in range(8)})),
            ("Dan", 4, "work.zip", zipped({f"{n}": "x" for n in range(100)})),
            ("Eve", 5, "work.zip", zipped({"nb.ipynb": solved("e")})),
        ),
        limits=SMALL,
    )
    assert "times its packed size" in unplaced[MOODLE.format("Ana", 1, "zeros.bin")]
    assert notebook_of(submitted, "ana") == solved()
    assert notebook_of(submitted, "bob") == solved("b")
    assert notebook_of(submitted, "eve") == solved("e")
    assert "times its packed size" in placed["bob"].notes[0]
    assert "too many bytes" in placed["cy"].notes[0]
    assert "too many files" in placed["dan"].notes[0]
    for student in ("bob", "cy", "dan"):
        assert "work.zip" in submitted(student)


def test_a_bomb_that_is_the_export(taken, course, tmp_path):
    path = written(tmp_path, zipped({f"{n}.bin": bytes(2**20) for n in range(40)}))
    with pytest.raises(CourseError, match=r"too many bytes.*Nothing was placed"):
        taken(path, limits=SMALL)
    assert not (course.root / "collected").exists()
    assert list(course.submitted.iterdir()) == []
    assert not (course.root / ".collecting").exists()


def test_zips_in_zips(taken, submitted, solved):
    deep = solved("deep")
    content = zipped({"nb.ipynb": deep, "d.csv": "1"})
    for level in range(2):
        content = zipped({f"level{level}.zip": content})
    too_deep = zipped({"nb.ipynb": deep})
    for _ in range(6):
        too_deep = zipped({"again.zip": too_deep})
    placed, _ = taken(moodle(("Ana", 1, "work.zip", content), ("Bob", 2, "work.zip", too_deep)))
    assert notebook_of(submitted, "ana") == deep
    assert submitted("ana").keys() == {"01_tiny.ipynb", "d.csv", "timestamp.txt"}
    assert "too deep" in placed["bob"].notes[0]


def test_a_zip_with_everything_wrong(taken, submitted, solved):
    inner = zipped(
        [
            ("../../../../up.ipynb", solved()),
            (link("link"), "/etc/passwd"),
            ("a/b.txt", "1"),
            ("A/B.txt", "2"),
            ("a", "a file and a folder"),
            ("aux.csv", "3"),
            ("y" * 300 + "/" + "z" * 300 + ".csv", "4"),
        ]
    )
    placed, _ = taken(moodle(("Ana", 1, "w.zip", inner)))
    files = submitted("ana")
    assert files.pop("w.zip") == inner  # it was not unpacked as a whole
    assert notebook_of(submitted, "ana") == solved()
    assert {b"1", b"2", b"3", b"4", b"a file and a folder"} <= set(files.values())
    assert len({name.casefold() for name in files}) == len(files)
    assert all(len(part.encode()) <= 255 for name in files for part in name.split("/"))
    assert "'link' in 'w.zip' is not unpacked" in placed["ana"].notes[0]


def test_names_that_clash(taken, submitted, course, solved):
    _placed, _ = taken(
        moodle(
            ("Ana", 1, "01_tiny.ipynb", solved("first")),
            ("Ana", 1, "01_TINY.ipynb", solved("second")),
            ("Ana", 1, "Data.csv", "1"),
            ("Ana", 1, "data.csv", "2"),
            ("Ana", 1, "data.csv", "3"),
            ("Ana", 1, "e\u0301.txt", "4"),
            ("Ana", 1, "\u00e9.txt", "5"),
        )
    )
    files = submitted("ana")
    assert {"Data.csv", "data (2).csv", "data (3).csv"} <= files.keys()
    assert {b"1", b"2", b"3", b"4", b"5"} <= set(files.values())
    notebooks = {files[name].decode() for name in files if name.endswith(".ipynb")}
    assert notebooks == {solved("first"), solved("second")}
    assert len({name.casefold() for name in files}) == len(files) == 8


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip", zipped({"a": "b"})[:-9]])
def test_an_export_that_is_no_zip(taken, content):
    with pytest.raises(CourseError, match=r"export\.zip cannot be unpacked"):
        taken(content)


def test_an_export_that_is_not_there(course, tmp_path):
    with pytest.raises(CourseError, match="There is no"):
        collect(course, "01_tiny", tmp_path / "none.zip")


def test_an_export_in_an_export(taken, solved):
    group = zipped(moodle(("Ana", 1, "nb.ipynb", solved())))
    placed, _unplaced = taken({"group A.zip": group, "group B.zip": zipped({"x": "y"})})
    assert placed.keys() == {"ana"} or "group A" in placed


def test_a_file_where_the_folder_should_be(taken, submitted, course, solved):
    folder = course.submission("ana", "01_tiny").parent
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    taken(moodle(("Ana", 1, "nb.ipynb", solved())))
    assert notebook_of(submitted, "ana") == solved()
    assert "in the way" in {
        path.read_text() for path in (course.root / "collected").rglob("*") if path.is_file()
    }


def test_records(taken, course, solved):
    taken(moodle(("Ana Pérez", 1, "nb.ipynb", solved()), ("Ana Pérez", 1, "é/d.csv", "1")))
    (version,) = kept(course, "01_tiny", "ana_perez")
    record = json.loads((version.folder / "version.json").read_text())
    assert record["source"] == "export.zip: Ana Pérez 1"
    assert record["notebook"] == "nb.ipynb"
    assert {one["was"] for one in record["files"].values()} == {"nb.ipynb", "é/d.csv"}
    shutil.rmtree(course.submitted / "ana_perez")
    assert place(course, "01_tiny", "ana_perez") is not None
    (history(course, "01_tiny", "ana_perez") / "placed.json").write_text("{")
    place(course, "01_tiny", "ana_perez")
    assert len(kept(course, "01_tiny", "ana_perez")) <= 2
