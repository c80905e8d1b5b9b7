"""Markdown and TeX of a notebook as HTML that needs nothing else.

Formulas become MathML, pictures that are attached or lie beside the notebook go into the page, and
everything is cleaned. The formgrader and feedback pages have these filters in place of nbconvert's.
"""

import base64
import mimetypes
import re
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from bs4 import BeautifulSoup
from jinja2 import pass_context
from nbconvert.filters import strip_files_prefix
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from grading import mathml
from grading.sanitising import clean_html

#: The largest picture from beside the notebook that is put into the page, in bytes.
LARGEST_PICTURE = 2 * 1024**2


class Renderer(IPythonRenderer):
    """Markdown with mathematics as MathML."""

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
        """Render a picture; one that is not attached although it should be has no address."""
        missing = url.startswith("attachment:")
        missing = missing and url.removeprefix("attachment:") not in self.attachments
        return super().image(text, "" if missing else url, title)


@pass_context
def markdown2html(context: Any, source: str) -> str:
    """Render Markdown to HTML that was cleaned: a filter of nbconvert's templates."""
    folder = context.get("resources", {}).get("metadata", {}).get("path", "")
    attachments = context.get("cell", {}).get("attachments")
    if attachments:
        return _rendered(source, folder, attachments)
    # A class shares the chapter's text.
    return _rendered_once(source, folder if re.search(r"\]|<img", source, re.IGNORECASE) else "")


def latex2html(text: str) -> str:
    r"""Render an output that is TeX: ``$$...$$``, ``$...$`` or ``\[...\]``."""
    bare = re.sub(r"^\s*(\$\$?|\\\[|\\\()|(\$\$?|\\\]|\\\))\s*$", "", text)
    return mathml.to_mathml(bare, block=True)


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


def _rendered(source: str, folder: str, attachments: dict[str, Any] | None = None) -> str:
    """Render Markdown; pictures may come from a folder or be attached."""
    renderer = Renderer(
        escape=False, attachments=attachments, path=folder, exclude_anchor_links=True
    )
    # Without nbconvert's prefix for files, a link may begin with another protocol: clean it after.
    html = strip_files_prefix(MarkdownWithMath(renderer=renderer).render(source))
    return clean_html(_with_pictures(html, folder))


_rendered_once = lru_cache(maxsize=1024)(_rendered)


def _with_pictures(html: str, folder: str) -> str:
    """Put pictures from beside the notebook into HTML, whoever wrote the tag."""
    if "<img" not in html.lower():
        return html
    soup = BeautifulSoup(html, features="html.parser")
    for image in soup("img"):
        address = str(image.get("src", ""))
        if not address.startswith("data:image/"):
            image["src"] = picture_from(Path(folder), unquote(address)) or ""
    return str(soup)
