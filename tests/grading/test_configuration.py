"""Course directories that an earlier version has made: what they lack is said."""

import pytest
from handed_in import blank_of, hand_in

from grading.configuration import load_config, missing_settings, settings_note
from grading.engine import open_gradebook
from grading.errors import CourseError
from grading.grade import Run, grade

FIRST_VERSION = """\
from pathlib import Path
from grading.stub import CODE_STUB
c = get_config()
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.ClearSolutions.code_stub = {"python": CODE_STUB}
c.GenerateAssignment.preprocessors.append("grading.handing_in.WriteManifest")
c.Autograde.autograde_preprocessors = [
    "grading.execution.CourseExecute",
    "nbgrader.preprocessors.SaveAutoGrades",
]
c.HTMLExporter.sanitize_html = True
"""


def test_a_new_course_directory_lacks_nothing(course, run):
    assert missing_settings(course) == {}
    assert settings_note(course) == ""
    with course.config_path.open("a") as stream:
        stream.write("c.CourseExecute.timeout = 5\nc.StudentRelease.branch = 'next'\n")
    status, printed = run("check", "nothing.ipynb", "--no-run", "--course", course.root)
    assert (status, "lacks" in printed) == (1, False)


def test_what_an_old_one_lacks_is_named(course):
    course.config_path.write_text(FIRST_VERSION)
    assert missing_settings(course) == {
        "GenerateAssignment": ["preprocessors"],
        "Autograde": ["sanitize_preprocessors", "autograde_preprocessors"],
        "GenerateFeedback": ["exporter_class", "preprocessors"],
        "HTMLExporter": [
            "preprocessors",
            "template_name",
            "extra_template_basedirs",
            "extra_template_paths",
            "filters",
        ],
    }
    note = settings_note(course)
    assert "c.GenerateFeedback.exporter_class, c.GenerateFeedback.preprocessors: without," in note
    assert note.endswith("templates/nbgrader_config.py.")


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("c.HTMLExporter.filters.pop('clean_html')", {"HTMLExporter": ["filters"]}),
        ("c.HTMLExporter.template_name = 'formgrade'", {"HTMLExporter": ["template_name"]}),
        ("c.HTMLExporter.sanitize_html = False", {"HTMLExporter": ["sanitize_html"]}),
        ("del c.GenerateFeedback", {"GenerateFeedback": ["exporter_class", "preprocessors"]}),
        (
            "c.Autograde.sanitize_preprocessors.remove('grading.preprocessors.RepairCells')",
            {"Autograde": ["sanitize_preprocessors"]},
        ),
    ],
)
def test_one_setting_that_is_not_there_is_found(course, line, lacks):
    with course.config_path.open("a") as stream:
        stream.write(f"{line}\n")
    assert missing_settings(course) == lacks


@pytest.mark.parametrize(
    "command",
    [
        "release 01",
        "grade 01",
        "collect submitted --chapter 01",
        "feedback 01",
        "export 01",
        "statistics 01",
        "check nothing.ipynb --no-run",
        "init .",
    ],
)
def test_every_command_says_so(course, run, monkeypatch, command):
    monkeypatch.chdir(course.root)
    course.config_path.write_text(FIRST_VERSION)
    _, printed = run(*command.split())
    assert "nbgrader_config.py lacks settings of this version" in printed
    assert "c.HTMLExporter.filters: without, the formgrader lets run or loads" in printed


def test_nothing_is_graded_where_nbgrader_would_run_it(course):
    course.config_path.write_text(FIRST_VERSION)
    hand_in(course, "ann", blank_of(course))
    with pytest.raises(
        CourseError, match=r"does not name .grading.preprocessors.CourseExecute. in"
    ):
        grade(course, "01_tiny", run=Run(unsafe=True))
    assert not course.autograded("ann", "01_tiny").exists()
    with open_gradebook(course) as gradebook:
        assert gradebook.students == []


@pytest.mark.parametrize(
    ("text", "said"),
    [("c = get_config(", "SyntaxError"), ("import nothing_of_this_name", "ModuleNotFoundError")],
)
def test_a_configuration_with_an_error_is_named(course, run, text, said):
    course.config_path.write_text(text)
    status, printed = run("grade", "01", "--course", course.root)
    assert status == 1
    assert f"error: {course.config_path}: {said}" in printed


def test_a_configuration_is_read_again_when_it_has_changed_only(course):
    first = load_config(course)
    first.CourseDirectory.course_id = "changed by a command"
    assert load_config(course).CourseDirectory.course_id != "changed by a command"
    course.config_path.write_text(
        course.config_path.read_text() + "\nc.CourseDirectory.course_id = 'edited'\n"
    )
    assert load_config(course).CourseDirectory.course_id == "edited"
