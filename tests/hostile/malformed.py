"""Submissions whose notebooks or folders are not what they should be."""

import copy
import io
import json
import os
import tempfile
import zipfile
from pathlib import Path

from handed_in import cell_called, with_copied_cell
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from submissions import (
    ALL,
    GRADED,
    REPAIRED,
    TIMED_OUT,
    UNREADABLE,
    Desk,
    Row,
    beside,
    changed,
    metadata,
    raw,
    without,
)

from grading.collecting.archives import Limits
from grading.collecting.collect import collect

TESTS = (
    *("test_square", "test_square_negative", "test_halve", "test_total"),
    *("test_total_of_squares", "test_total_of_squares_hidden", "test_quiz"),
)
WRONG = "def square(x):\n    return -1\n"
HANDED_IN_OUTPUT = "<script>handed_in_output()</script>"


# --- the JSON -------------------------------------------------------------------------------------


def deep(levels: int):
    """Metadata with very many levels."""
    nested = '{"a":' * levels + "1" + "}" * levels
    return lambda text: text.replace('"metadata": {', f'"metadata": {{"deep": {nested}, ', 1)


def surrogates(notebook: NotebookNode) -> None:
    """Text that is valid JSON and cannot be written in UTF-8."""
    notebook.cells[0].source += " \ud800"
    cell_called(notebook, "halve").source += "\n# \udfff"


def nothing_printable(notebook: NotebookNode) -> None:
    cell_called(notebook, "halve").source += "\n# \x00\x1b[2J\u202e\u2028"


# --- cells ----------------------------------------------------------------------------------------


def without_cell(name: str):
    def change(notebook: NotebookNode) -> None:
        notebook.cells.remove(cell_called(notebook, name))

    return change


def stripped(notebook: NotebookNode) -> None:
    """What a platform that drops metadata leaves."""
    for cell in notebook.cells:
        cell.metadata.clear()


def list_metadata(notebook: NotebookNode) -> None:
    for cell in [cell_called(notebook, name) for name in ("halve", "test_total", "test_square")]:
        cell.metadata.nbgrader = ["grade", True, 99]


def odd_names(notebook: NotebookNode) -> None:
    for name, odd in {"halve": ["a"], "test_total": {"b": 1}, "test_square": 7}.items():
        cell_called(notebook, name).metadata.nbgrader.grade_id = odd


def invented(notebook: NotebookNode) -> None:
    """A test of one's own, worth a lot."""
    extra = copy.deepcopy(cell_called(notebook, "test_square"))
    extra.id, extra.source = "invented", "assert True"
    extra.metadata.nbgrader.update(grade_id="test_square_easy", points=50)
    notebook.cells.append(extra)


def as_markdown(notebook: NotebookNode) -> None:
    for name in TESTS:
        cell = cell_called(notebook, name)
        cell.cell_type = "markdown"
        del cell["outputs"], cell["execution_count"]


def tests_first(notebook: NotebookNode) -> None:
    tests = [cell_called(notebook, name) for name in TESTS]
    rest = [cell for cell in notebook.cells if not any(cell is test for test in tests)]
    notebook.cells = [rest[0], *tests, *rest[1:]]


def tagged(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        cell.metadata.tags = ["skip-execution", "raises-exception"]
    for name in TESTS:
        cell_called(notebook, name).metadata.tags = ["grading skips no cell"]


def passing(notebook: NotebookNode) -> None:
    for name in TESTS:
        cell_called(notebook, name).source = "pass"


def swallowed(notebook: NotebookNode) -> None:
    """An answer that opens a string, or a block, that the tests are to fall into."""
    cell_called(notebook, "square").source = f"{WRONG}\nif False:\n    '''"


def cell_magic(notebook: NotebookNode) -> None:
    for name in TESTS:
        test = cell_called(notebook, name)
        test.source = f"%%script true\n{test.source}"


def same_ids(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        cell.id = "same"


def many_cells(notebook: NotebookNode) -> None:
    notebook.cells += [
        new_code_cell("x = 1", id=f"m{number}")
        if number % 2
        else new_markdown_cell("x", id=f"m{number}")
        for number in range(5000)
    ]


def attachment(notebook: NotebookNode) -> None:
    notebook.cells[0].attachments = {"big.png": {"image/png": "A" * (20 * 2**20)}}
    cell_called(notebook, "halve")["attachments"] = {"a": {"b": "c"}}


def forged_outputs(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "code":
            data = {"text/html": HANDED_IN_OUTPUT, "text/plain": "99"}
            cell.outputs = [new_output("execute_result", data, execution_count=1)]


def other_kernel(notebook: NotebookNode) -> None:
    notebook.metadata.kernelspec = {
        "name": "../../../bin/sh",
        "display_name": "<script>",
        "language": "bash",
        "metadata": {"kernel_provisioner": {"provisioner_name": "local-provisioner"}},
    }
    notebook.metadata.language_info = {"name": "bash", "file_extension": "/../../evil"}
    notebook.metadata.celltoolbar = notebook.metadata.title = (
        "{{ 7 * 7 }}{% include '/etc/passwd' %}"
    )


def widgets(notebook: NotebookNode) -> None:
    notebook.metadata.widgets = {"application/vnd.jupyter.widget-state+json": {"state": 5}}


# --- folders --------------------------------------------------------------------------------------


def links(desk: Desk) -> None:
    """Links out of the folder, and names that lead elsewhere."""
    desk.hand_in(desk.solved())
    os.symlink(desk.course.root / "gradebook.db", desk.folder / "data.csv")
    os.symlink(desk.course.source("01_tiny"), desk.folder / "notes.txt")
    os.symlink("../../../source", desk.folder / "folder")
    os.symlink("loop", desk.folder / "loop")


def device(desk: Desk) -> None:
    """One that ends at once: an endless one would fill this machine if this went wrong."""
    desk.hand_in(desk.solved())
    os.symlink("/dev/null", desk.folder / "zeros")


def large(desk: Desk) -> None:
    """Where it is easily overlooked. Nobody needs the space unless it is copied."""
    desk.hand_in(desk.solved())
    (desk.folder / ".cache").mkdir()
    with (desk.folder / ".cache" / "large").open("wb") as stream:
        stream.truncate(300 * 2**20)


def odd_names_beside(desk: Desk) -> None:
    desk.hand_in(desk.solved())
    for name in (
        b"..\\..\\up",
        b"...",
        b"-rf *",
        b"new\nline",
        b"\xff\xfe",
        b"${HOME}",
        b"a" * 250,
    ):
        (desk.folder / os.fsdecode(name)).write_text("odd")


def pipe(desk: Desk) -> None:
    desk.hand_in(desk.solved())
    os.mkfifo(desk.folder / "data.csv")


def instead_of_notebook(make):
    """Something else where the notebook should be."""

    def submit(desk: Desk) -> None:
        path = desk.hand_in(desk.solved())
        path.unlink()
        make(desk, path)

    return submit


def link_to_folder(desk: Desk) -> None:
    """The folder of somebody else."""
    (desk.course.submitted / desk.student).symlink_to("perfect")


def sparse(desk: Desk, path) -> None:
    with path.open("wb") as stream:
        stream.truncate(10 * 2**30)


def other_notebooks(desk: Desk) -> None:
    desk.hand_in(desk.solved())
    (desk.folder / "evil.ipynb").write_text("{")
    (desk.folder / "01_tiny.ipynb.ipynb").write_text(json.dumps(desk.solved()))
    (desk.folder / "01_tiny.md").write_text("not a chapter")
    (desk.folder / "nbgrader_config.py").write_text("raise SystemExit('gotcha')")
    (desk.folder / "feedback").mkdir()


def bomb() -> bytes:
    """100 MB of zeros in 100 kB."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil", bytes(100 * 2**20))
    return content.getvalue()


def collected(desk: Desk) -> None:
    """A zip bomb, and names that lead elsewhere, in an export that `course collect` takes."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(100 * 2**20))
        archive.writestr("again.zip", bomb())
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder, "export.zip")
        with zipfile.ZipFile(export, "w") as archive:
            archive.writestr(f"{desk.student}/../../01_tiny.ipynb", json.dumps(desk.solved()))
            archive.writestr(f"{desk.student}/work.zip", inner.getvalue())
            archive.writestr(f"{desk.student}/timestamp.txt", "no time")
        result = collect(desk.course, "01_tiny", export, limits=Limits(nested_total=2**26))
    (mine,) = result.placed
    assert "not unpacked: it grows to more than" in " ".join(mine.notes)
    assert sorted(os.listdir(desk.folder)) == [
        "01_tiny.ipynb",
        "timestamp (2).txt",
        "timestamp.txt",
        "work",  # the zip in the zip, as it is
        "work.zip",
    ]
    assert os.listdir(desk.folder / "work") == ["again.zip"]
    size = sum(path.lstat().st_size for path in desk.course.root.rglob("collected/**/*"))
    assert size < 2**20  # neither bomb has gone off


def repaired(name: str, change, points=ALL, reason="", statuses=REPAIRED, **answers) -> Row:
    return Row(name, changed(change, **answers), statuses, (points,), reason=reason)


def unreadable(name: str, content) -> Row:
    return Row(name, raw(content), UNREADABLE, ())


ROWS = (
    unreadable("deep-json", lambda text: "[" * 10**6),
    unreadable("deep-objects", lambda text: '{"a":' * 10**5),
    unreadable("deep-metadata", deep(900)),
    Row("deepish-metadata", raw(deep(200)), (*GRADED, *UNREADABLE), (ALL,)),
    unreadable("not-utf8", lambda text: text.encode().replace(b"square", b"squ\xe4re", 1)),
    unreadable("cut-off", lambda text: text[:2000]),
    unreadable("empty", lambda text: ""),
    unreadable("null", lambda text: "null"),
    unreadable(
        "huge-integer",
        lambda text: text.replace('"metadata": {', '"m": 1%s, "metadata": {' % ("0" * 5000), 1),
    ),
    unreadable(
        "nbformat-text", lambda text: text.replace('"nbformat": 4', '"nbformat": "4; drop"')
    ),
    unreadable("nbformat-99", lambda text: text.replace('"nbformat": 4', '"nbformat": 99')),
    unreadable(
        "cells-object", lambda text: text.replace('"cells": [', '"cells": {"a": ').replace("]", "}")
    ),
    Row(
        "minor-99",
        raw(lambda text: text.replace('"nbformat_minor": ', '"nbformat_minor": 9')),
        (*GRADED, *UNREADABLE),
        (ALL,),
    ),
    Row("utf16", raw(lambda text: text.encode("utf-16")), UNREADABLE, ()),
    Row("with-mark", raw(lambda text: text.encode("utf-8-sig")), (*GRADED, *UNREADABLE), (ALL,)),
    Row("surrogates", changed(surrogates), (*GRADED, *UNREADABLE), (ALL, without("halve"))),
    Row("not-printable", changed(nothing_printable), GRADED, (ALL, without("halve"))),
    repaired("test-deleted", without_cell("test_halve"), reason="was missing"),
    repaired("answer-deleted", without_cell("halve"), without("halve"), "was missing"),
    repaired("copied-cell", with_copied_cell, reason="2 times"),
    *(
        repaired(f"schema-{version}", metadata("halve", schema_version=version))
        for version in (1, 99, "text")
    ),
    repaired("stripped", stripped),
    repaired(
        "grade-false", metadata(TESTS, grade=False, points=0), without("square"), square=WRONG
    ),
    repaired("points-99", metadata(TESTS, points=99), without("square"), square=WRONG),
    repaired("points-negative", metadata(TESTS, points=-5)),
    repaired("points-text", metadata(TESTS, points="9e999")),
    repaired("as-solution", metadata(TESTS, solution=True, grade=True)),
    repaired(
        "answer-graded", metadata("square", grade=True, points=50), without("square"), square=WRONG
    ),
    repaired("task-cells", metadata(TESTS, task=True, grade=False), statuses=(*GRADED, *REPAIRED)),
    repaired("metadata-list", list_metadata),
    repaired("odd-names", odd_names),
    Row(
        "invented-test", changed(invented, square=WRONG), (*GRADED, *REPAIRED), (without("square"),)
    ),
    repaired("as-markdown", as_markdown, without("square"), "markdown", square=WRONG),
    repaired("tests-first", tests_first, without("square"), "moved", square=WRONG),
    repaired(
        "tests-edited", passing, without("square"), statuses=(*GRADED, *REPAIRED), square=WRONG
    ),
    repaired(
        "cell-magic", cell_magic, without("square"), statuses=(*GRADED, *REPAIRED), square=WRONG
    ),
    Row("tagged", changed(tagged, square=WRONG), GRADED, (without("square"),)),
    Row("swallowed", changed(swallowed), GRADED, (without("square"),)),
    Row("same-ids", changed(same_ids), (*GRADED, *UNREADABLE), (ALL,)),
    Row("many-cells", changed(many_cells), (*GRADED, *TIMED_OUT), (ALL,)),
    Row("attachment", changed(attachment), (*GRADED, *REPAIRED, *UNREADABLE), (ALL,)),
    Row("forged-outputs", changed(forged_outputs, square=WRONG), GRADED, (without("square"),)),
    Row("other-kernel", changed(other_kernel), GRADED),
    Row("widgets", changed(widgets), (*GRADED, *UNREADABLE), (ALL,)),
    Row("links", links, UNREADABLE, (), reason="is a link"),
    Row("device", device, UNREADABLE, (), reason="is a link"),
    Row("pipe", pipe, UNREADABLE, (), reason="no file"),
    Row("large", large, UNREADABLE, (), reason="larger than"),
    Row("odd-names-beside", odd_names_beside),
    Row(
        "link-to-gradebook",
        instead_of_notebook(lambda desk, path: path.symlink_to(desk.course.root / "gradebook.db")),
        UNREADABLE,
        (),
        reason="link",
    ),
    Row(
        "link-to-source",
        instead_of_notebook(lambda desk, path: path.symlink_to(desk.course.source("01_tiny"))),
        UNREADABLE,
        (),
        reason="link",
    ),
    Row(
        "link-to-device",
        instead_of_notebook(lambda desk, path: path.symlink_to("/dev/null")),
        UNREADABLE,
        (),
        reason="link",
    ),
    Row("link-to-folder", link_to_folder, UNREADABLE, (), reason="link"),
    Row("folder-instead", instead_of_notebook(lambda desk, path: path.mkdir()), ("missing",), ()),
    Row("pipe-instead", instead_of_notebook(lambda desk, path: os.mkfifo(path)), ("missing",), ()),
    Row("sparse", instead_of_notebook(sparse), UNREADABLE, (), reason="larger"),
    Row("other-notebooks", other_notebooks),
    Row("zip-bomb", beside({"data.zip": bomb()})),
    Row("collected-bomb", collected),
    Row(
        "many-files",
        beside({f"f{number}": "x" for number in range(600)}),
        UNREADABLE,
        (),
        reason="too many files",
    ),
)
