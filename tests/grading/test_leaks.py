"""Whatever a release gives away is found; a clean release is published."""

import json

import nbformat
import pytest
from handed_in import blank_of, cell_called, contents, read
from nbformat.v4 import new_code_cell, new_markdown_cell

from course_lib import __version__
from grading.errors import CourseError
from grading.leaks import file_leaks, notebook_leaks, split_lines
from grading.release import LeakError, private_texts, release
from grading.stub import CODE_STUB

SECRET = "return math.fsum(value**2 for value in values)"
FILES = [
    "01_tiny.ipynb",
    "README.md",
    f"course_lib-{__version__}.1-py3-none-any.whl",
    "requirements.txt",
]
HIDDEN = 'assert square(-4) == 16, "a negative number has a positive square"'


@pytest.fixture
def source(course):
    return read(course.source("01_tiny"))


def leaks_in(released, source):
    return [str(leak) for leak in notebook_leaks(released, split_lines(source), "01_tiny.ipynb")]


def test_lines_are_sorted_into_secret_and_public(source):
    lines = split_lines(source)
    assert lines.secret[SECRET] == "a solution (`total_of_squares`)"
    assert lines.secret[HIDDEN] == "a hidden test (`test_square_negative`)"
    assert 'answers["q1"] = "yes"' in lines.secret
    assert "def square(x):" in lines.public
    assert not any("BEGIN" in line for line in lines.secret)
    assert not lines.secret.keys() & lines.public


def test_a_solution_cell_without_a_region_is_secret_as_a_whole(source):
    cell_called(source, "quiz").source = 'answers = {"q1": "yes"}'
    assert 'answers = {"q1": "yes"}' in split_lines(source).secret


BY_HAND = {
    "grade": True,
    "grade_id": "explain",
    "locked": False,
    "points": 4,
    "schema_version": 3,
    "solution": True,
    "task": False,
}


@pytest.mark.parametrize("stub", ["YOUR ANSWER HERE", "Write your answer here.\n\n(Two lines.)"])
@pytest.mark.parametrize("make", [new_markdown_cell, new_code_cell])
def test_a_question_without_an_answer_of_the_instructor(
    course, source, notebooks, answers, stub, make
):
    """What nbgrader puts in place of an answer may be all that the source says, too."""
    text = stub if make is new_markdown_cell else CODE_STUB
    source.cells.append(make(text, metadata={"nbgrader": BY_HAND}))
    nbformat.write(source, course.source("01_tiny"))
    with course.config_path.open("a") as stream:
        stream.write(f"c.ClearSolutions.text_stub = {stub!r}\n")
    release(course, "01_tiny", notebooks, answers)
    assert cell_called(blank_of(course), "explain").source == text


def test_an_answer_of_the_instructor_to_a_question_is_secret(course, source, notebooks, answers):
    answer = "It bends where the slope jumps.\n\nYOUR ANSWER HERE"
    source.cells.append(new_markdown_cell(answer, metadata={"nbgrader": BY_HAND}))
    nbformat.write(source, course.source("01_tiny"))
    release(course, "01_tiny", notebooks, answers)
    assert cell_called(blank_of(course), "explain").source == "YOUR ANSWER HERE"
    source.cells.append(new_markdown_cell("Remember: It bends where the slope jumps."))
    nbformat.write(source, course.source("01_tiny"))
    with pytest.raises(LeakError, match="It bends where the slope jumps"):
        release(course, "01_tiny", notebooks, answers)


def test_clean_release_has_no_leaks(course, source):
    assert leaks_in(blank_of(course), source) == []


def secret_line_left(notebook):
    cell_called(notebook, "halve").source += "\n    return x * 0.5  # exact in binary"


def short_secret_line_left(notebook):
    cell_called(notebook, "quiz").source += '\nanswers["q1"] = "yes"'


def hidden_test_left(notebook):
    cell_called(notebook, "test_square_negative").source += f"\n{HIDDEN}"


def secret_in_prose(notebook):
    notebook.cells[2].source += f"\n\nThe trick is `{SECRET}`, of course."


def secret_in_cell_metadata(notebook):
    notebook.cells[3].metadata["note"] = {"deep": ["inside", f"see {SECRET}"]}


def secret_in_notebook_metadata(notebook):
    notebook.metadata["backup"] = SECRET


def secret_as_a_key(notebook):
    notebook.metadata[SECRET] = 1


def escaped_secret(notebook):
    notebook.metadata["backup"] = json.dumps({"cell": HIDDEN})


def secret_in_attachment(notebook):
    notebook.cells[2]["attachments"] = {"a.txt": {"text/plain": f"x {SECRET} x"}}


def marker_left(notebook):
    cell_called(notebook, "halve").source += "\n    #  begin   Solution"


def hidden_marker_left(notebook):
    notebook.cells[2].source += "\n\n###END HIDDEN TESTS"


def marker_in_metadata(notebook):
    notebook.metadata["x"] = "### BEGIN HIDDEN TESTS"


def output_left(notebook):
    notebook.cells[3].outputs = [nbformat.v4.new_output("stream", text="6.0")]


def count_left(notebook):
    notebook.cells[3].execution_count = 1


PLACES = [
    (secret_line_left, "cell 11, line 4: a line of a solution (`halve`): return x * 0.5"),
    (short_secret_line_left, "a line of a solution (`quiz`)"),
    (hidden_test_left, "a line of a hidden test (`test_square_negative`)"),
    (secret_in_prose, "cell 3, line 5: a line of a solution (`total_of_squares`)"),
    (secret_in_cell_metadata, "cell 4: a line of a solution (`total_of_squares`)"),
    (secret_in_notebook_metadata, "in the notebook's metadata: a line of a solution"),
    (secret_as_a_key, "in the notebook's metadata: a line of a solution"),
    (escaped_secret, "in the notebook's metadata: a line of a hidden test"),
    (secret_in_attachment, "cell 3: a line of a solution"),
    (marker_left, "cell 11, line 4: a marker is left: #  begin   Solution"),
    (hidden_marker_left, "a marker is left: ###END HIDDEN TESTS"),
    (marker_in_metadata, "in the notebook's metadata: a marker is left"),
    (output_left, "cell 4: it has outputs"),
    (count_left, "cell 4: it has an execution count"),
]


@pytest.mark.parametrize(("fault", "message"), PLACES)
def test_planted_leak_is_found(course, source, fault, message):
    released = blank_of(course)
    fault(released)
    leaks = leaks_in(released, source)
    assert any(message in leak for leak in leaks), leaks
    assert all(leak.startswith("01_tiny.ipynb") for leak in leaks)


@pytest.mark.parametrize(
    ("line", "excused"),
    [
        ("x = 1", True),
        ("import numpy as np", True),
        ("from numpy.linalg import lstsq", True),
        ("# a comment that is rather long", True),
        ("checks.assert_close(", True),
        ("with checks.assert_no_warnings():", True),
        ('with open("solution.txt"):', False),
        ("checks.assert_close(y, expected)", False),
        ("value = compute(everything)", False),
    ],
)
def test_a_public_line_is_excused_only_if_it_says_nothing(course, source, line, excused):
    released = blank_of(course)
    cell_called(source, "halve").source = f"### BEGIN SOLUTION\n{line}\n### END SOLUTION"
    for notebook in (source, released):
        notebook.cells[1].source += f"\n{line}"
    assert (leaks_in(released, source) == []) == excused
    source.cells[1].source = ""
    assert leaks_in(released, source) != [], "it is not public any more"


def test_release_is_published(course, notebooks, answers):
    assert contents(course.release("01_tiny")).keys() == set(FILES)
    files, secrets = release(course, "01_tiny", notebooks, answers)
    assert (files, secrets) == (FILES, 13)
    released = blank_of(course)
    assert "raise NotImplementedError" in cell_called(released, "square").source
    assert "# your code here" in cell_called(released, "square").source


def plant_source(folder, notebooks, answers):
    (folder / "notes.txt").write_text((notebooks / "01_tiny.md").read_text())


def plant_answer(folder, notebooks, answers):
    answer = (answers / "01_tiny" / "total" / "right_sum.py").read_text()
    (folder / "helpers.py").write_text(f"import math\n\n{answer}\n\nprint(1)\n")


def plant_nbgrader_source(folder, notebooks, answers):
    (folder / "copy.txt").write_text((notebooks / "01_tiny.ipynb").read_text())


def plant_solution_line(folder, notebooks, answers):
    (folder / "helpers.py").write_text(f"def f(values):\n    {SECRET}\n")


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (plant_source, "notes.txt: it contains "),
        (plant_answer, "helpers.py: it contains total/right_sum.py"),
        (plant_nbgrader_source, "copy.txt, line "),
        (plant_solution_line, "helpers.py, line 2: a line of a solution (`total_of_squares`)"),
    ],
)
def test_file_that_leaks_leaves_no_release(course, notebooks, answers, fault, message):
    fault(course.source("01_tiny").parent, notebooks, answers)
    with pytest.raises(LeakError) as caught:
        release(course, "01_tiny", notebooks, answers)
    assert message in str(caught.value)
    assert not course.release("01_tiny").exists()
    assert {path.name for path in course.root.glob(".*")} <= {".locks"}


def test_harmless_file_of_the_source_folder_is_released(course, notebooks, answers):
    (course.source("01_tiny").parent / "data.csv").write_text("x,y\n1,2\n")
    files, _ = release(course, "01_tiny", notebooks, answers)
    assert files == sorted([*FILES, "data.csv"])


def test_file_that_is_not_in_the_source_folder(course, source, notebooks, answers):
    folder = course.release("01_tiny")
    (folder / "old.txt").write_text("left over")
    (folder / "other.ipynb").write_text("{}")
    leaks = file_leaks(
        folder,
        folder / "01_tiny.ipynb",
        course.source("01_tiny").parent,
        split_lines(source),
        private_texts("01_tiny", notebooks, answers),
        made=FILES,
    )
    assert [str(leak) for leak in leaks] == [
        "old.txt: this file is not part of the release",
        "other.ipynb: this file is not part of the release",
    ]


def test_public_solution_line_stops_the_release(course, notebooks, answers):
    path = course.source("01_tiny")
    source = read(path)
    source.cells[0].source += f"\n\n    {SECRET}"
    nbformat.write(source, path)
    with pytest.raises(LeakError, match="cell 3, line 5: a line of a solution"):
        release(course, "01_tiny", notebooks, answers)
    assert not course.release("01_tiny").exists()


def test_a_release_that_nbgrader_cannot_make_leaves_the_earlier_one(course, notebooks, answers):
    path = course.source("01_tiny")
    source = read(path)
    cell_called(source, "halve").source = "### BEGIN SOLUTION\nreturn 1"
    nbformat.write(source, path)
    before = contents(course.release("01_tiny"))
    with pytest.raises(CourseError, match="no end solution statement found"):
        release(course, "01_tiny", notebooks, answers)
    assert contents(course.release("01_tiny")) == before
