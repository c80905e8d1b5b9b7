"""Showing what a student's notebook contains without running it.

The formgrader and feedback pages are nbconvert's HTML. Scripts in outputs and in Markdown would run
there with the instructor's rights: they could change grades. nbconvert has a switch against that,
`HTMLExporter.sanitize_html`, but nbgrader's templates do not ask for it in Markdown cells, and it
allows no headings, images or heads of tables. So the switch is on, the two filters that everything
passes last are those below, and `PlainMetadata` looks after what is not HTML yet.
"""

import re
from typing import Any

import bleach
from bleach.css_sanitizer import CSSSanitizer
from nbconvert.filters import strip_files_prefix
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

READING = """
br caption col colgroup dd del details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr img ins kbd
mark p pre s samp small span sub summary sup table tbody td tfoot th thead tr tt u var
"""
TAGS = frozenset(bleach.ALLOWED_TAGS) | frozenset(READING.split())
EVERYWHERE = frozenset(("class", "id", "title", "lang", "dir", "style", "align", "valign"))
ATTRIBUTES = {
    "a": ("href", "name"),
    "col": ("span", "width"),
    "colgroup": ("span", "width"),
    "img": ("src", "alt", "width", "height"),
    "ol": ("start", "type"),
    "table": ("border", "cellpadding", "cellspacing", "width"),
    "td": ("colspan", "rowspan", "headers"),
    "th": ("colspan", "rowspan", "headers", "scope"),
}
#: A link to a file that was handed in would open it with the rights of this page.
LINK = re.compile(r"(?:https?:|mailto:|#)", re.IGNORECASE)
IMAGE = re.compile(r"(?:https:|data:image/|[\w./ %-]+$)", re.IGNORECASE)
#: What is left of these elements when their tags are gone is not for reading.
UNREADABLE = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
#: Outputs that are scripts, or need one.
SCRIPTED = ("application/javascript", "application/vnd.jupyter.widget-view+json", "text/javascript")


def clean_html(html: object) -> str:
    """Return HTML without whatever may run; tables, images, headings and mathematics stay.

    >>> clean_html('<h1 onclick="f()">Hello</h1><script>f()</script> $a &lt; b$')
    '<h1>Hello</h1> $a &lt; b$'
    """
    text = html.decode(errors="replace") if isinstance(html, bytes) else str(html)
    return bleach.clean(
        UNREADABLE.sub("", text),
        tags=TAGS,
        attributes=_allowed,
        protocols=("http", "https", "mailto", "data"),
        strip=True,
        css_sanitizer=CSSSanitizer(),
    )


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


def _allowed(tag: str, name: str, value: str) -> bool:
    """Tell whether a tag may have this attribute with this value."""
    if name not in EVERYWHERE and name not in ATTRIBUTES.get(tag, ()):
        return False
    if name == "href":
        return bool(LINK.match(value))
    if name == "src":
        return bool(IMAGE.match(value))
    return True


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
