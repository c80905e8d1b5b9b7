"""A released chapter in Colab, without Colab; and what comes back from there."""

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import nbformat
import pytest
from colab_environment import environment_variables, make_environment
from handed_in import answered, blank_of, hand_in, reference
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell
from through_colab import SUBMISSION, through_colab

from grading.chapters import load_chapter
from grading.grade import Run, grade
from grading.initialise import init_course
from grading.publish import INSTALL_ID
from grading.release import release
from grading.student import errors_in, filled_in, work_through

CHAPTER = "03_backpropagation"  # it imports TensorFlow

BEFORE = """
from importlib.util import find_spec
print([name for name in ("course_lib", "nbgrader", "grading", "jupytext") if find_spec(name)])
"""
AFTER = """
import course_lib.datasets
X = course_lib.datasets.load_mnist("5k").X_train
print(course_lib.__version__, X.shape[1:])
"""


class Handler(SimpleHTTPRequestHandler):
    """Serves files and remembers which."""

    def log_message(self, *args):
        self.server.asked.append(self.path)


@pytest.fixture
def web(tmp_path):
    """A course whose releases are published on the loopback address."""
    course, _ = init_course(tmp_path / "course")
    handler = partial(Handler, directory=course.root / "release")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.asked = []
        with course.config_path.open("a") as stream:
            stream.write(f'c.StudentRelease.address = "http://127.0.0.1:{server.server_port}"\n')
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield course, server
        server.shutdown()


def run(notebook, python, folder):
    """Run a notebook in a kernel of another Python, in an empty folder, as Colab does."""
    spec = folder / "kernels" / "colab"
    spec.mkdir(parents=True)
    argv = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    kernel = {"argv": argv, "display_name": "Colab", "language": "python"}
    (spec / "kernel.json").write_text(json.dumps(kernel))
    (folder / "content").mkdir()
    specs = KernelSpecManager(kernel_dirs=[str(spec.parent)], ensure_native_kernel=False)
    NotebookClient(
        notebook,
        km=AsyncKernelManager(kernel_name="colab", kernel_spec_manager=specs),
        timeout=300,
        allow_errors=True,
        resources={"metadata": {"path": str(folder / "content")}},
    ).execute(env=environment_variables(), cleanup_kc=True)  # the manager is not nbclient's


@pytest.mark.slow
def test_a_chapter_runs_in_colab(web, tmp_path):
    course, server = web
    release(course, CHAPTER)
    chapter = load_chapter(CHAPTER)
    notebook = nbformat.read(course.release(CHAPTER) / f"{CHAPTER}.ipynb", as_version=4)
    notebook = filled_in(notebook, reference(chapter))
    install = next(one for one in notebook.cells if one.id == INSTALL_ID)
    assert install is next(one for one in notebook.cells if one.cell_type == "code")
    notebook.cells.insert(0, new_code_cell(BEFORE))
    notebook.cells.append(new_code_cell(AFTER))
    run(notebook, make_environment(tmp_path / "colab"), tmp_path)
    assert errors_in(notebook) == []
    assert notebook.cells[0].outputs[0].text == "[]\n"
    (wheel,) = course.release(CHAPTER).glob("*.whl")
    assert server.asked == [f"/{CHAPTER}/{wheel.name}"], "only the library was fetched"
    assert wheel.name.split("-")[1] in notebook.cells[-1].outputs[0].text


@pytest.fixture(scope="module")
def worked_through(released_course, notebooks):
    chapter = load_chapter("01_tiny", notebooks)
    notebook, errors = work_through(
        released_course.release("01_tiny"), "01_tiny", reference(chapter)
    )
    assert errors == []
    return notebook


def known(notebook):
    """A notebook without what differs from release to release: the two cells in front."""
    cells = [one for one in notebook["cells"] if "# A tiny" in str(one["source"])]
    start = notebook["cells"].index(cells[0])
    keep = [
        {
            "type": one["cell_type"],
            "source": "".join(one["source"]),
            "outputs": one.get("outputs", []),
            "metadata": one["metadata"],
        }
        for one in notebook["cells"][start:]
    ]
    return {**{k: v for k, v in notebook.items() if k != "cells"}, "cells": keep}


def test_the_kept_submission_is_the_release_after_colab(worked_through):
    """If the release has changed: python through_colab.py RUN.ipynb, with the run of today."""
    assert known(json.loads(SUBMISSION.read_text())) == known(through_colab(worked_through))


def test_the_transformation_leaves_nothing_of_jupyters_own(worked_through):
    saved = through_colab(worked_through, accelerator="")
    assert saved["nbformat_minor"] == 0
    assert "accelerator" not in saved["metadata"]
    ids = [cell["metadata"]["id"] for cell in saved["cells"]]
    assert len(set(ids)) == len(ids) == len(worked_through.cells) + 1
    assert not any("id" in cell for cell in saved["cells"])
    assert sum(bool(cell.get("outputs")) for cell in saved["cells"]) >= 2


def test_what_went_through_colab_is_graded_like_the_original(course, chapter, worked_through):
    plain = answered(blank_of(course), **reference(chapter))
    hand_in(course, "jupyter", plain)
    hand_in(course, "kept", SUBMISSION.read_text())
    hand_in(course, "cpu", json.dumps(through_colab(worked_through, accelerator="")))
    hand_in(course, "blank", json.dumps(through_colab(blank_of(course))))
    results = {one.student: one for one in grade(course, "01_tiny", run=Run(cell_timeout=20))}
    original = results.pop("jupyter")
    assert (original.status, original.score) == ("graded", 11)
    blank = results.pop("blank")
    assert (blank.status, blank.score) == ("graded", 0)
    for one in results.values():
        assert (one.status, one.reason, one.points) == ("graded", "", original.points), one.student
