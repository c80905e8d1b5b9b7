"""The reading site in a browser: mathematics, figures, accessibility, and no network."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urldefrag

import nbformat
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import BrowserContext, Page, expect

from grading.chapters import NOTEBOOKS, chapter_names

CHAPTERS = chapter_names()
PAGES = [*CHAPTERS, "index", "notation", "search"]
SEVERE = {"serious", "critical"}
#: Formulas that MathJax left as they are, could not read, or has commands in that it does not know
#: (it paints them red).
BROKEN = (
    ".math:not(:has(mjx-assistive-mml)), mjx-assistive-mml merror,"
    " mjx-assistive-mml mtext[mathcolor=red]"
)


class Visit:
    """A page of the site that was opened, with what it asked for and what it complained about."""

    def __init__(self, context: BrowserContext, file: Path):
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", lambda request: self.complaints.append(request.url))
        self.page.on("request", self._on_request)
        self.page.goto(file.as_uri())
        # A colour that is still changing has no contrast to be measured.
        self.page.add_style_tag(content="* { transition: none !important; }")
        self.page.wait_for_function(
            "() => !document.querySelector('script[src*=mathjax]')"
            " || (window.MathJax?.startup?.promise?.then(() => true) ?? false)"
        )

    def _on_console(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _on_request(self, request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.elsewhere.append(request.url)

    def severe_faults(self, axe: str) -> list[str]:
        """Open all that is folded, and return what axe-core calls serious or critical."""
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        self.page.evaluate(axe)
        found = self.page.evaluate(
            "axe.run(document, {resultTypes: ['violations'], preload: false})"
        )
        return [
            f"{fault['impact']}: {fault['id']}: {node['html'][:200]}"
            for fault in found["violations"]
            for node in fault["nodes"]
            if fault["impact"] in SEVERE
        ]


@pytest.mark.parametrize("name", PAGES)
def test_page_is_complete_and_accessible(name, site, context, axe, tmp_path):
    visit = Visit(context, site / f"{name}.html")
    page = visit.page
    assert page.locator("h1:visible").count() == 1
    assert page.locator(BROKEN).all_text_contents() == []
    formulas = page.locator(".bd-article .math").count()
    if name in CHAPTERS:
        assert formulas > 50
    images = page.locator(".bd-article img")
    assert images.count() >= 5 or name not in CHAPTERS
    for image in images.all():
        image.scroll_into_view_if_needed()
        assert (image.get_attribute("alt") or "").strip()
        expect(image).to_have_js_property("complete", True)
        assert image.evaluate("image => image.naturalWidth") > 0

    assert visit.severe_faults(axe) == []
    page.screenshot(path=tmp_path / "light.png")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert visit.severe_faults(axe) == []
    page.screenshot(path=tmp_path / "dark.png")

    page.set_viewport_size({"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert visit.complaints == []
    assert visit.elsewhere == []


def test_planted_faults_are_found(site, context, axe):
    visit = Visit(context, site / f"{CHAPTERS[0]}.html")
    visit.page.evaluate(
        """() => {
            document.querySelector(".bd-article img").removeAttribute("alt");
            document.querySelector(".bd-article p").style.color = "#eee";
        }"""
    )
    faults = visit.severe_faults(axe)
    assert any(fault.startswith("critical: image-alt") for fault in faults)
    assert any(fault.startswith("serious: color-contrast") for fault in faults)
    visit.page.evaluate("fetch('https://example.org/').catch(() => null)")
    assert visit.elsewhere == ["https://example.org/"]


def test_a_broken_formula_is_found(site, context):
    page = Visit(context, site / f"{CHAPTERS[0]}.html").page
    page.evaluate(
        r"""() => {
            const [first, second, third] = document.querySelectorAll(".bd-article .math");
            first.textContent = "\\(\\frac{\\)";
            second.textContent = "\\(\\nosuchcommand\\)";
            third.textContent = "\\(\\left( x\\)";
            return MathJax.typesetPromise([first, second, third]);
        }"""
    )
    assert page.locator(BROKEN).count() == 3


def test_a_folded_cell_opens(site, context):
    page = Visit(context, site / f"{CHAPTERS[0]}.html").page
    folded = page.locator("details:has(> summary:has-text('Show the checks'))").first
    code = folded.locator("pre").first
    expect(code).to_be_hidden()
    folded.locator("summary").click()
    expect(code).to_be_visible()
    expect(code).to_contain_text("checks.")


def test_the_search_finds_a_chapter(site, context):
    page = Visit(context, site / "index.html").page
    page.goto(f"{(site / 'search.html').as_uri()}?q=leshno")
    found = page.locator("#search-results a").filter(has_text="Universal approximation")
    expect(found.first).to_be_visible()


def test_internal_links_lead_somewhere(site):
    pages = {
        path.resolve(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in site.glob("*.html")
    }
    anchors = {path: {tag["id"] for tag in soup.select("[id]")} for path, soup in pages.items()}
    followed = 0
    for path, soup in pages.items():
        for tag in soup.select("a[href], link[href], script[src], img[src]"):
            target = tag.get("href") or tag.get("src")
            if target.startswith(("https://", "http://", "mailto:")):
                assert tag.name == "a", f"{path.name} loads {target}"
                continue
            file, anchor = urldefrag(unquote(target))
            there = (path.parent / file.partition("?")[0]).resolve() if file else path
            assert there.is_file(), f"{path.name} leads to {target}"
            if anchor and there in anchors:
                assert anchor in anchors[there], f"{path.name} leads to {target}"
            followed += 1
    assert followed > 100


def formulas_of_notebook(path: Path) -> Counter[str]:
    """Count the formulas in a notebook's text, with JupyterLab's rules."""
    found: Counter[str] = Counter()
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            text = re.sub(r"```.*?```|`[^`]*`", "", cell.source, flags=re.DOTALL)
            text = re.sub(r"^> ?", "", text, flags=re.MULTILINE)
            for display, inline in re.findall(
                r"\$\$(.+?)\$\$|(?<!\\)\$(.+?)(?<!\\)\$", text, re.DOTALL
            ):
                found[normalised(display or inline)] += 1
    return found


def normalised(formula: str) -> str:
    """Take away what makes no difference."""
    return re.sub(r"\s+", "", formula.replace(r"\Vert ", r"\|"))


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_formula_of_the_notebook_is_in_the_page(name, site):
    html = (site / f"{name}.html").read_text(encoding="utf-8")
    shown = BeautifulSoup(html, "html.parser").select("article .math")
    in_page = Counter(normalised(one.get_text().strip()[2:-2]) for one in shown)
    in_notebook = formulas_of_notebook(NOTEBOOKS / f"{name}.ipynb")
    assert in_notebook - in_page == Counter(), "lost"
    assert in_page - in_notebook == Counter(), "new"
    assert in_page.total() > 50


def test_chapters_lead_to_each_other(site):
    for name in CHAPTERS:
        html = (site / f"{name}.html").read_text(encoding="utf-8")
        soup = BeautifulSoup(html, "html.parser")
        menu = {tag["href"] for tag in soup.select("nav.bd-links a[href]")}
        assert {f"{other}.html" for other in CHAPTERS if other != name} <= menu
        assert not soup.select("a[href$='.ipynb']")
    first = BeautifulSoup((site / f"{CHAPTERS[0]}.html").read_text("utf-8"), "html.parser")
    assert [tag["href"] for tag in first.select("a.right-next")] == [f"{CHAPTERS[1]}.html"]
