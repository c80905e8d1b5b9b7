"""Build the site with Sphinx, and publish it only if nothing leaks."""

import io
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

import course_lib
from grading.build import check
from grading.chapters import ANSWERS, NOTEBOOKS, REPOSITORY, Chapter, chapter_names, load_chapter
from grading.errors import CourseError
from grading.leaks import split_lines
from grading.release import LeakError, private_texts
from grading.site.leaks import site_leaks
from grading.site.pages import page_of

WEBSITE = REPOSITORY / "website"
SITE = REPOSITORY / "build" / "site"
#: Where `make site` has npm put what `website/package-lock.json` pins.
PACKAGES = REPOSITORY / "build" / "website" / "node_modules"
#: What of MathJax is published: one renderer, what it loads on demand, and its licence.
MATHJAX = ("tex-svg.js", "input/tex/extensions", "a11y", "sre", "LICENSE")
FONT = "@mathjax/mathjax-newcm-font"


@dataclass(frozen=True)
class Summary:
    """A chapter as the landing page shows it: title, question, and how long it takes."""

    name: str
    title: str
    question: str
    time: str


def build_site(
    output: Path = SITE,
    notebooks: Path = NOTEBOOKS,
    answers: Path = ANSWERS,
    packages: Path = PACKAGES,
    on_step: Callable[[str], None] = lambda step: None,
) -> int:
    """Build the site of all chapters.

    Parameters
    ----------
    output : Path
        Where the site goes. What was there is replaced, if the new one gives nothing away.
    notebooks, answers : Path
        Where the chapters, executed, and their answer banks are.
    packages : Path
        The folder with the npm packages of ``website/package-lock.json``.
    on_step : callable
        Called with a description before each step.

    Returns
    -------
    int
        How many secret lines were looked for.

    Raises
    ------
    LeakError
        If the site gives anything away. There is no site then, not even an earlier one.
    CourseError
        If a chapter is not built, something that a browser needs is missing, or Sphinx warns. An
        earlier site stays as it is.
    """
    if not (packages / "mathjax").is_dir():
        raise CourseError(f"MathJax is not in {packages}: `make site` fetches it.")
    chapters = [load_chapter(name, notebooks) for name in chapter_names(notebooks)]
    if problems := [problem for chapter in chapters for problem in check(chapter)]:
        raise CourseError("\n".join([*problems, "The site shows what was executed."]))

    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".unchecked-site-", dir=output.parent) as folder:
        source, built = Path(folder) / "source", Path(folder) / "work" / "html"
        on_step("writing the pages")
        write_source(source, chapters, packages)
        on_step("running Sphinx")
        run_sphinx(source, built)
        on_step("looking for leaks")
        secrets = {chapter.name: split_lines(chapter.notebook) for chapter in chapters}
        private = {
            what: text
            for chapter in chapters
            for what, text in private_texts(chapter.name, notebooks, answers).items()
        }
        leaks = site_leaks(built, secrets, private)
        shutil.rmtree(output, ignore_errors=True)
        if leaks:
            raise LeakError("The site", leaks)
        for left_over in (".buildinfo", "_sources"):  # of Sphinx, and of no use to a reader
            _remove(built / left_over)
        built.replace(output)
    return sum(len(lines.secret) for lines in secrets.values())


def write_source(source: Path, chapters: list[Chapter], packages: Path) -> None:
    """Write what Sphinx reads: the chapters' pages, and the files of ``website/`` around them."""
    shutil.copytree(WEBSITE, source, ignore=shutil.ignore_patterns("package*.json", ".npmrc"))
    mathjax = source / "_static" / "mathjax"
    for part in MATHJAX:
        _copy(packages / "mathjax" / part, mathjax / part)
    _copy(packages / FONT / "svg" / "dynamic", mathjax / FONT / "svg" / "dynamic")

    files = {f"{chapter.name}.ipynb" for chapter in chapters}
    for chapter in chapters:
        executed = nbformat.read(chapter.executed_path, as_version=4)
        page = page_of(executed, chapter.executed_path.name, files)
        nbformat.write(page, source / chapter.executed_path.name)
    index = source / "index.md"
    text = index.read_text(encoding="utf-8")
    index.write_text(
        text.replace("CHAPTERS", chapter_list([summary_of(chapter) for chapter in chapters])),
        encoding="utf-8",
    )
    (source / "notation.rst").write_text(notation(), encoding="utf-8")


def _remove(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _copy(origin: Path, target: Path) -> None:
    """Copy a file or a folder to a folder that may not be there yet."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if origin.is_dir():
        shutil.copytree(origin, target)
    else:
        shutil.copyfile(origin, target)


def summary_of(chapter: Chapter) -> Summary:
    """Read a chapter's title, its question (the line in italics below it) and how long it takes."""
    text = "\n\n".join(c.source for c in chapter.notebook.cells if c.cell_type == "markdown")
    title = re.search(r"^# (.+)$", text, re.MULTILINE)
    if not title:
        raise CourseError(f"{chapter.path.name} has no title: a line that begins with '# '.")
    question = re.search(r"^\*([^*\n]+)\*$", text[title.end() :], re.MULTILINE)
    time = re.search(r"\*\*It takes\*\* ([^.]+)\.", text)
    return Summary(
        chapter.name,
        title[1].strip(),
        question[1].strip() if question else "",
        time[1].strip() if time else "",
    )


def chapter_list(summaries: list[Summary]) -> str:
    """Return the landing page's list of chapters, in MyST."""
    entries = []
    for one in summaries:
        details = f"{one.question}\n\n{one.time[:1].upper()}{one.time[1:]}".strip()
        entries.append(
            f":::{{container}} chapter\n**[{one.title}]({one.name}.ipynb)**\n\n{details}\n:::"
        )
    contents = "\n".join(one.name for one in summaries)
    return "\n\n".join([*entries, f"```{{toctree}}\n:hidden:\n\n{contents}\nnotation\n```"])


def notation() -> str:
    """Return the page about notation: the section of that name in the docstring of `course_lib`."""
    section = re.search(r"^Notation\n-+\n(.*)", course_lib.__doc__ or "", re.DOTALL | re.MULTILINE)
    if not section:
        raise CourseError("The docstring of course_lib has no section 'Notation'.")
    return f"Notation\n========\n\n{section[1]}"


def run_sphinx(source: Path, output: Path) -> None:
    """Run Sphinx; a warning is an error."""
    warnings = io.StringIO()
    with patch_docutils(source), docutils_namespace():
        app = Sphinx(
            source,
            source,
            output,
            output.parent / "doctrees",
            "html",
            status=None,
            warning=warnings,
            freshenv=True,
        )
        app.build()
    if warnings.getvalue().strip() or app.statuscode:
        raise CourseError(f"Sphinx is not content:\n{warnings.getvalue().strip()}")
