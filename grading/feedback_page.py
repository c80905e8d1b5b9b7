"""The page that a student gets back: one file that loads nothing and runs nothing.

nbgrader's page asks other servers for scripts (jQuery, require.js, MathJax), and shows whatever
HTML a submission holds. This one is nbconvert's exporter with another template (see
``templates/course_feedback``), MathML instead of MathJax, and HTML that was cleaned. The page also
forbids the browser to load or run anything (a content security policy), come what may.
"""

import base64
import mimetypes
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import bleach
import nbgrader
from bleach.css_sanitizer import CSSSanitizer
from bleach.html5lib_shim import Filter
from bs4 import BeautifulSoup
from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import strip_files_prefix
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from traitlets import Bool
from traitlets.config import Config

from grading import mathml
from grading.sanitising import LINK

TEMPLATES = Path(__file__).parent / "templates"
NBGRADER_TEMPLATES = Path(nbgrader.__file__).parent / "server_extensions/formgrader/templates"

#: The largest picture from beside the notebook that is put into the page, in bytes.
LARGEST_PICTURE = 2 * 1024**2

#: Elements whose content is not text for a reader.
SILENT = ("script", "style", "title", "template", "iframe", "object", "noscript", "svg")
HTML = (
    "a abbr acronym b blockquote br caption cite code col colgroup dd del details div dl dt em "
    "figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp small "
    "span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var"
)
CSS = (
    "background-color border border-bottom border-collapse border-left border-right border-top "
    "color font-style font-weight margin margin-left max-width padding text-align "
    "text-decoration vertical-align white-space width"
)


def _allowed(tag: str, name: str, value: str) -> bool:
    """Tell whether an attribute may stay. Pictures come with the page, links go elsewhere."""
    value = value.strip()
    if name == "src":
        return tag == "img" and value.startswith("data:image/")
    if name == "href":
        return tag == "a" and bool(LINK.match(value))
    if tag == "input":
        return (name, value) == ("type", "checkbox") or name in ("checked", "disabled")
    usual = {"align", "alt", "border", "class", "colspan", "height", "id", "lang", "open"}
    usual |= {"rowspan", "scope", "start", "style", "title", "width"}
    return name in usual | mathml.ATTRIBUTES


class PicturesInWords(Filter):
    """Puts the words of a picture in place of one that was not allowed to stay."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Pass on what was cleaned, piece by piece."""
        for token in super().__iter__():
            attributes = token.get("data")
            if token.get("name") == "img" and not attributes.get((None, "src")):
                words = attributes.get((None, "alt")) or "not shown"
                yield {"type": "Characters", "data": f"[picture: {words}]"}
            else:
                yield token


_cleaner = bleach.Cleaner(
    tags=mathml.TAGS | set(HTML.split()),
    attributes=_allowed,
    protocols=["data", "http", "https", "mailto"],
    css_sanitizer=CSSSanitizer(allowed_css_properties=CSS.split()),
    strip=True,
    filters=[PicturesInWords],
)


def clean_html(html: Any) -> str:
    """Take out of HTML whatever runs, loads, or changes the rest of the page.

    Examples
    --------
    >>> clean_html('<b onclick="x()">b</b><script>x()</script><img src="https://a/b.png" alt="c">')
    '<b>b</b>[picture: c]'
    >>> clean_html('<a href="javascript:x()">a</a> <p style="background: url(//a/b); color: red">')
    '<a>a</a> <p style="color: red;"></p>'
    """
    text = html.decode() if isinstance(html, bytes) else str(html)
    if re.search(rf"<\s*({'|'.join(SILENT)})\b", text, re.IGNORECASE):
        soup = BeautifulSoup(text, features="html.parser")
        for element in soup(SILENT):
            element.decompose()
        text = str(soup)
    return _cleaner.clean(text)


class Renderer(IPythonRenderer):
    """Markdown with mathematics as MathML and with pictures inside the page."""

    def block_math(self, body: str) -> str:
        """Render a formula on its own line."""
        return mathml.to_mathml(body, block=True)

    def inline_math(self, body: str) -> str:
        """Render a formula in a line."""
        return mathml.to_mathml(body)

    def latex_environment(self, name: str, body: str) -> str:
        """Render an environment such as ``align``."""
        return mathml.to_mathml(rf"\begin{{{name}}}{body}\end{{{name}}}", block=True)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Render a picture: attached, from beside the notebook, or by its text alone."""
        if url.startswith("attachment:"):
            if url.removeprefix("attachment:") in self.attachments:
                return super().image(text, url, title)
            return super().image(text, "", title)
        embedded = url if url.startswith("data:image/") else picture_from(Path(self.path), url)
        return super().image(text, embedded or "", title)


def picture_from(folder: Path, url: str) -> str | None:
    """Return a picture beside the notebook as a ``data:`` address, None if there is none."""
    kind, _ = mimetypes.guess_type(url)
    try:
        path = (folder / url).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
        if not inside or not (kind or "").startswith("image/"):
            return None
        if path.stat().st_size > LARGEST_PICTURE:
            return None
        return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
    except (OSError, ValueError):  # not the name of a file at all
        return None


class FeedbackPage(HTMLExporter):
    """Exports a graded notebook to one page; `nbgrader_config.py` names this class."""

    sanitize_html = Bool(True).tag(config=True)
    exclude_anchor_links = Bool(True).tag(config=True)
    exclude_input_prompt = Bool(True).tag(config=True)
    exclude_output_prompt = Bool(True).tag(config=True)

    @property
    def default_config(self) -> Config:
        """What differs from nbconvert's HTML: where the template is, and no outputs that run."""
        config = Config(
            {
                "FeedbackPage": {
                    # By the name of this class, because nbgrader sets those of HTMLExporter.
                    "template_name": "course_feedback",
                    "extra_template_basedirs": [str(TEMPLATES), str(NBGRADER_TEMPLATES)],
                    "extra_template_paths": [str(NBGRADER_TEMPLATES)],
                    # Markdown was cleaned, and its prefix taken off before.
                    "filters": {
                        "clean_html": clean_html,
                        "strip_files_prefix": _as_it_is,
                        "mathml": _latex_output,
                    },
                },
                "NbConvertBase": {
                    "display_data_priority": [
                        "text/html",
                        "text/markdown",
                        "image/svg+xml",
                        "text/latex",
                        "image/png",
                        "image/jpeg",
                        "text/plain",
                    ]
                },
            }
        )
        merged = super().default_config.copy()
        merged.merge(config)
        return merged

    @pass_context
    def markdown2html(self, context: Any, source: str) -> str:
        """Render Markdown to HTML that was cleaned."""
        folder = context.get("resources", {}).get("metadata", {}).get("path", "")
        attachments = context.get("cell", {}).get("attachments")
        if attachments:
            return _rendered(source, folder, attachments)
        # A class shares the chapter's text.
        return _rendered_once(source, folder if "](" in source else "")


def _rendered(source: str, folder: str, attachments: dict[str, Any] | None = None) -> str:
    """Render Markdown; pictures may come from a folder or be attached."""
    renderer = Renderer(
        escape=False, attachments=attachments, path=folder, exclude_anchor_links=True
    )
    # Without nbconvert's prefix for files, a link may begin with another protocol.
    return clean_html(strip_files_prefix(MarkdownWithMath(renderer=renderer).render(source)))


_rendered_once = lru_cache(maxsize=1024)(_rendered)


def _as_it_is(html: str) -> str:
    """Leave it to `_rendered`, which cleans afterwards."""
    return html


def _latex_output(text: str) -> str:
    r"""Render an output that is TeX: ``$$...$$``, ``$...$`` or ``\[...\]``."""
    bare = re.sub(r"^\s*(\$\$?|\\\[|\\\()|(\$\$?|\\\]|\\\))\s*$", "", text)
    return mathml.to_mathml(bare, block=True)
