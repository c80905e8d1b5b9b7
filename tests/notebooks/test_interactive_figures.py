"""What a chapter's sliders promise: every position draws, quickly, and still does at the end."""

import ast
import json

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from grading.build import prepare
from grading.chapters import chapter_names, load_chapter
from grading.checking.names import names_of, without_magics
from grading.kernels import kernel_environment

CALL = "plotting.explore("
#: Seconds of computing that one redrawing may take: several times what is good for a reader,
#: because a busy machine is slower at that, too.
PATIENCE = 1.5

#: Replaces `explore` in the kernel: goes through the positions of each slider, one at a time.
ALL_POSITIONS = """\
import io, json, time
import course_lib.plotting as plotting

def explore(draw, alt, **sliders):
    import matplotlib.pyplot as plt
    start = {name: slider.start for name, slider in sliders.items()}
    for name, slider in sliders.items():
        for value in slider.values:
            begin, picture = time.process_time(), io.BytesIO()
            fig, reading = draw(**start | {name: value})
            fig.savefig(picture)
            seconds = time.process_time() - begin
            plt.close(fig)
            found = [draw.__name__, name, reading, hash(picture.getvalue()), seconds]
            print("POSITION", json.dumps(found))

plotting.explore = explore
"""


def interactive_chapters():
    chapters = [load_chapter(name) for name in chapter_names()]
    return [one for one in chapters if any(CALL in cell.source for cell in one.notebook.cells)]


CHAPTERS = interactive_chapters()


def rebound(cells):
    """For each drawing, the names that it uses and that a later cell binds to something else."""
    statements = [
        (index, names_of(node))
        for index, cell in enumerate(cells)
        if cell.cell_type == "code"
        for node in ast.parse(without_magics(cell.source)).body
    ]
    problems = {}
    for index, cell in enumerate(cells):
        if cell.cell_type != "code" or not cell.source.startswith(CALL):
            continue
        draw = ast.parse(cell.source).body[0].value.args[0].id
        waiting, used = [draw], set()
        while waiting:
            name = waiting.pop()
            if name not in used:
                used.add(name)
                made = [names for at, names in statements if at < index and name in names.binds]
                waiting += made[-1].later if made else ()
        later = set().union(*(names.binds for at, names in statements if at > index))
        problems[draw] = sorted(used & later)
    return problems


def test_at_least_five_chapters_have_sliders():
    assert len(CHAPTERS) >= 5


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.name)
def test_no_later_cell_takes_a_name_that_a_slider_needs(chapter):
    """A slider is moved long after its cell has run: perhaps after all cells have."""
    problems = rebound(chapter.notebook.cells)
    assert problems
    assert not any(problems.values()), problems


def test_a_name_that_is_taken_is_found():
    cells = [
        new_code_cell(
            "scale = 2\ndef helper(a):\n    return scale * a\ndef draw(a, other=1):\n    helper(a)"
        ),
        new_code_cell("plotting.explore(draw, alt='A line.')"),
        new_code_cell(
            "for scale in range(3):\n    other = scale\nfree = [helper for helper in (1, 2)]"
        ),
    ]
    assert rebound(cells) == {"draw": ["scale"]}


@pytest.mark.slow
@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.name)
def test_every_position_of_a_slider_draws_something_of_its_own_in_time(chapter):
    cells = prepare(chapter.notebook).cells
    last = max(i for i, cell in enumerate(cells) if CALL in cell.source)
    notebook = new_notebook(cells=[new_code_cell(ALL_POSITIONS), *cells[: last + 1]])
    NotebookClient(notebook, kernel_name="python3", timeout=300, store_widget_state=False).execute(
        env=kernel_environment()
    )
    printed = [
        line.removeprefix("POSITION ")
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        for line in output.get("text", "").splitlines()
        if line.startswith("POSITION ")
    ]
    found = [json.loads(line) for line in printed]
    assert len(found) >= 2
    for draw, slider in {(one[0], one[1]) for one in found}:
        ours = [one for one in found if one[:2] == [draw, slider]]
        for what, values in (
            ("reading", [one[2] for one in ours]),
            ("picture", [one[3] for one in ours]),
        ):
            assert len(set(values)) == len(ours), (
                f"{draw}: two positions of {slider} have one {what}"
            )
        slowest = max(one[4] for one in ours)
        assert slowest < PATIENCE, f"{draw} takes {slowest:.1f} s to follow {slider}"
