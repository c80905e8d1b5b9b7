"""Pages show figures, tables and mathematics, and run nothing that a student wrote."""

import base64
import html.parser

import nbformat
import pytest
from handed_in import answered, blank_of, cell_called, hand_in, reference
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from nbgrader.server_extensions.formgrader import handlers
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from resources import foreign
from traitlets.config import Config

from grading.configuration import load_config
from grading.feedback import feedback
from grading.feedback_page import FeedbackPage
from grading.feedback_summary import Summary
from grading.grade import Run, grade
from grading.sanitising import clean_html, clean_without_prefix

PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)
#: What runs if it comes into a page as it is. Each has `evil` where the script is.
ATTACKS = {
    "script": "<script>evil()</script>",
    "script-open": "<script>evil()",
    "script-case": "<ScRiPt >evil()</sCrIpT >",
    "script-nested": "<scr<script></script>ipt>evil()</scr<script></script>ipt>",
    "style-then-script": "<style></style><script>evil()</script>",
    "style-in-svg": "<svg><style><img src=x onerror=evil()></style></svg>",
    "handler": '<img src="x" onerror="evil()">',
    "handler-slash": "<img/src=x/onerror=evil()>",
    "handler-on-allowed": '<div onmouseover="evil()">x</div>',
    "svg": '<svg onload="evil()"><script>evil()</script></svg>',
    "link": '<a href="javascript:evil()">x</a>',
    "link-entity": '<a href="java&#x73;cript&colon;evil()">x</a>',
    "link-newline": '<a href="java\nscript:evil()">x</a>',
    "link-data": '<a href="data:text/html,<script>evil()</script>">x</a>',
    "link-files": '<a href="files/javascript:evil()">x</a>',
    "link-to-file": '<a href="evil.html">x</a>',
    "frame": '<iframe srcdoc="<script>evil()</script>"></iframe>',
    "object": '<object data="data:text/html,<script>evil()</script>"></object>',
    "form": '<form action="evil"><button formaction="javascript:evil()">x</button></form>',
    "meta": '<meta http-equiv="refresh" content="0; url=javascript:evil()">',
    "base": '<base href="https://evil.example/">',
    "css": '<div style="background: url(javascript:evil())">x</div>',
    "style": "<style>@import 'evil.css';</style>",
    "comment": "<!--[if IE]><script>evil()</script><![endif]-->",
    "template": "{{ ''.__class__ }}<math><mtext><script>evil()</script></mtext></math>",
    "picture": '<img src="https://evil.example/a.png" srcset="https://evil.example/b.png 2x">',
    "picture-beside": '<img src="evil.png">',
    "math-link": '<math href="javascript:evil()"><mi xlink:href="javascript:evil()">x</mi></math>',
    "math-action": '<math><maction actiontype="statusline#javascript:evil()">x</maction></math>',
    "math-mutation": (
        "<math><mtext><table><mglyph><style><!--</style>"
        '<img title="--&gt;&lt;img src=x onerror=evil()&gt;">'
    ),
    "table-mutation": (
        "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="
        '"</style><img onerror=evil() src>">'
    ),
}


#: Attributes that a browser obeys.
OBEYED = {"action", "content", "data", "formaction", "href", "src", "srcdoc", "srcset", "style"}
OBEYED |= {"xlink:href", "actiontype"}


class Elements(html.parser.HTMLParser):
    """Collects the elements of a page that mention `evil` where a browser would obey."""

    def __init__(self):
        super().__init__()
        self.bad, self._inside = [], ""

    def handle_starttag(self, tag, attributes):
        self._inside = tag if tag in ("script", "style") else ""
        for name, value in attributes:
            obeyed = name.startswith("on") or name in OBEYED
            if obeyed and "evil" in (value or ""):
                self.bad.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside and "evil" in data:
            self.bad.append(f"{self._inside}: {data}")


def obeyed(page: str) -> list[str]:
    elements = Elements()
    elements.feed(page)
    return elements.bad


def exporter(course, monkeypatch):
    """Make the exporter as the formgrader's extension does when Jupyter starts in the course."""
    monkeypatch.chdir(course.root)
    extension = FormgradeExtension()
    extension.initialize([])
    return HTMLExporter(config=extension.config)


RESOURCES = {
    "index": 0,
    "total": 1,
    "base_url": "",
    "student": "ann",
    "notebook_id": "n",
    "assignment_id": "a",
    "submission_id": "s",
    "notebook_path": "p",
}


@pytest.fixture
def page(released_course, monkeypatch):
    """Show cells in the formgrader; `plain` is how it would be without this course's settings."""

    def show(*cells, plain=False, folder=""):
        made = exporter(released_course, monkeypatch)
        if plain:
            settings = Config()
            settings.HTMLExporter.template_name = "formgrade"
            settings.HTMLExporter.extra_template_basedirs = [handlers.template_path]
            made = HTMLExporter(config=settings)
        resources = {**RESOURCES, "metadata": {"path": str(folder)}}
        return made.from_notebook_node(new_notebook(cells=[*cells]), resources)[0]

    return show


@pytest.fixture
def feedback_page(released_course):
    """Show cells in a feedback page."""

    def show(*cells, folder=""):
        made = FeedbackPage(config=load_config(released_course))
        resources = {"course": Summary("c", "C", "ann", "Graded."), "inlining": {"css": []}}
        resources["metadata"] = {"path": str(folder)}
        return made.from_notebook_node(new_notebook(cells=[*cells]), resources)[0]

    return show


def in_html_output(attack):
    return new_code_cell(outputs=[new_output("display_data", {"text/html": attack})])


def in_markdown_output(attack):
    return new_code_cell(outputs=[new_output("display_data", {"text/markdown": attack})])


def in_graded_markdown(attack):
    metadata = {"grade_id": "a", "solution": True, "grade": False, "points": 0, "locked": False}
    return new_markdown_cell(attack, metadata={"nbgrader": metadata})


def isolated(attack):
    metadata = {"text/html": {"isolated": True}}
    output = new_output("display_data", {"text/html": attack}, metadata=metadata)
    return new_code_cell(outputs=[output])


def raw(attack):
    return new_raw_cell(attack, metadata={"raw_mimetype": "text/html"})


PLACES = [in_html_output, in_markdown_output, new_markdown_cell, in_graded_markdown, isolated, raw]


@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_a_student_wrote_runs(page, feedback_page, place):
    cells = [place(attack) for attack in ATTACKS.values()]
    assert obeyed(page(*cells)) == []
    shown = feedback_page(*cells)
    assert obeyed(shown) == foreign(shown) == []


@pytest.mark.parametrize("place", [in_html_output, in_markdown_output, new_markdown_cell])
def test_nothing_passes_for_a_part_of_the_page(page, feedback_page, place):
    """The formgrader's scripts find scores by their ids, and buttons by their classes."""
    buttons = '<a id="test_square" class="btn full-credit dataframe">x</a><a href="#test_square">'
    for shown in (page(place(buttons)), feedback_page(place(buttons))):
        assert '<a class="dataframe" id="user-content-test_square">x</a>' in shown
        assert '<a href="#user-content-test_square">' in shown
        assert 'class="btn' not in shown.partition(">x</a>")[0].rpartition("<a")[2]


def test_the_formgrader_loads_nothing_from_elsewhere(page):
    """Mathematics is MathML, and nbgrader's own scripts come from the same server."""
    cells = [
        new_markdown_cell(r"$\sqrt{x}$ ![far](https://evil.example/a.png)"),
        new_code_cell(outputs=[new_output("display_data", {"text/latex": r"$$\frac{1}{2}$$"})]),
    ]

    def loaded(text):
        return [one for one in foreign(text) if "=" in one and "=/formgrader/static/" not in one]

    shown = page(*cells)
    assert [one for one in loaded(shown) if "onclick" not in one] == []
    assert "<msqrt><mrow><mi>x</mi></mrow></msqrt>" in shown
    assert "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>" in shown
    assert "window.MathJax" in shown, "its script would wait for it"
    assert any("mathjax" in one for one in loaded(page(*cells, plain=True)))


@pytest.mark.parametrize("written", ["![a dot](a%20dot.png)", '<img src="a dot.png" alt="a dot">'])
def test_pictures_beside_the_notebook_are_in_both_pages(page, feedback_page, tmp_path, written):
    (tmp_path / "a dot.png").write_bytes(base64.b64decode(PNG))
    for show in (page, feedback_page):
        shown = show(new_markdown_cell(written), folder=tmp_path)
        assert f'<img alt="a dot" src="data:image/png;base64,{PNG}"/>' in shown
        assert "[picture: a dot]" in show(new_markdown_cell(written), folder=tmp_path / "other")


@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_is_left_of_an_attack(name):
    assert obeyed(clean_html(ATTACKS[name])) == []
    assert obeyed(clean_without_prefix(ATTACKS[name])) == []


@pytest.mark.parametrize("place", [in_html_output, in_markdown_output, new_markdown_cell])
def test_without_the_settings_it_would(page, place):
    attacks = [ATTACKS[name] for name in ("script", "handler", "link")]
    assert len(obeyed(page(*map(place, attacks), plain=True))) == 3


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg"])
def test_sizes_of_images_are_numbers(page, kind):
    metadata = {kind: {"width": "1 onload=evil()", "height": 7, "alt": '"><img onload=evil()>'}}
    cell = new_code_cell(outputs=[new_output("display_data", {kind: PNG}, metadata=metadata)])
    assert obeyed(page(cell, plain=True)) != []
    shown = page(cell)
    assert obeyed(shown) == []
    assert 'height="7"' in shown


def test_scripts_are_shown_by_their_text(page):
    script = new_output("display_data", {"application/javascript": "evil()"})
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": "slider"}
    shown = page(new_code_cell(outputs=[script, new_output("display_data", widget)]))
    assert obeyed(shown) == []
    assert "a script, which is not run here" in shown
    assert "slider" in shown


@pytest.mark.parametrize("where", ["page", "feedback_page"])
def test_figures_tables_and_mathematics_still_show(request, where):
    page = request.getfixturevalue(where)
    table = (
        '<div><style scoped>.dataframe {color: red}</style><table border="1" class="dataframe">'
        '<thead><tr style="text-align: right;"><th>a</th></tr></thead><tbody><tr><th>0</th>'
        '<td colspan="2">1 &lt; 2</td></tr></tbody></table></div>'
    )
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>evil()</script></svg>'
    shown = page(
        new_code_cell(
            outputs=[
                new_output("display_data", {"image/png": PNG, "text/plain": "Figure"}),
                new_output("display_data", {"text/html": table}),
                new_output("display_data", {"image/svg+xml": svg}),
                new_output("display_data", {"text/latex": r"$\frac{1}{2} < 1$"}),
            ]
        ),
        new_markdown_cell(
            "# Title\n\n> quoted\n\n$a < b$ and\n\n\\begin{align}x &= y \\\\ y &= z\\end{align}\n\n"
            f"| a | b |\n|---|---|\n| 1 | 2 |\n\n![dot](data:image/png;base64,{PNG})\n\n"
            "[paper](https://example.org/a?b=1&c=2)\n\n```python\nif a < b: pass\n```"
        ),
    )
    for part in (
        f'src="data:image/png;base64,{PNG}"',
        '<thead><tr style="text-align: right;"><th>a</th>',
        '<td colspan="2">1 &lt; 2</td>',
        "data:image/svg+xml;base64,",
        "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac><mo>&lt;</mo><mn>1</mn>",
        "<blockquote>",
        "<mi>a</mi><mo>&lt;</mo><mi>b</mi>",
        "<mtable",
        "<td>1</td>",
        f'<img alt="dot" src="data:image/png;base64,{PNG}"/>',
        'href="https://example.org/a?b=1&amp;c=2"',
        'class="highlight',
    ):
        assert part in shown, part
    assert "Title" in shown
    assert "color: red" not in shown
    assert obeyed(shown) == []


def test_cleaning_twice_changes_nothing():
    for attack in ATTACKS.values():
        once = clean_html(attack)
        assert clean_html(once) == once


def test_configuration_reaches_feedback(course, chapter):
    """From what is handed in to the page: outputs that are made by code, and Markdown."""
    notebook = answered(blank_of(course), **reference(chapter))
    display = "from IPython.display import HTML, Javascript, display\n"
    for name in ("script", "handler", "link"):
        display += f"display(HTML({ATTACKS[name]!r}))\n"
    cell_called(notebook, "halve").source += f"\n{display}display(Javascript('evil()'))"
    notebook.cells += [new_markdown_cell(one, id=name) for name, one in ATTACKS.items()]
    hand_in(course, "ann", notebook)
    (result,) = grade(course, "01_tiny", run=Run(workers=2))
    assert result.score == 11
    graded = nbformat.read(course.autograded("ann", "01_tiny"), as_version=4)
    assert "evil()" in str(cell_called(graded, "halve").outputs)
    pages, problems = feedback(course, "01_tiny")
    assert problems == {}
    text = pages[0].read_text(encoding="utf-8")
    assert "<b>11</b> of 11 points" in text
    assert obeyed(text) == []


def test_every_course_has_the_settings(released_course):
    assert load_config(released_course).HTMLExporter.sanitize_html is True
