"""What this course adds to nbgrader's pipeline; nbgrader_config.py names these classes.

`RepairCells` belongs to the sanitizing preprocessors, the others to the autograding ones. With them
plain ``nbgrader autograde`` gives the same scores as ``course grade``: contained where the machine
can do that, but one by one, and with the tests in the student's kernel.
"""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades
from sqlalchemy.orm import Session
from traitlets import Bool, Dict, Integer, Unicode

from course_lib.handing_in.repairs import Slot, repair, slots_of
from grading.checking.outputs import BEGIN_HIDDEN, hidden_lines
from grading.course_directory import Course
from grading.execution import Runner, Settings, is_test
from grading.staging.wheel import released_library
from grading.task import library_folder


class RepairCells(NbGraderPreprocessor):
    """Fills every slot of the release exactly once, before anything is run."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Repair a submission; say in the log what was done."""
        course = Course(Path(self.config.CourseDirectory.root))
        chapter = resources["nbgrader"]["assignment"]
        repaired, notes = repair(nb, load_slots(course, chapter))
        for note in notes:
            self.log.warning("Repaired: %s", note)
        return repaired, resources


def load_slots(course: Course, chapter: str) -> list[Slot]:
    """Read the cells that every submission to a chapter must have."""
    source = nbformat.read(course.source(chapter), as_version=4)
    released = nbformat.read(course.release(chapter) / f"{chapter}.ipynb", as_version=4)
    return slots_of(source, released)


class CourseExecute(NbGraderPreprocessor):
    """Runs a submission in a contained kernel, tests included, and marks its outputs fairly."""

    timeout = Integer(60, help="Seconds that one cell may take.").tag(config=True)
    notebook_timeout = Integer(600, help="Seconds that the notebook may take.").tag(config=True)
    isolation = Unicode("auto", help="How to contain the kernel.").tag(config=True)
    limits = Dict(help="Limits that differ from grading.containment.limits.").tag(config=True)

    def settings(self) -> Settings:
        """Return what was configured."""
        plain = Settings()
        return replace(
            plain,
            isolation=self.isolation,
            cell_timeout=self.timeout,
            notebook_timeout=self.notebook_timeout,
            limits=replace(plain.limits, **self.limits),
        )

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Run the notebook."""
        folder = resources.get("metadata", {}).get("path") or None
        chapter = resources["nbgrader"]["assignment"]
        course = Course(Path(self.config.CourseDirectory.root))
        with library_folder(released_library(course.release(chapter), chapter)) as library:
            runner = Runner(nb, self.settings(), folder, library, hidden=course.private())
            return runner.run(), resources


class InsertOutputs(NbGraderPreprocessor):
    """Takes the outputs from where the submission was run: `outputs`, one entry for each cell."""

    outputs: tuple[tuple[str, list[NotebookNode], int | None], ...] = ()

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Put the outputs into the notebook, cell by cell."""
        if len(nb.cells) != len(self.outputs):
            raise ValueError(f"{len(nb.cells)} cells, but outputs of {len(self.outputs)}.")
        for cell, (source, outputs, count) in zip(nb.cells, self.outputs, strict=True):
            if cell.source != source:
                raise ValueError("The outputs are those of another notebook.")
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = outputs, count
        return nb, resources


class SaveGrades(SaveAutoGrades):
    """Saves all grades and comments of a submission in one transaction, not cell by cell."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Save the grades; all of them or, if anything goes wrong, none."""
        self.notebook_id = resources["nbgrader"]["notebook"]
        self.assignment_id = resources["nbgrader"]["assignment"]
        self.student_id = resources["nbgrader"]["student"]
        self.db_url = resources["nbgrader"]["db_url"]
        with Gradebook(self.db_url) as self.gradebook, one_transaction(self.gradebook):
            for index, cell in enumerate(nb.cells):
                nb.cells[index], resources = self.preprocess_cell(cell, resources, index)
        return nb, resources


@contextmanager
def one_transaction(gradebook: Gradebook):
    """Let a gradebook's commits wait for the end of the block."""
    outer = gradebook.db
    with (
        outer.get_bind().connect() as connection,
        connection.begin(),
        Session(bind=connection, join_transaction_mode="create_savepoint") as session,
    ):
        gradebook.db = session
        try:
            yield
            session.commit()
        finally:
            gradebook.db = outer
    outer.expire_all()


class HideTests(NbGraderPreprocessor):
    """Takes the source of hidden tests out of feedback; what they found stays."""

    show = Bool(False, help="Leave hidden tests where they are.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Cut hidden tests out of the test cells and out of what their errors quote."""
        if not self.show:
            for cell in nb.cells:
                if is_test(cell) and BEGIN_HIDDEN in cell.source:
                    cell.source = without_hidden_tests(cell.source)
                    for output in cell.outputs:
                        if output.output_type == "error":
                            output.traceback = [_in_short(output)]
        return nb, resources


def without_hidden_tests(source: str) -> str:
    r"""Replace hidden tests by a line that says so.

    >>> without_hidden_tests("a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc")
    'a\n# (hidden tests)\nc'
    """
    hidden = hidden_lines(source)
    lines = [
        "# (hidden tests)" if BEGIN_HIDDEN in line else line
        for number, line in enumerate(source.splitlines(), start=1)
        if number not in hidden or BEGIN_HIDDEN in line
    ]
    return "\n".join(lines)


def _in_short(error: NotebookNode) -> str:
    """Return an error's last line: what it is and what it says."""
    return f"{error.ename}: {error.evalue}" if error.evalue else error.ename
