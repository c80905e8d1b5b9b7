"""A student moves a slider by the keyboard in JupyterLab, and the figure follows."""

import json

import nbformat
import pytest
from lab import open_notebook
from playwright.sync_api import expect

from grading.chapters import load_chapter
from grading.initialise import init_course
from grading.release import release

CHAPTER = "05_optimizers"
CALL = "beta=plotting.Slider("
#: What has to be answered before the slider's section runs.
EXERCISE = "ema"


@pytest.fixture(scope="module")
def released(jupyter) -> None:
    """The student's folder has the release, and the first exercise is answered."""
    chapter = load_chapter(CHAPTER)
    course, _ = init_course(jupyter.folder / "course")
    release(course, CHAPTER)
    notebook = nbformat.read(course.release(CHAPTER) / f"{CHAPTER}.ipynb", as_version=4)
    (answer,) = (one for one in chapter.exercises if one.name == EXERCISE)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == EXERCISE:
            cell.source = chapter.source_of(answer)
    nbformat.write(notebook, jupyter.root / f"{CHAPTER}.ipynb")


def test_the_figure_follows_the_slider(released, jupyter, page, tmp_path):
    open_notebook(jupyter, page, CHAPTER)
    cells = page.locator(".jp-Notebook .jp-CodeCell")
    cell = cells.filter(has=page.locator(".jp-InputArea").filter(has_text=CALL))
    cell.locator(".cm-content").click()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Above Selected Cell").click()
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")

    # At first: the picture that everybody sees, its alternative text, and its numbers.
    picture, slider = cell.locator(".jp-OutputArea img"), cell.get_by_role("slider")
    expect(picture).to_have_count(1)
    expect(picture).to_be_visible()
    alt, first = picture.get_attribute("alt"), picture.get_attribute("src")
    assert alt.startswith("Noisy temperatures over 200 days")
    expect(cell.locator(".jp-OutputArea")).to_contain_text("β = 0.9: mean age 9 days")
    cell.scroll_into_view_if_needed()
    page.screenshot(path=tmp_path / "start.png")

    # The arrow keys move it.
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(picture).to_have_attribute(
        "alt",
        "forgetting β = 0.98. β = 0.98: mean age 49 days, noise "
        "divided by 9.9, summit on day 125\nRMS distance from the black curve: 4.40 °C corrected, "
        "6.42 °C uncorrected",
    )
    assert picture.get_attribute("src") != first
    expect(cell.locator(".jp-OutputArea")).to_contain_text("summit on day 125")
    page.screenshot(path=tmp_path / "moved.png")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(picture).to_have_attribute("alt", alt)
    expect(picture).to_have_attribute("src", first)

    # What is saved shows the picture to whoever has no kernel, and no widget's state.
    page.keyboard.press("ControlOrMeta+S")
    path = jupyter.root / f"{CHAPTER}.ipynb"
    expect(page.locator(".jp-DirListing-item.jp-mod-dirty")).to_have_count(0)
    page.wait_for_function("document.title !== '' && !document.querySelector('.jp-mod-dirty')")
    saved = json.loads(path.read_text(encoding="utf-8"))
    (outputs,) = (one["outputs"] for one in saved["cells"] if CALL in "".join(one["source"]))
    (output,) = outputs
    assert first.endswith("".join(output["data"]["image/png"]).strip())
    assert output["metadata"]["image/png"]["alt"] == alt
    assert "widgets" not in saved["metadata"]
