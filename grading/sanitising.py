"""Showing what a student's notebook contains without running it.

The formgrader and feedback pages are nbconvert's HTML. Scripts in outputs and in Markdown would run
there with the instructor's rights: they could change grades. nbconvert has a switch against that,
`HTMLExporter.sanitize_html`, but nbgrader's templates do not ask for it in Markdown cells, and it
allows no headings, images or heads of tables. So the switch is on, `clean_html` is the one filter
that everything passes last, on both pages, and `PlainMetadata` looks after what is not HTML yet.

What is left loads nothing from elsewhere, either: pictures are in the page or shown by their words.
"""

import re
from collections.abc import Iterator
from typing import Any

import bleach
from bleach.css_sanitizer import CSSSanitizer
from bleach.html5lib_shim import Filter
from bs4 import BeautifulSoup
from nbconvert.filters import strip_files_prefix
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from grading import mathml

HTML = """
a abbr acronym b blockquote br caption cite code col colgroup dd del details div dl dt em
figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp small span
strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var
"""
EVERYWHERE = ("align", "class", "dir", "id", "lang", "style", "title", "valign")
ATTRIBUTES = {
    "a": ("href", "name"),
    "col": ("span", "width"),
    "colgroup": ("span", "width"),
    "details": ("open",),
    "img": ("src", "alt", "width", "height"),
    "ol": ("start", "type"),
    "table": ("border", "cellpadding", "cellspacing", "width"),
    "td": ("colspan", "rowspan", "headers", "width"),
    "th": ("colspan", "rowspan", "headers", "scope", "width"),
}
CSS = """
background-color border border-bottom border-collapse border-left border-right border-top color
font-size font-style font-weight margin margin-left max-width padding text-align text-decoration
vertical-align white-space width
"""
#: A link to a file that was handed in would open it with the rights of this page.
LINK = re.compile(r"(?:https?:|mailto:|#)", re.IGNORECASE)
#: Classes of tables, of highlighted code, and of what nbconvert puts around outputs. With another
#: one a text could look like a part of the page, or be a button to the formgrader's scripts.
CLASS = re.compile(
    r"dataframe|err|esc|highlight|hll|[a-z]{1,2}\d?|language-[\w+-]+|output_\w+|rendered_html|tex"
    r"|unconfined"
)
#: What the names of a student's places begin with, so that no script takes one for its own.
PREFIX = "user-content-"
#: Elements whose content is not text for a reader.
SILENT = ("script", "style", "title", "template", "iframe", "object", "noscript", "svg")
_HAS_SILENT = re.compile(rf"<\s*({'|'.join(SILENT)})\b", re.IGNORECASE)
#: Outputs that are scripts, or need one.
SCRIPTED = ("application/javascript", "application/vnd.jupyter.widget-view+json", "text/javascript")


def _allowed(tag: str, name: str, value: str) -> bool:
    """Tell whether a tag may have this attribute with this value."""
    value = value.strip()
    if tag in mathml.TAGS:
        return name in mathml.ATTRIBUTES | {"class", "id", "style"}
    if tag == "input":  # of a list of tasks
        return (name, value) == ("type", "checkbox") or name in ("checked", "disabled")
    if name not in EVERYWHERE and name not in ATTRIBUTES.get(tag, ()):
        return False
    if name == "href":
        return bool(LINK.match(value))
    return name != "src" or value.startswith("data:image/")


class OwnPlaces(Filter):
    """Keeps ids and classes apart from those of the page, and shows missing pictures in words."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Pass on what was cleaned, piece by piece."""
        for token in super().__iter__():
            attributes = token.get("data")
            if token["type"] in ("StartTag", "EmptyTag"):
                if token["name"] == "img" and not attributes.get((None, "src")):
                    words = attributes.get((None, "alt")) or "not shown"
                    yield {"type": "Characters", "data": f"[picture: {words}]"}
                    continue
                for (space, name), value in list(attributes.items()):
                    attributes[space, name] = self._own(name, value)
                if attributes.get((None, "class")) == "":
                    del attributes[None, "class"]
            yield token

    @staticmethod
    def _own(name: str, value: str) -> str:
        """Return what an attribute becomes."""
        if name == "class":
            return " ".join(one for one in value.split() if CLASS.fullmatch(one))
        if name in ("id", "name"):
            return PREFIX + value.removeprefix(PREFIX)
        if name == "href" and value.startswith("#"):
            return f"#{PREFIX}{value.removeprefix('#').removeprefix(PREFIX)}"
        return value


_cleaner = bleach.Cleaner(
    tags=mathml.TAGS | set(HTML.split()),
    attributes=_allowed,
    protocols=("data", "http", "https", "mailto"),
    css_sanitizer=CSSSanitizer(allowed_css_properties=CSS.split()),
    strip=True,
    filters=[OwnPlaces],
)


def clean_html(html: object) -> str:
    """Take out of HTML whatever runs, loads, or changes the rest of the page.

    Tables, headings, mathematics and pictures that come with the text stay.

    Examples
    --------
    >>> clean_html('<h1 onclick="f()">Hello</h1><script>f()</script> $a &lt; b$')
    '<h1>Hello</h1> $a &lt; b$'
    >>> clean_html('<a href="javascript:x()">a</a> <p style="background: url(//a/b); color: red">')
    '<a>a</a> <p style="color: red;"></p>'
    >>> clean_html('<img src="https://a/b.png" alt="c"> <a id="score" class="btn" href="#d">e</a>')
    '[picture: c] <a id="user-content-score" href="#user-content-d">e</a>'
    """
    text = html.decode(errors="replace") if isinstance(html, bytes) else str(html)
    if _HAS_SILENT.search(text):
        soup = BeautifulSoup(text, features="html.parser")
        for element in soup(SILENT):
            element.decompose()
        text = str(soup)
    return _cleaner.clean(text)


def clean_without_prefix(html: str) -> str:
    """Do what nbconvert's filter `strip_files_prefix` does, then clean.

    Without its prefix, a link may begin with another protocol.

    >>> clean_without_prefix('<a href="files/javascript:f()">x</a>')
    '<a>x</a>'
    """
    return clean_html(strip_files_prefix(html))


class PlainMetadata(Preprocessor):
    """Takes from a notebook what templates put into pages without a filter, and scripted outputs.

    An exporter that is made from a course's configuration has it (`HTMLExporter.preprocessors`).
    """

    enabled = True

    def preprocess_cell(
        self, cell: NotebookNode, resources: Any, index: int
    ) -> tuple[NotebookNode, Any]:
        """Leave only numbers for sizes, and show scripted outputs by their plain text."""
        if cell.cell_type != "code":
            return cell, resources
        for output in cell.outputs:
            if "data" not in output:
                continue
            if any(kind in output.data for kind in SCRIPTED):
                for kind in SCRIPTED:
                    output.data.pop(kind, None)
                output.data.setdefault("text/plain", "(a script, which is not run here)")
            output.metadata = _image_sizes(output.get("metadata", {}))
            output.pop("svg_filename", None)
        return cell, resources


def _image_sizes(metadata: Any) -> dict[str, dict[str, Any]]:
    """Keep of an output's metadata what describes images: sizes that are numbers, and texts."""
    kept: dict[str, dict[str, Any]] = {}
    for kind in ("image/png", "image/jpeg"):
        described = metadata.get(kind) if isinstance(metadata, dict) else None
        if isinstance(described, dict):
            kept[kind] = {
                name: value
                for name, value in described.items()
                if (name in ("width", "height") and isinstance(value, int | float))
                or (name == "alt" and isinstance(value, str))
                or (name == "unconfined" and isinstance(value, bool))
            }
    return kept
