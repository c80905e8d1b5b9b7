"""Look for solutions and hidden tests in a built site, with the leak check of releases.

What is looked for is defined in `grading.leaks`. HTML hides text from a plain search: a line of
code is cut into coloured pieces, and characters are escaped. So a page is taken apart into its
texts first, and every other text file is read as it is.
"""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from grading.leaks import Leak, Lines, private_leaks, text_leaks

#: What a browser was given by others, checked by its hash when it was fetched.
FETCHED = "_static/mathjax/"


class PageTexts(HTMLParser):
    r"""The texts of a page: `code` has what stands in ``<pre>``, `rest` all that is said elsewhere.

    The rest includes attributes, scripts and comments.

    >>> page = PageTexts('<p title="a &amp; b">x</p><pre><b>return</b> <i>y</i></pre>')
    >>> page.code
    'return y\n'
    >>> page.rest.split("\n")
    ['x', '', 'a & b', '']
    """

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self._depth = 0
        self._code: list[str] = []
        self._rest: list[str] = []
        self._attributes: list[str] = []
        self.feed(html)
        self.close()
        self.code = "".join(self._code)
        self.rest = "".join([*self._rest, "\n", *self._attributes])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count ``<pre>``; keep what attributes say."""
        self._depth += tag == "pre"
        self._attributes += [f"{value}\n" for _, value in attrs if value]

    def handle_endtag(self, tag: str) -> None:
        """End a text where a block ends."""
        if tag == "pre":
            self._depth -= 1
            self._code.append("\n")
        elif tag in {"p", "li", "td", "th", "div", "script", "style"} and not self._depth:
            self._rest.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep text, character references resolved."""
        (self._code if self._depth else self._rest).append(data)

    def handle_comment(self, data: str) -> None:
        """Keep what is commented out."""
        self._attributes.append(f"{data}\n")


def site_leaks(site: Path, secrets: Mapping[str, Lines], private: dict[str, str]) -> list[Leak]:
    """Find the leaks in a built site.

    Parameters
    ----------
    site : Path
        The folder that is going to be published.
    secrets : mapping
        The lines of each chapter's source, by the chapter's name. A chapter's page is compared with
        its own chapter, any other file (the landing page, the search index) with all of them.
    private : dict
        Whole texts that no file may contain (the MyST source, answers), by what to call them.
    """
    leaks = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name.startswith(FETCHED):
            continue
        if path.suffix in {".ipynb", ".md", ".py", ".pickle", ".doctree"}:
            leaks.append(Leak(name, None, None, "this file is not part of the site"))
        text = path.read_text(encoding="utf-8", errors="replace")
        leaks += private_leaks(name, text, private)
        chapters = [secrets[path.stem]] if path.stem in secrets else list(secrets.values())
        for lines in chapters:
            leaks += [Leak(name, None, None, what) for what in _leaks_in(path, text, lines)]
    return leaks


def _leaks_in(path: Path, text: str, lines: Lines) -> Iterator[str]:
    """Say what a file of the site gives away of one chapter."""
    if path.suffix == ".html":
        page = PageTexts(text)
        for _, what in text_leaks(page.code, lines):
            yield f"in code: {what}"
        for _, what in text_leaks(page.rest, lines, only_long=True):
            yield what
    else:
        for _, what in text_leaks(text, lines, only_long=True):
            yield what
