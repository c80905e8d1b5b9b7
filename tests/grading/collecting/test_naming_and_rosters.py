"""Whose file it is."""

import pytest

from grading.collecting.naming import Owner, owners
from grading.collecting.whose import UnknownPersonError, student_of
from grading.errors import CourseError
from grading.roster import Person, Roster, read_roster


@pytest.mark.parametrize(
    ("name", "label", "number", "inner"),
    [
        ("Ana Pérez_12345_assignsubmission_file_/nb.ipynb", "Ana Pérez", "12345", "nb.ipynb"),
        ("Ana Pérez_12345_assignsubmission_file_/a/nb.ipynb", "Ana Pérez", "12345", "a/nb.ipynb"),
        ("Ana Pérez_12345_assignsubmission_file/nb.ipynb", "Ana Pérez", "12345", "nb.ipynb"),
        ("Ana Pérez_12345_assignsubmission_file_my_nb.ipynb", "Ana Pérez", "12345", "my_nb.ipynb"),
        ("C1-HW 1-77/Ana Pérez_1_assignsubmission_file_/nb.ipynb", "Ana Pérez", "1", "nb.ipynb"),
        ("Ana_1_assignsubmission_onlinetext_/onlinetext.html", "Ana", "1", "onlinetext.html"),
        ("Ana_1_assignsubmission_onlinetext_onlinetext.html", "Ana", "1", "onlinetext.html"),
        ("Participant_9_assignsubmission_file_/nb.ipynb", "Participant", "9", "nb.ipynb"),
        ("perezana_12_345_nb-1.ipynb", "perezana", "12", "nb-1.ipynb"),
        ("submissions/perezana_12_345_my_nb.ipynb", "perezana", "12", "my_nb.ipynb"),
        ("pérezana_12_345_nb.ipynb", "pérezana", "12", "nb.ipynb"),
        ("perezana_12_text.html", "perezana", "12", "text.html"),
        ("anon_x7Yz2_345_nb.ipynb", "anon", "x7Yz2", "nb.ipynb"),
        ("HW 1_aperez_attempt_2026-01-30-15-00-00_nb.ipynb", "aperez", "", "nb.ipynb"),
        ("HW 1_aperez_attempt_2026-01-30-15-00-00.txt", "aperez", "", "about.txt"),
        ("aperez+01_tiny+2026-01-30 15:00:00.123 UTC/nb.ipynb", "aperez", "", "nb.ipynb"),
        ("aperez.ipynb", "aperez", "", "aperez.ipynb"),
        ("s-1.ipynb", "s-1", "", "s-1.ipynb"),
        ("aperez (1).ipynb", "aperez", "", "aperez (1).ipynb"),
        ("01_tiny_aperez.ipynb", "aperez", "", "01_tiny_aperez.ipynb"),
        ("aperez/01_tiny/01_tiny.ipynb", "aperez", "", "01_tiny.ipynb"),
        ("aperez/anything.ipynb", "aperez", "", "anything.ipynb"),
    ],
)
def test_names(name, label, number, inner):
    (owner,) = owners([name], "01_tiny")
    assert (owner.label, owner.number, owner.inner) == (label, number, inner)


@pytest.mark.parametrize("name", ["01_tiny.ipynb", "01_tiny (1).ipynb", "notes.txt", "", "../.."])
def test_names_of_nobody(name):
    assert owners([name], "01_tiny") == [None]


def test_late_and_times():
    late, attempt, exchanged = owners(
        [
            "perezana_LATE_12_345_nb.ipynb",
            "HW_a_attempt_2026-01-30-15-00-00_nb.ipynb",
            "a+b+2026-01-30 15:00:00 +0100/nb.ipynb",
        ],
        "01_tiny",
    )
    assert (late.late, late.label) == (True, "perezana")
    assert attempt.time.astimezone().isoformat()[:19] == "2026-01-30T15:00:00"
    assert exchanged.time.isoformat() == "2026-01-30T14:00:00+00:00"


def test_where_a_system_has_named_files_other_names_are_nobodys():
    known, other = owners(["A B_1_assignsubmission_file_/nb.ipynb", "stray.ipynb"], "01_tiny")
    assert (known.label, other) == ("A B", None)


def test_a_folder_around_everything():
    names = ["hw/ana.ipynb", "hw/bob.ipynb"]
    assert [one.label for one in owners(names, "01_tiny")] == ["ana", "bob"]
    names = ["submitted/ana/01_tiny/01_tiny.ipynb", "submitted/bob/01_tiny/01_tiny.ipynb"]
    assert [one.label for one in owners(names, "01_tiny")] == ["ana", "bob"]
    assert [one.label for one in owners(["ana/01_tiny/a.ipynb"], "01_tiny")] == ["ana"]
    assert [one.label for one in owners(["ana/a.ipynb", "ana/b.csv"], "01_tiny")] == ["ana"] * 2


ANA = {"first_name": "Ana", "last_name": "Pérez", "email": "ana@example.org"}
ROSTER = Roster.of(
    [
        Person("aperez", participant="12345", **ANA),
        Person("aperes", name="Perez, Ana"),
        Person("bob", first_name="Robert", last_name="Roe", canvas_id="77"),
        Person("twin1", name="Al Twin", canvas_id="1"),
        Person("twin2", name="Al Twin", canvas_id="2"),
    ]
)


@pytest.mark.parametrize(
    ("owner", "student"),
    [
        (Owner("Moodle", "anything", "", "12345"), "aperez"),
        (Owner("Moodle", "Ana Pérez", ""), "aperez"),
        (Owner("Moodle", "Ana Perez", ""), "aperes"),
        (Owner("Canvas", "roerobert", ""), "bob"),
        (Owner("Moodle", "Group 3-Robert Roe", ""), "bob"),
        (Owner("Moodle", "bob Robert Roe", ""), "bob"),
        (Owner("", "bob", ""), "bob"),
        (Owner("", "ana@example.org", ""), "aperez"),
        (Owner("Moodle", "Al Twin", "", "2"), "twin2"),
    ],
)
def test_who_is_who(owner, student):
    assert student_of(owner, ROSTER) == student


@pytest.mark.parametrize(
    ("label", "reason"),
    [("Al Twin", "may be twin1 or twin2"), ("Zoe", "nobody"), ("", "nobody"), ("Bob2", "nobody")],
)
def test_who_is_nobody(label, reason):
    with pytest.raises(UnknownPersonError, match=reason):
        student_of(Owner("Moodle", label, "", "999"), ROSTER)


@pytest.mark.parametrize("label", ["..", "", ".hidden", "a/b", "a\\b", "a\0b", "a+b", "x" * 200])
def test_what_cannot_be_an_id(label):
    with pytest.raises(UnknownPersonError, match="cannot be the id"):
        student_of(Owner("", label, ""), Roster())


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [
        ("id,first_name,last_name,email,lms_user_id\naperez,Ana,Pérez,a@x.org,7\n", "x", "7"),
        ("id,first_name,last_name,email\naperez,Ana,Pérez,a@x.org\n", "Ana Pérez", ""),
        ("id;name\naperez;Ana Pérez\n", "Ana Pérez", ""),
        ("Student ID\tFull name\naperez\tAna Pérez\n", "Ana Pérez", ""),
        ("id,student,name\naperez,x,Ana Pérez\n", "Ana Pérez", ""),
        (
            "Identifier,Full name,ID number,Email address,Status,Grade\n"
            "Participant 12345,Ana Pérez,aperez,a@x.org,,\n",
            "Participant",
            "12345",
        ),
        (
            "Student,ID,SIS User ID,SIS Login ID,Section\n"
            '    Points Possible,,,,\n"Pérez, Ana",12,S1,aperez,A\n',
            "perezana",
            "12",
        ),
    ],
)
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_rosters(tmp_path, text, label, number, start):
    path = tmp_path / "roster.csv"
    path.write_text(start + text, encoding="utf-8")
    roster = read_roster(path)
    assert student_of(Owner("Moodle", label, "", number), roster) == "aperez"
    # `course export` finds the ids by looking for them, and reads the same of everyone.
    assert read_roster(path, ["aperez"]) == roster


def test_canvas_second_line_is_nobody(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("Student,ID,SIS Login ID\n    Points Possible,,\naperez,1,\n")
    assert read_roster(path, ["aperez"]).people.keys() == {"aperez"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has no students: .* Its columns: none"),
        (b"first,last\na,b\n", "has no students: .* Its columns: first, last"),
        (b"name,id_number\nA,a\n", "has no students"),
        (b"id,name\na,A\na,B\n", "has 'a' twice"),
        (b"id,name\n../x,A\n", "cannot be the id"),
        (b"id,name\n\xff,A\n", "UTF-8"),
    ],
)
def test_rosters_that_are_none(tmp_path, content, message):
    path = tmp_path / "roster.csv"
    path.write_bytes(content)
    with pytest.raises(CourseError, match=message):
        read_roster(path)
    with pytest.raises(CourseError, match="cannot be read"):
        read_roster(tmp_path / "none.csv")
