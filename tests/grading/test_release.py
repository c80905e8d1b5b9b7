"""A release is a folder that can be published as it is."""

import re
import shutil
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import nbformat
import pytest
from handed_in import blank_of, contents, hand_in, read
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grading import publish
from grading.chapters import chapter_names, load_chapter
from grading.configuration import load_config
from grading.errors import CourseError
from grading.findings import title_of
from grading.grade import Run, grade
from grading.publish import StudentRelease, facts_of
from grading.release import LeakError, release
from grading.requirements import ALWAYS, NAMES, VERSIONS, requirements
from grading.staging.library import installed, read_library, staged


def configure(course, **settings):
    """Set traits of StudentRelease in a course's configuration."""
    lines = "".join(f"c.StudentRelease.{name} = {value!r}\n" for name, value in settings.items())
    with course.config_path.open("a") as stream:
        stream.write(lines)


def test_the_notebook_begins_with_a_header_and_the_install_cell(course):
    header, install, first = blank_of(course).cells[:3]
    assert header.source.startswith("**A tiny chapter** · 4 exercises and a quiz · 11 points")
    assert "Open in Colab" not in header.source
    for word in ("# your code here", "Check.", "Hand in** `01_tiny.ipynb`,", "Restart Kernel"):
        assert word in header.source
    assert '"google.colab" in sys.modules' in install.source
    assert "upload course_lib-" in install.source
    assert first.source.startswith("# A tiny chapter")


def test_one_configuration_file_says_where_it_is_published(course, notebooks, answers):
    configure(
        course, repository="ada/nets", branch="2027", folder="/wk/", hand_in="in Moodle by Sunday"
    )
    release(course, "01_tiny", notebooks, answers)
    badge = "https://colab.research.google.com/github/ada/nets/blob/2027/wk/01_tiny/01_tiny.ipynb"
    header, install = blank_of(course).cells[:2]
    (wheel,) = course.release("01_tiny").glob("*.whl")
    assert f"({badge})\n\n**A tiny" in header.source
    assert "**Hand in** `01_tiny.ipynb` in Moodle by Sunday, under this name" in header.source
    assert (
        f'"https://raw.githubusercontent.com/ada/nets/2027/wk/01_tiny/{wheel.name}"'
        in install.source
    )
    readme = (course.release("01_tiny") / "README.md").read_text()
    assert badge in readme
    assert f"`{wheel.name}`" in readme
    assert not re.search(r"\$\w", readme + header.source + install.source)
    index = (course.root / "release" / "README.md").read_text()
    assert (
        f"| [A tiny chapter](01_tiny/01_tiny.ipynb) | [![Open in Colab]({publish.BADGE})" in index
    )


def test_another_address_needs_no_repository(course):
    configure(course, address="https://example.edu/nets/")
    settings = StudentRelease(config=load_config(course))
    assert settings.web("01_tiny", "a b.whl") == "https://example.edu/nets/01_tiny/a%20b.whl"
    assert settings.badge("01_tiny") == ""


@pytest.mark.parametrize(
    ("setting", "value"), [("repository", "https://github.com/a/b"), ("address", "example.edu")]
)
def test_a_setting_that_cannot_be_is_named(course, notebooks, answers, setting, value):
    configure(course, **{setting: value})
    with pytest.raises(CourseError, match=rf"StudentRelease\.{setting} must .* Received: "):
        release(course, "01_tiny", notebooks, answers)


def test_releasing_twice_gives_the_same_bytes(course, notebooks, answers):
    before = contents(course.root / "release")
    release(course, "01_tiny", notebooks, answers)
    assert contents(course.root / "release") == before
    shutil.rmtree(course.root / "release")
    release(course, "01_tiny", notebooks, answers)
    assert contents(course.root / "release") == before


def test_a_readme_of_ones_own_is_kept(course, notebooks, answers):
    (course.source("01_tiny").parent / "README.md").write_text("Mine.\n")
    (course.root / "release" / "README.md").write_text("Also mine.\n")
    release(course, "01_tiny", notebooks, answers)
    assert (course.release("01_tiny") / "README.md").read_text() == "Mine.\n"
    assert (course.root / "release" / "README.md").read_text() == "Also mine.\n"


def test_links_to_other_chapters_work_in_the_released_folders(course, notebooks, answers):
    source = read(course.source("01_tiny"))
    source.cells[0].source += "\n\nSee [2](02_next.ipynb), [3](03_x.ipynb#a), [w](https://a/04_x)"
    nbformat.write(source, course.source("01_tiny"))
    release(course, "01_tiny", notebooks, answers)
    assert (
        blank_of(course)
        .cells[2]
        .source.endswith(
            "See [2](../02_next/02_next.ipynb), [3](../03_x/03_x.ipynb#a), [w](https://a/04_x)"
        )
    )


def test_a_wheel_with_a_reference_is_not_released(course, notebooks, answers, monkeypatch):
    monkeypatch.setattr(publish, "staged", lambda chapter: read_library())
    with pytest.raises(LeakError, match=r"whl: course_lib/approximation\.py, line \d+: the refer"):
        release(course, "01_tiny", notebooks, answers)
    assert not course.release("01_tiny").exists()


def test_a_wheel_with_a_line_of_the_chapters_own_is_not_released(
    course, notebooks, answers, monkeypatch
):
    def careless(chapter):
        files = staged(chapter)
        files["course_lib/checks.py"] += b"\n# math.fsum(value**2 for value in values)\n"
        files["course_lib/checks.py"] += b"# return math.fsum(value**2 for value in values)\n"
        return files

    monkeypatch.setattr(publish, "staged", careless)
    with pytest.raises(LeakError, match=r"checks\.py, line \d+: a line of a solution \(`total_of"):
        release(course, "01_tiny", notebooks, answers)
    assert not course.release("01_tiny").exists()


def test_a_configuration_without_the_student_release_is_refused(course, notebooks, answers):
    text = course.config_path.read_text().replace('"grading.publish.StudentRelease",', "")
    course.config_path.write_text(text)
    before = contents(course.root / "release")
    with pytest.raises(CourseError, match=r"must end with .grading\.publish\.StudentRelease"):
        release(course, "01_tiny", notebooks, answers)
    assert contents(course.root / "release") == before


@pytest.mark.slow
def test_plain_nbgrader_makes_the_same_release(course):
    before = contents(course.root / "release")
    shutil.rmtree(course.release("01_tiny"))
    program = Path(sys.executable).with_name("nbgrader")
    command = [program, "generate_assignment", "01_tiny", "--force"]
    subprocess.run(command, cwd=course.root, check=True, capture_output=True)
    assert contents(course.root / "release") == before


@pytest.mark.parametrize("name", chapter_names())
def test_every_chapter_says_what_the_header_needs(name):
    notebook = load_chapter(name).notebook
    assert title_of(notebook, name) != name
    time, exercises, points = facts_of(notebook)
    assert re.search(r"\bhours?$", time)
    assert re.fullmatch(r"\d+ exercises and a quiz", exercises)
    assert points == "20 points"
    assert set(ALWAYS) <= set(requirements(notebook))


def test_requirements_follow_the_imports():
    cells = [new_code_cell("%matplotlib inline\nimport json, keras.ops\nfrom course_lib import x")]
    cells += [new_code_cell("x.load_mnist('5k')"), new_markdown_cell("import scipy")]
    needed = requirements(new_notebook(cells=cells))
    assert set(needed) == {*ALWAYS, VERSIONS["keras"], NAMES["load_mnist"]}
    cells.append(new_code_cell("plotting.explore(draw, alt='A line.')"))
    needed = requirements(new_notebook(cells=cells))
    assert set(needed) == {*ALWAYS, VERSIONS["keras"], *NAMES.values()}
    with pytest.raises(CourseError, match="imports scipy: add the versions that work"):
        requirements(new_notebook(cells=[new_code_cell("import scipy.stats")]))


def test_students_get_versions_that_the_project_supports_and_tests(root):
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    known = [*project["dependencies"], *chain.from_iterable(extras)]
    lowest = {one.partition(">=")[0]: one.partition(">=")[2] for one in known if ">=" in one}
    locked = dict(
        re.findall(r"^([\w-]+)==([\d.]+)", (root / "requirements.lock").read_text(), re.M)
    )
    for one in {*ALWAYS, *VERSIONS.values(), *NAMES.values()}:
        name, low, high = re.fullmatch(r"(\w+)>=([\d.]+),<(\d+)", one).groups()
        assert low == lowest[name], f"{name}: pyproject.toml says {lowest[name]}"
        assert int(locked[name].partition(".")[0]) < int(high), f"{name} {locked[name]} is tested"


def test_released_requirements_name_no_index(course):
    (wheel,) = course.release("01_tiny").glob("*.whl")
    lines = (course.release("01_tiny") / "requirements.txt").read_text().splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        f"./{wheel.name}",
        *sorted(ALWAYS),
    ]
    assert not any("://" in line or "index" in line for line in lines)


#: An exercise that the library has a reference for.
CALLING = {
    "square": "from course_lib.approximation import count_linear_pieces\n\n\n"
    "def square(x):\n"
    "    import numpy as np\n"
    "    return x * x * count_linear_pieces(np.arange(3.0), np.zeros(3))",
    "halve": "from course_lib import checks\n\n\ndef halve(x):\n    return x / 2",
}


@pytest.mark.parametrize("separate", [True, False])
def test_calling_a_reference_gets_no_points_and_the_rest_of_the_library_works(
    course, chapter, separate
):
    notebook = blank_of(course)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = CALLING.get(name, cell.source)
    path = hand_in(course, "ann", notebook)
    shutil.copytree(installed(), path.parent / "course_lib")  # no use either
    (result,) = grade(course, "01_tiny", run=Run(separate=separate, cell_timeout=20))
    assert result.points == {
        "square": 0,
        "halve": 2,
        "total": 0,
        "total_of_squares": 0,
        "quiz": 0,
    }


@pytest.mark.slow
def test_plain_nbgrader_grades_with_the_staged_library_too(course):
    notebook = blank_of(course)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = CALLING.get(name, cell.source)
    hand_in(course, "ann", notebook)
    program = Path(sys.executable).with_name("nbgrader")
    command = [program, "autograde", "01_tiny", "--create"]
    subprocess.run(command, cwd=course.root, check=True, capture_output=True)
    executed = read(course.autograded("ann", "01_tiny"))
    said = [
        output.evalue
        for cell in executed.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "test_square"
        for output in cell.outputs
        if output.output_type == "error"
    ]
    assert said == ["you write this in 01_universal_approximation"]
