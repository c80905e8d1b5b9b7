"""A site is built from the tiny chapter; whatever is planted in it is found."""

import html
import shutil
from pathlib import Path

import nbformat
import pytest
from handed_in import read
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from grading.build import prepare
from grading.chapters import load_chapter
from grading.errors import CourseError
from grading.leaks import split_lines
from grading.release import LeakError, private_texts
from grading.site.building import FONT, MATHJAX, build_site
from grading.site.leaks import site_leaks

# Of Sphinx's interface, as its extensions use it.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
]

SECRET = "return math.fsum(value**2 for value in values)"
HIDDEN = 'assert square(-4) == 16, "a negative number has a positive square"'


@pytest.fixture(scope="module")
def packages(tmp_path_factory) -> Path:
    """Stand-ins for the npm packages: no test here runs a script."""
    folder = tmp_path_factory.mktemp("packages")
    for name in [f"mathjax/{part}" for part in MATHJAX] + [f"{FONT}/svg/dynamic"]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("// a script\n") if path.suffix == ".js" else path.mkdir()
    return folder


@pytest.fixture(scope="module")
def built(notebooks, answers, packages, tmp_path_factory) -> Path:
    site = tmp_path_factory.mktemp("built") / "site"
    assert build_site(site, notebooks, answers, packages) == 13
    return site


@pytest.fixture
def site(built, tmp_path) -> Path:
    """A copy to plant something in."""
    return Path(shutil.copytree(built, tmp_path / "site"))


@pytest.fixture
def leaks_of(notebooks, answers):
    secrets = {"01_tiny": split_lines(read(notebooks / "01_tiny.ipynb"))}
    private = private_texts("01_tiny", notebooks, answers)
    return lambda site: [str(leak) for leak in site_leaks(site, secrets, private)]


def test_the_page_has_prose_stubs_and_outputs(built):
    page = (built / "01_tiny.html").read_text(encoding="utf-8")
    assert "It has everything a chapter has" in page
    assert page.count("raise</span> <span") + page.count("raise</span><span") == 5
    assert "[1.0, 4.0, 9.0]" in page
    assert "Show the checks (2 points)" in page
    assert "/_static/mathjax" not in page, "an absolute address"
    assert 'href="01_tiny.html"' in (built / "index.html").read_text(encoding="utf-8")
    assert "number of samples" in (built / "notation.html").read_text(encoding="utf-8")


def test_only_pages_and_what_they_need_are_published(built):
    assert {path.name for path in built.iterdir()} <= {
        "01_tiny.html",
        "_images",
        "_static",
        "index.html",
        "notation.html",
        "objects.inv",
        "search.html",
        "searchindex.js",
    }


def test_a_clean_site_has_no_leaks(site, leaks_of):
    assert leaks_of(site) == []


def in_body(text):
    def plant(site):
        page = site / "01_tiny.html"
        content = page.read_text(encoding="utf-8")
        assert "</article>" in content
        page.write_text(content.replace("</article>", f"{text}</article>"), encoding="utf-8")

    return plant


def in_file(name, text):
    def plant(site):
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")

    return plant


def coloured(code):
    return highlight(code, PythonLexer(), HtmlFormatter())


SPLIT = '</span> <span class="pre">'.join(html.escape(SECRET).split())
PLACES = {
    "coloured code": in_body(coloured(f"def total_of_squares(values):\n    {SECRET}\n")),
    "coloured hidden test": in_body(coloured(HIDDEN)),
    "a short line of code": in_body(coloured('answers["q1"] = "yes"')),
    "code in a sentence": in_body(f"<p>Just <code><span class='pre'>{SPLIT}</span></code>.</p>"),
    "an attribute": in_body(f'<img src="x.png" alt="{html.escape(HIDDEN)}">'),
    "a comment": in_body(f"<!-- {SECRET} -->"),
    "a script": in_body(f"<script>const answer = '{SECRET}';</script>"),
    "a marker": in_body(coloured("### BEGIN SOLUTION")),
    "the search index": in_file("searchindex.js", f'"{SECRET}"'),
    "the landing page": in_file("index.html", coloured(SECRET)),
    "a download": in_file("_downloads/01_tiny.txt", SECRET),
    "a notebook": in_file("01_tiny.ipynb", "{}"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_planted_leak_is_found(site, leaks_of, place):
    PLACES[place](site)
    assert len(leaks_of(site)) == 1, leaks_of(site)


def test_a_planted_answer_is_found(site, leaks_of, answers):
    text = (answers / "01_tiny" / "total" / "wrong_first.py").read_text()
    in_file("_static/a.txt", text)(site)
    assert any("it contains total/wrong_first.py" in leak for leak in leaks_of(site))


def test_a_site_that_leaks_is_not_published(notebooks, answers, packages, site, tmp_path):
    folder = Path(shutil.copytree(notebooks, tmp_path / "leaking"))
    source = folder / "01_tiny.md"
    source.write_text(source.read_text().replace("a second.\n", f"a second.\n\nJust `{SECRET}`.\n"))
    again = prepare(load_chapter("01_tiny", folder).notebook)
    for old, new in zip(read(folder / "01_tiny.ipynb").cells, again.cells, strict=True):
        if new.cell_type == "code":
            new.outputs, new.execution_count = old.outputs, old.execution_count
    nbformat.write(again, folder / "01_tiny.ipynb")
    with pytest.raises(LeakError, match=r"01_tiny\.html: a line of a solution"):
        build_site(site, folder, answers, packages)
    assert not site.exists()


def test_a_site_is_built_from_what_was_executed_only(notebooks, answers, packages, site, tmp_path):
    folder = Path(shutil.copytree(notebooks, tmp_path / "stale"))
    source = folder / "01_tiny.md"
    source.write_text(source.read_text().replace("GIVEN = [1.0", "GIVEN = [7.0"))
    with pytest.raises(CourseError, match=r"01_tiny\.ipynb, cell 2: source, id changed"):
        build_site(site, folder, answers, packages)
    assert site.exists()


def test_without_mathjax_there_is_no_site(notebooks, answers, site, tmp_path):
    with pytest.raises(CourseError, match="`make site` fetches it"):
        build_site(site, notebooks, answers, tmp_path)
    assert site.exists()
