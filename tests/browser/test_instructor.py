"""An instructor grades by hand in the formgrader, in JupyterLab."""

import subprocess
import sys
from urllib.parse import urlsplit

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell
from playwright.sync_api import expect

from grading.course_directory import Course
from grading.engine import open_gradebook

CHAPTER = "01_universal_approximation"
MANUAL = {
    "grade": True,
    "grade_id": "explain",
    "locked": False,
    "points": 4,
    "schema_version": 3,
    "solution": True,
    "task": False,
}
WIDTH = """\
def shallow_network(X, W, b, alpha, g):
    return g(X @ W + b) @ alpha
"""


def hand_in(course: Course, student: str, **answers: str) -> None:
    """Hand in the release with these cells changed."""
    notebook = nbformat.read(course.release(CHAPTER) / f"{CHAPTER}.ipynb", as_version=4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(name, cell.source)
    path = course.submission(student, CHAPTER)
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def course(jupyter) -> Course:
    """A graded class of two, in a chapter with one question that only a person can mark."""

    def run(*arguments: str) -> None:
        command = [sys.executable, "-m", "grading.cli", *arguments]
        done = subprocess.run(command, cwd=jupyter.root, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

    run("init", ".")
    course = Course(jupyter.root)
    path = course.source(CHAPTER)
    source = nbformat.read(path, as_version=4)
    question = new_markdown_cell("Because it bends.", metadata={"nbgrader": MANUAL})
    source.cells.append(question)
    nbformat.write(source, path)
    run("release", "01")
    hand_in(course, "ada", shallow_network=WIDTH, explain="A kink cannot be a sum of powers.")
    hand_in(course, "kurt", explain="No idea.")
    run("grade", "01", "--unsafe")
    return course


def test_a_manual_cell_is_graded_and_the_total_changes(course, jupyter, page, tmp_path):
    """Without a network: the formgrader asks nobody else for anything, and its script is ready."""
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url)))
    jupyter.start()
    page.goto(jupyter.url("lab"))
    page.get_by_role("menuitem", name="Nbgrader", exact=True).click()
    page.get_by_role("menuitem", name="Formgrader", exact=True).click()
    form = page.frame_locator("iframe[src*='formgrader']")

    # The class: two students, the mean of their scores, and all its chapters.
    form.get_by_role("link", name="Manual Grading").click()
    expect(form.locator("tbody tr")).to_have_count(len(course.chapters()))
    expect(form.locator("tbody tr").filter(has_text=CHAPTER)).to_contain_text("1 / 24")
    form.get_by_role("link", name=CHAPTER).click()
    form.locator("tbody").get_by_role("link", name=CHAPTER).click()
    students = form.locator("tbody tr")  # in an order of their own: names are hidden
    expect(students).to_have_count(2)
    ada, kurt = students.filter(has_text="ada"), students.filter(has_text="kurt")
    expect(ada.locator(".score")).to_have_text("2 / 24")
    expect(kurt.locator(".score")).to_have_text("0 / 24")
    for student in (ada, kurt):
        expect(student.locator(".needs-manual-grade .glyphicon-ok")).to_be_visible()
    page.screenshot(path=tmp_path / "class.png")

    # An answer, and a mark by hand.
    ada.get_by_role("link", name="Submission #").click()
    expect(form.get_by_text("A kink cannot be a sum of powers.")).to_be_visible()
    expect(form.locator("math").first).to_be_visible()
    (frame,) = [one for one in page.frames if "/formgrader/" in one.url]
    frame.wait_for_function(
        "() => formgrader.loaded && document.activeElement.matches('.tabbable')"
    )
    mark = form.locator("#explain")
    expect(mark).to_have_value("")
    with page.expect_response(lambda answer: answer.request.method == "PUT") as saved:
        mark.fill("3")
        mark.press("Tab")
    assert saved.value.ok
    page.screenshot(path=tmp_path / "answer.png")
    assert {one.hostname for one in asked if one.scheme.startswith("http")} == {"127.0.0.1"}

    # Her total has changed, and nobody else's.
    form.get_by_role("link", name=CHAPTER).last.click()
    expect(students).to_have_count(2)
    expect(ada.locator(".score")).to_have_text("5 / 24")
    expect(ada.locator(".written-score")).to_have_text("3 / 4")
    expect(kurt.locator(".score")).to_have_text("0 / 24")
    expect(ada.locator(".needs-manual-grade")).to_be_empty()
    expect(kurt.locator(".needs-manual-grade .glyphicon-ok")).to_be_visible()
    page.screenshot(path=tmp_path / "graded.png")
    with open_gradebook(course) as gradebook:
        assert gradebook.find_submission(CHAPTER, "ada").score == 5
        assert gradebook.find_submission(CHAPTER, "kurt").score == 0
