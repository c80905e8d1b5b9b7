"""The page that students get back: what it says, and that it needs and runs nothing."""

import re
from html import unescape

import nbgrader.converters
import pytest
from handed_in import answered, blank_of, copy_of, hand_in, reference
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from resources import foreign, policy
from traitlets.config import Config

from grading.chapters import load_chapter
from grading.engine import convert, open_gradebook
from grading.errors import CourseError
from grading.feedback import feedback, graded_students
from grading.feedback_page import FeedbackPage
from grading.feedback_summary import Summary
from grading.findings import LONGEST, Finding, find
from grading.grade import grade
from grading.markdown import LARGEST_PICTURE, picture_from
from grading.mathml import to_mathml
from grading.results import Result, Status, load_results, save_results
from grading.sanitising import clean_html

pytestmark = pytest.mark.xdist_group("graded")

ELSEWHERE = "https://elsewhere.example"

SHOWING = f"""
from IPython.display import HTML, SVG, Javascript, Latex, Markdown, display
display(HTML('<b onclick="x()">table</b><script src="{ELSEWHERE}/a.js"></script>'))
display(HTML('<style>@import url({ELSEWHERE}/a.css); p {{color: red}}</style><p>after</p>'))
display(HTML('<img src="{ELSEWHERE}/a.png" alt="remote"><iframe src="{ELSEWHERE}"></iframe>'))
display(HTML('<p style="background: url({ELSEWHERE}/b.png)">p</p>', metadata={{"isolated": True}}))
display(HTML('<a href="javascript:x()">click</a></div></main></body><base href="{ELSEWHERE}/">'))
display(HTML('<math><mtext><img src="{ELSEWHERE}/c.png"></mtext></math><embed src="{ELSEWHERE}">'))
display(Javascript("document.title = 'changed'"))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script><circle r="3"/></svg>'))
display(Markdown('![remote]({ELSEWHERE}/d.png) and $\\\\sqrt{{2}}$'))
display(Latex(r'$$\\frac{{1}}{{3}}$$'))
"""

WRITTEN = rf"""
# My thoughts
![far]({ELSEWHERE}/e.png) ![near](near.png) ![up](../../gradebook.png)
<img src="{ELSEWHERE}/f.png"> <script>x()</script> [a link]({ELSEWHERE})
Euler: $e^{{i\pi}} = -1$, not $\frac{{$, nor $\text{{<script src="{ELSEWHERE}/g.js"></script>}}$
$$\sum_{{k=1}}^n k = \tfrac12 n(n + 1) \tag{{1}}$$
"""

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6364f8"
    "cf500f0003860180344a4b4b0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def pages(graded_class, tmp_path_factory):
    """A copy of the graded class with its pages, and what writing them said."""
    course, seen = copy_of(graded_class.course, tmp_path_factory.mktemp("pages") / "course"), []
    return course, seen, *feedback(course, "01_tiny", seen.append)


@pytest.fixture
def graded(showing, tmp_path):
    """A private copy of the small class."""
    return copy_of(showing, tmp_path / "graded")


@pytest.fixture(scope="module")
def showing(released_course, tmp_path_factory, notebooks):
    """A small class; one hands in everything that a page should not show as it is."""
    course = copy_of(released_course, tmp_path_factory.mktemp("showing") / "course")
    right = reference(load_chapter("01_tiny", notebooks))
    signed = {**right, "square": "def square(x):\n    return x * abs(x)"}
    hand_in(course, "right", answered(blank_of(course), **right))
    hand_in(course, "wrong", answered(blank_of(course), **signed))
    notebook = blank_of(course)
    notebook.cells.insert(1, new_markdown_cell(WRITTEN))
    notebook.cells.insert(2, new_code_cell(SHOWING))
    (hand_in(course, "ann", notebook).parent / "near.png").write_bytes(PIXEL)
    assert {one.status for one in grade(course, "01_tiny")} == {Status.GRADED}
    feedback(course, "01_tiny")
    return course


def page_of(course, student):
    return course.feedback(student, "01_tiny").read_text(encoding="utf-8")


def summary_of(course, student):
    """The text of a page before the notebook."""
    page = page_of(course, student).partition('<main id="notebook">')[0]
    body = re.sub(r"<style.*?</style>|<title>.*?</title>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(body).split())


def plain(html):
    """Source is highlighted, so it is looked for without the marks."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def test_everyone_who_handed_in_something_gets_a_page(pages, graded_class):
    course, seen, written, problems = pages
    scored = [one.student for one in graded_class.results.values() if one.score is not None]
    assert graded_students(course, "01_tiny") == scored
    others = ["binary", "corrupt", "list", "misnamed", "odd"]
    assert problems == {}
    assert seen == scored + others
    assert written == [course.feedback(one, "01_tiny") for one in sorted(seen)]
    assert not course.feedback("nothing", "01_tiny").exists()


def test_no_page_loads_or_runs_anything(pages):
    for path in pages[2]:
        page = path.read_text(encoding="utf-8")
        assert foreign(page) == [], path
        assert policy(page).startswith("default-src 'none'; img-src data:; style-src")


def test_nbgraders_own_page_would_load_scripts(graded):
    """What is looked for is there without our page: the check can fail."""
    settings = Config()
    settings.GenerateFeedback.exporter_class = "nbconvert.exporters.HTMLExporter"
    settings.HTMLExporter.template_name = "feedback"
    convert(nbgrader.converters.GenerateFeedback, graded, "01_tiny", "right", settings)
    found = foreign(page_of(graded, "right"))
    assert "<script>" in found
    assert any("mathjax" in one for one in found)


@pytest.mark.parametrize(
    "html",
    [
        "<img src='//a/b.png'>",
        "<link rel='stylesheet' href='https://a/b.css'>",
        "<style>@import 'a.css';</style>",
        "<style>p {background: URL( 'a.png')}</style>",
        "<p style='background: url(a.png)'>",
        "<svg><use xlink:href='https://a/b.svg#c'/></svg>",
        "<b onclick='x()'>",
        "<a href=' javascript:x()'>",
        "<video poster='a.png'>",
        "<meta http-equiv='refresh' content='0; url=https://a'>",
        "<script>x()</script>",
        "<base href='https://a'>",
    ],
)
def test_what_loads_or_runs_is_found(html):
    assert foreign(html)
    assert not foreign("<a href='https://a'>b</a><img src='data:image/png;base64,AA'>")


def test_what_a_student_shows_is_cleaned_and_still_there(showing):
    page = page_of(showing, "ann")
    assert foreign(page) == []
    outputs = page.partition('class="output_wrapper"')[2]
    for kept in ("<b>table</b>", "<p>after</p>", "[picture: remote]", "<a>click</a>"):
        assert kept in outputs
    assert "<msqrt><mrow><mn>2</mn></mrow></msqrt>" in outputs
    assert "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>3</mn></mrow></mfrac>" in outputs
    assert "document.title" not in outputs.partition("My thoughts")[0].replace(SHOWING, "")
    # What follows the student's broken HTML is still inside the page.
    assert page.count("</main>") == page.count("</body>") == 1
    assert page.index("Exercise 1") < page.index("</main>")


def test_a_page_holds_whatever_the_notebook_and_the_configuration_say():
    """Metadata that templates do not quote, and a course that sets filters of its own."""
    picture = new_output(
        "display_data",
        data={"image/png": "AAAA"},
        metadata={"image/png": {"width": "1 onerror=x()", "alt": '"><script>x()</script>'}},
    )
    cells = [
        new_markdown_cell("$x^2$ [a](files/javascript:x) ![b](files/c.png)"),
        new_code_cell("1", outputs=[picture]),
    ]
    notebook = new_notebook(cells=cells)
    strict = "nbconvert.filters.clean_html"
    filters = {"clean_html": strict, "strip_files_prefix": strict}
    config = Config({"HTMLExporter": {"filters": filters, "template_name": "feedback"}})
    resources = {"course": Summary("c", "C", "ann", "Graded."), "inlining": {"css": []}}
    page, _ = FeedbackPage(config=config).from_notebook_node(notebook, resources)
    assert foreign(page) == []
    assert "<msup>" in page
    assert "<a>a</a> [picture: b]" in page
    assert 'width="1"' in page


def test_mathematics_and_pictures_of_a_student(showing):
    page = page_of(showing, "ann")
    thoughts = page[page.index("My thoughts") :]
    assert "<msup><mi>e</mi>" in thoughts
    assert 'display="block"' in thoughts
    assert '<code class="tex">' in thoughts
    assert "[picture: far]" in thoughts
    assert "[picture: up]" in thoughts
    assert '<img alt="near" src="data:image/png;base64,iVBOR' in thoughts
    assert f'<a href="{ELSEWHERE}">a link</a>' in thoughts


def test_summary_of_a_full_score(showing):
    text = summary_of(showing, "right")
    assert text.startswith(
        "Feedback for right A tiny chapter 11 of 11 points Your notebook was run"
    )
    assert "Exercise 1 3 of 3 ✓ All tests passed." in text
    assert "✗" not in text
    assert "Handed in late" not in text


def test_summary_says_what_failed(showing):
    text = summary_of(showing, "wrong")
    assert "9 of 11 points" in text
    assert "Exercise 1 1 of 3 ✗ a negative number has a positive square" in text
    page = page_of(showing, "wrong")
    for anchor in ("answer-square", "test_square_negative"):
        assert f'href="#{anchor}"' in page
        assert f'id="{anchor}"' in page or f'name="{anchor}"' in page


@pytest.mark.parametrize(
    ("student", "said"),
    [
        ("copied-cell", "cost you no points. The answer halve was there 2 times: one counts."),
        (
            "endless",
            "The tests that had passed count. Stopped at the time limit: a test of",
        ),
        ("crashing", "Python itself stopped while your code ran."),
        ("corrupt", "could not be read, so none of it was graded. Submitted/corrupt/01_tiny"),
        ("misnamed", "found submitted/misnamed/01_tiny/solution.ipynb."),
    ],
)
def test_summary_explains_the_status(pages, student, said):
    assert said in summary_of(pages[0], student)


def test_an_error_of_ours_is_not_the_students_business(graded):
    hand_in(graded, "new", "{")
    earlier = load_results(graded.results("01_tiny"))
    broken = Result("new", Status.FAILED, "Grading itself failed: see /a/folder/nbgrader.log")
    save_results(graded.results("01_tiny"), [*earlier, broken])
    feedback(graded, "01_tiny")
    text = summary_of(graded, "new")
    assert text.endswith("Your instructor knows; you need not do anything.")


def test_page_of_an_earlier_submission_says_so(graded):
    hand_in(graded, "right", "{")
    grade(graded, "01_tiny", student="right")
    feedback(graded, "01_tiny")
    text = summary_of(graded, "right")
    assert "could not be read" in text
    assert "an earlier submission of yours, which still counts" in text
    assert "11 of 11 points" in text


def test_summary_has_points_by_hand_comments_and_the_late_penalty(graded):
    with open_gradebook(graded) as gradebook:
        found = ("01_tiny", "01_tiny", "wrong")
        gradebook.find_grade("test_square_negative", *found).manual_score = 1.5
        comment = gradebook.find_comment("square", *found)
        comment.manual_comment = "Nearly: think of $x^2$. <script>x()</script>"
        gradebook.find_submission_notebook(*found).late_submission_penalty = 2.25
        gradebook.db.commit()
    feedback(graded, "01_tiny")
    text = summary_of(graded, "wrong")
    assert "8.25 of 11 points" in text
    assert "Exercise 1 2.5 of 3 set by your instructor" in text
    assert "Comment: Nearly: think of x 2 ." in text
    assert "Handed in late −2.25 Penalty for a late submission." in text
    assert "Total 8.25 of 11" in text
    assert foreign(page_of(graded, "wrong")) == []


def test_hidden_tests_stay_hidden(graded):
    page = page_of(graded, "wrong")
    assert "a negative number has a positive square" in page
    assert "(hidden tests)" in page
    assert "square(-4)" not in plain(page)
    assert "square(3) == 9" in plain(page)
    feedback(graded, "01_tiny", show_hidden_tests=True)
    assert "square(-4)" in plain(page_of(graded, "wrong"))


def test_feedback_before_grading(course):
    with pytest.raises(CourseError, match="run `course grade 01_tiny` first"):
        feedback(course, "01_tiny")


def test_feedback_of_plain_nbgrader_grades(graded):
    graded.results("01_tiny").unlink()
    feedback(graded, "01_tiny")
    assert "9 of 11 points Your notebook was run" in summary_of(graded, "wrong")


def test_what_an_output_says():
    def said(error, text):
        output = new_output("error", ename=error, evalue=text, traceback=[])
        return find(new_code_cell("", outputs=[output]))

    assert find(new_code_cell("")) == Finding()
    hint = said("AssertionError", "y is wrong: got 1.\nHint: the mean")
    assert hint == Finding("AssertionError", "y is wrong: got 1.", "the mean")
    assert said("AssertionError", "").message == "A check failed that has no message of its own."
    assert said("NameError", "name 'x'").message == "NameError: name 'x'"
    assert len(said("AssertionError", "x" * 5000).message) == LONGEST + 2
    assert said("NotImplementedError", "Not answered.").message == "Not answered."
    assert said("NotExecutedError", "Not run: it was late.").run is False
    assert (
        said("AssertionError", "got 3, expected -4").key
        == said("AssertionError", "got 1e-5, expected 17.5").key
    )
    assert said("AssertionError", "a\nHint: b").key != said("AssertionError", "a\nHint: c").key


def test_pictures_come_from_beside_the_notebook_only(tmp_path):
    folder = tmp_path / "inside"
    folder.mkdir()
    (folder / "a.png").write_bytes(PIXEL)
    (tmp_path / "b.png").write_bytes(PIXEL)
    (folder / "c.db").write_bytes(b"secret")
    (folder / "d.png").symlink_to(tmp_path / "b.png")
    (folder / "e.png").write_bytes(b"x" * (LARGEST_PICTURE + 1))
    assert picture_from(folder, "a.png").startswith("data:image/png;base64,iVBOR")
    absolute = str(tmp_path / "b.png")
    for url in ("../b.png", "c.db", "d.png", "e.png", "f.png", absolute, "\0.png", "x" * 5000):
        assert picture_from(folder, url) is None


def test_mathml_holds_only_mathematics():
    planted = (
        r"\text{<img src=x onerror=y()>} \href{javascript:x()}{y} \style{background:url(a)}{z}"
    )
    assert foreign(to_mathml(planted)) == []
    assert "<img" not in to_mathml(planted)
    assert foreign(clean_html(to_mathml(planted))) == []


def test_results_of_an_earlier_version_are_read(tmp_path):
    path = tmp_path / "results.json"
    path.write_text('[{"student": "ann", "status": "crashed", "reason": "Python died."}]')
    (result,) = load_results(path)
    assert (result.reason, result.repairs, result.status) == ("Python died.", (), Status.CRASHED)
