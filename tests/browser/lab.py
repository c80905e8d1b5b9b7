"""What the tests do in JupyterLab."""

from playwright.sync_api import Page, expect
from servers import JupyterServer


def open_notebook(jupyter: JupyterServer, page: Page, name: str) -> None:
    """Start JupyterLab, open a notebook, and wait for its kernel.

    Whoever runs a cell before there is one is asked in a dialog which it should be.
    """
    jupyter.start()
    page.goto(jupyter.url(f"lab/tree/{name}.ipynb"))
    expect(page.locator("#jp-main-statusbar")).to_contain_text("Python 3 (ipykernel) | Idle")
