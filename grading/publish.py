"""What a release adds to a chapter's notebook, and puts beside it.

`StudentRelease` is the last preprocessor of ``nbgrader generate_assignment`` (nbgrader_config.py
names it), so plain nbgrader and ``course release`` make the same folder:

===================== =============================================================================
``CHAPTER.ipynb``     with a header, and a first code cell that installs the library in Colab
``course_lib-*.whl``  the library as students of this chapter have it (see `grading.staging`)
``requirements.txt``  versions that work
``README.md``         how to set up, work, check and hand in
===================== =============================================================================
"""

import re
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import quote

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import TraitError, Unicode, validate

from grading.findings import title_of
from grading.requirements import requirements, requirements_text
from grading.results import number
from grading.staging.library import PACKAGE, staged
from grading.staging.wheel import make_wheel

README = "README.md"
REQUIREMENTS = "requirements.txt"
TEMPLATES = Path(__file__).parent / "templates"

HEADER_ID = "course-header"
INSTALL_ID = "course-install"

COLAB = "https://colab.research.google.com"
BADGE = f"{COLAB}/assets/colab-badge.svg"
RAW = "https://raw.githubusercontent.com"

INSTALL = """\
# In Colab this installs the library of this chapter. Anywhere else it does nothing.
import sys

if "google.colab" in sys.modules:
    %pip install --quiet "$wheel\""""

UPLOAD = """\
# In Colab this installs the library of this chapter: upload $wheel first
# (folder icon on the left, then the arrow). Anywhere else it does nothing.
import sys

if "google.colab" in sys.modules:
    %pip install --quiet "$wheel\""""

CHAPTER_LINK = re.compile(r"\]\((\d\d_\w+)\.ipynb(#[^)]*)?\)")


class StudentRelease(NbGraderPreprocessor):
    """Adds the header and the install cell, and the files that a student needs."""

    repository = Unicode(
        "", help="The GitHub repository that release/ is published in: OWNER/NAME."
    ).tag(config=True)
    branch = Unicode("main", help="The branch of that repository.").tag(config=True)
    folder = Unicode("", help="The folder in that repository; empty for its root.").tag(config=True)
    address = Unicode(
        "", help="Where the content of release/ is on the web, if that is not GitHub: https://..."
    ).tag(config=True)
    hand_in = Unicode(
        "", help="How to hand in, after 'Hand in CHAPTER.ipynb': 'in Moodle, until Sunday evening'."
    ).tag(config=True)

    @validate("repository")
    def _repository_is_one(self, proposal: dict[str, Any]) -> str:
        value = proposal["value"]
        if value and not re.fullmatch(r"[\w.-]+/[\w.-]+", value):
            raise TraitError(
                "StudentRelease.repository must be OWNER/NAME, as in ada/course. "
                f"Received: {value!r}"
            )
        return value

    @validate("address")
    def _address_is_one(self, proposal: dict[str, Any]) -> str:
        value = proposal["value"]
        if value and not re.match(r"https?://\S+$", value):
            raise TraitError(
                f"StudentRelease.address must begin with https:// or http://. Received: {value!r}"
            )
        return value

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Add what students need to a notebook from which everything else has been taken."""
        chapter = resources["nbgrader"]["assignment"]
        if resources["nbgrader"]["notebook"] != chapter:
            return nb, resources
        wheel, content = make_wheel(chapter, staged(chapter))
        needed = requirements(nb)
        for cell in nb.cells:
            if cell.cell_type == "markdown":
                cell.source = CHAPTER_LINK.sub(r"](../\1/\1.ipynb\2)", cell.source)
        nb.cells = [self.header(nb, chapter), self.install(chapter, wheel), *nb.cells]
        files = {
            wheel: content,
            REQUIREMENTS: requirements_text(chapter, wheel, needed).encode(),
            README: self.readme(nb, chapter, wheel).encode(),
        }
        own = Path(resources.get("metadata", {}).get("path", ""))
        resources.setdefault("outputs", {}).update(
            (name, data) for name, data in files.items() if not (own / name).is_file()
        )
        return nb, resources

    def header(self, nb: NotebookNode, chapter: str) -> NotebookNode:
        """Return the first cell."""
        badge = self.badge(chapter)
        text = template("student_header.md").substitute(
            badge=f"{badge}\n\n" if badge else "",
            title=title_of(nb, chapter),
            facts="".join(f" · {one}" for one in facts_of(nb)),
            chapter=chapter,
            package=PACKAGE,
            hand_in=f" {self.hand_in}" if self.hand_in else "",
        )
        return new_markdown_cell(text.strip(), id=HEADER_ID)

    def install(self, chapter: str, wheel: str) -> NotebookNode:
        """Return the first code cell."""
        where = self.web(chapter, wheel)
        source = Template(INSTALL if where else UPLOAD).substitute(wheel=where or wheel)
        return new_code_cell(source, id=INSTALL_ID)

    def readme(self, nb: NotebookNode, chapter: str, wheel: str) -> str:
        """Return the text of the README."""
        badge = self.badge(chapter)
        colab = (
            f"{badge}\n\nClick the badge and run the first code cell."
            if badge
            else f"Open `{chapter}.ipynb` at {COLAB} (*Upload*) and run the first code cell."
        )
        if not self.web(chapter, wheel):
            colab += f" It asks you to upload `{wheel}` first."
        return template("student_readme.md").substitute(
            title=title_of(nb, chapter),
            facts=", ".join(facts_of(nb)).capitalize(),
            chapter=chapter,
            wheel=wheel,
            colab=colab,
            hand_in=f" {self.hand_in}" if self.hand_in else " the way your instructor has told you",
        )

    def badge(self, chapter: str) -> str:
        """Return the *Open in Colab* badge; empty if nobody has said which repository."""
        if not self.repository:
            return ""
        path = self._path(chapter, f"{chapter}.ipynb")
        return f"[![Open in Colab]({BADGE})]({COLAB}/github/{self.repository}/blob/{path})"

    def web(self, chapter: str, file: str) -> str:
        """Return where a file of the release is on the web; empty if nobody has said."""
        if self.address:
            return f"{self.address.rstrip('/')}/{quote(chapter)}/{quote(file)}"
        return f"{RAW}/{self.repository}/{self._path(chapter, file)}" if self.repository else ""

    def _path(self, chapter: str, file: str) -> str:
        """Return the path of a file in the repository, with its branch."""
        return quote(
            "/".join(part for part in (self.branch, self.folder.strip("/"), chapter, file) if part)
        )


def template(name: str) -> Template:
    """Read a template of a text for students."""
    return Template((TEMPLATES / name).read_text(encoding="utf-8"))


def facts_of(nb: NotebookNode) -> list[str]:
    """Return how long a chapter takes, how many exercises it has and how many points."""
    facts = []
    for cell in nb.cells:
        if cell.cell_type == "markdown" and (
            found := re.search(r"\*\*It takes\*\* ([^.\n]+)\.", cell.source)
        ):
            facts.append(found[1])
            break
    graded = [cell.metadata.get("nbgrader", {}) for cell in nb.cells]  # some perhaps by hand
    exercises = [one["grade_id"] for one in graded if one.get("solution")]
    quiz = "quiz" in exercises
    count = len(exercises) - quiz
    if count:
        facts.append(f"{count} exercise{'s' * (count > 1)}{' and a quiz' * quiz}")
    points = sum(float(one.get("points", 0)) for one in graded if one.get("grade"))
    facts.append(f"{number(points)} points")
    return facts
