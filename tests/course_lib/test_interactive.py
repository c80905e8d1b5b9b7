"""A figure with sliders is an ordinary picture, unless somebody is there to move them."""

import base64
import builtins
import io
import re
import sys

import matplotlib.pyplot as plt
import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from course_lib import plotting
from course_lib.plotting import interactive
from grading.kernels import kernel_environment

ALT = "A line from the origin to a point that is a high."
CELL = """\
import matplotlib.pyplot as plt
from course_lib import plotting

def draw(a, b):
    fig, ax = plt.subplots()
    ax.plot([0, 1], [0, a])
    ax.set_ylim(0, 5)
    return fig, f"It is {a} high & <b> is {b}."

plotting.explore(
    draw,
    alt='''A line
    that is "high".''',
    a=plotting.Slider("height a", (1, 2, 4), start=2),
    b=plotting.Slider("other b", (0.5, 1.5), start=0.5),
)
"""


@pytest.fixture
def draw():
    """A drawing that remembers what it was called with."""
    calls = []

    def line(a, b=1):
        calls.append((a, b))
        fig, ax = plt.subplots()
        ax.plot([0, 1], [0, a])
        ax.set_ylim(0, 5)
        return fig, f"It is {a} high & <b> is {b}."

    line.calls = calls
    return line


@pytest.fixture
def sliders():
    return {
        "a": plotting.Slider("height a", (1, 2, 4), start=2),
        "b": plotting.Slider("other b", (0.5, 1.5), start=0.5, form="{:.1f}"),
    }


def parts(panel):
    *controls, picture, text = panel.children
    source = re.search(r'src="data:image/png;base64,([^"]*)"', picture.value)[1]
    alt = re.search(r'alt="([^"]*)"', picture.value)[1]
    return controls, plt.imread(io.BytesIO(base64.b64decode(source))), alt, text.value


def executed(source, answers):
    """Run a cell in a kernel whose front end can answer `input()`, or cannot."""

    class Client(NotebookClient):
        async def async_start_new_kernel_client(self):
            client = await super().async_start_new_kernel_client()
            client.allow_stdin = answers
            return client

    notebook = new_notebook(cells=[new_code_cell(source)])
    Client(notebook, kernel_name="python3", timeout=120, store_widget_state=False).execute(
        env=kernel_environment()
    )
    nbformat.validate(notebook)
    return notebook.cells[0].outputs


@pytest.mark.slow
def test_where_nobody_answers_it_is_a_picture_and_its_reading():
    picture, text = executed(CELL, answers=False)
    assert set(picture.data) == {"image/png", "text/plain"}
    assert picture.metadata["image/png"]["alt"] == 'A line that is "high".'
    assert text.text == "It is 2 high & <b> is 0.5.\n"


@pytest.mark.slow
def test_the_same_run_twice_gives_the_same_outputs():
    assert executed(CELL, answers=False) == executed(CELL, answers=False)


@pytest.mark.slow
def test_where_somebody_answers_there_are_sliders_and_the_same_picture_for_who_has_none():
    (output,) = executed(CELL, answers=True)
    still, _ = executed(CELL, answers=False)
    assert set(output.data) == {"image/png", "text/plain", interactive.WIDGET}
    assert output.data["text/plain"] == "It is 2 high & <b> is 0.5."
    assert output.metadata == still.metadata
    assert output.data["image/png"].strip() == still.data["image/png"].replace("\n", "")


@pytest.mark.slow
def test_without_ipywidgets_there_is_the_picture_and_a_word_about_it():
    missing = "import sys\nsys.modules['ipywidgets'] = None\n"
    still, text = executed(missing + CELL, answers=True)
    assert set(still.data) == {"image/png", "text/plain"}
    assert text.text == f"It is 2 high & <b> is 0.5.\n{interactive.NOT_INSTALLED}\n"


def test_nobody_answers_outside_a_kernel(draw, sliders, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    plotting.explore(draw, alt=ALT, **sliders)
    assert draw.calls == [(2, 0.5)]
    assert capsys.readouterr().out.endswith("It is 2 high & <b> is 0.5.\n")
    assert plt.get_fignums() == []


@pytest.mark.parametrize("parent", [None, {}, {"content": {}}, {"content": {"allow_stdin": False}}])
def test_only_a_front_end_that_says_so_answers(parent, monkeypatch):
    class Shell:
        def get_parent(self):
            return parent

    monkeypatch.setattr("IPython.get_ipython", Shell)
    assert not interactive.front_end_answers()
    parent = {"content": {"allow_stdin": True}}
    assert interactive.front_end_answers()


def test_without_ipython_nobody_answers(monkeypatch):
    imported = builtins.__import__

    def refuse(name, *arguments, **keywords):
        if name == "IPython":
            raise ImportError(name)
        return imported(name, *arguments, **keywords)

    monkeypatch.setattr(builtins, "__import__", refuse)
    assert not interactive.front_end_answers()


def test_a_moved_slider_changes_picture_text_and_reading(draw, sliders):
    panel, _, reading = interactive._panel(draw, ALT, sliders)
    (a, b), before, alt, text = parts(panel)
    assert (a.description, a.value, b.value) == ("height a", 2, 0.5)
    assert [label for label, _ in b.options] == ["0.5", "1.5"]
    assert (alt, reading) == (ALT, "It is 2 high & <b> is 0.5.")
    assert "It is 2 high &amp; &lt;b&gt; is 0.5." in text

    a.value = 4
    _, after, alt, text = parts(panel)
    assert abs(after - before).max() > 0.5
    assert alt == "height a = 4, other b = 0.5. It is 4 high &amp; &lt;b&gt; is 0.5."
    assert "It is 4 high" in text

    a.value = 2
    _, again, alt, _ = parts(panel)
    assert (again == before).all()
    assert alt == ALT
    assert draw.calls == [(2, 0.5), (4, 0.5)], "each position is drawn once"
    assert plt.get_fignums() == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"label": " ", "values": (1, 2), "start": 1}, "label must name"),
        ({"label": "a", "values": (1,), "start": 1}, r"two or more.*Received: \(1,\)"),
        ({"label": "a", "values": (1, 2, 1), "start": 1}, r"all different.*Received: \(1, 2, 1\)"),
        ({"label": "a", "values": (1, 2), "start": 3}, "Received: start=3"),
    ],
)
def test_a_slider_names_bad_input(arguments, message):
    with pytest.raises(ValueError, match=message):
        plotting.Slider(**arguments)


def test_explore_names_bad_input(draw, sliders):
    with pytest.raises(ValueError, match="alt must say"):
        plotting.explore(draw, alt=" \n", **sliders)
    with pytest.raises(ValueError, match=r"use plotting\.show"):
        plotting.explore(draw, alt=ALT)
    with pytest.raises(TypeError, match=r"a must be a plotting\.Slider. Received: \(1, 5\)"):
        plotting.explore(draw, alt=ALT, a=(1, 5))
    assert draw.calls == []
