"""A browser, and JupyterLab servers for it. Nothing reaches beyond loopback."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright
from servers import JupyterServer

#: Milliseconds until a condition that does not come true fails a test: the machine may be busy.
PATIENCE = 180_000

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window, with a profile of its own."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.fail("chromium is missing: `make browser` says how to get it")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, headless=True, args=FLAGS, timeout=PATIENCE
        )
        yield browser
        browser.close()


def stay_here(route: Route) -> None:
    """Let requests to files and to this machine through, and no other."""
    here = urlsplit(route.request.url)
    if here.scheme in {"file", "data", "blob"} or here.hostname == "127.0.0.1":
        route.continue_()
    else:
        route.abort()


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    """A browser that nobody has used."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(PATIENCE)
    context.route("**/*", stay_here)
    yield context
    context.close()


@pytest.fixture
def page(context, tmp_path) -> Iterator[Page]:
    """A page; what it showed last is kept in the test's folder."""
    page = context.new_page()
    yield page
    page.screenshot(path=tmp_path / "last.png")


@pytest.fixture(scope="module")
def jupyter(tmp_path_factory) -> Iterator[JupyterServer]:
    """A JupyterLab server on a folder of its own, `server.root`; not started yet."""
    server = JupyterServer(tmp_path_factory.mktemp("jupyter"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def site(root) -> Path:
    """The reading site, as `make site` built it."""
    folder = root / "build" / "site"
    if not (folder / "index.html").exists():
        pytest.fail("there is no site: run `make site`")
    return folder


@pytest.fixture(scope="session")
def axe(root) -> str:
    """The script of axe-core, which checks pages for accessibility."""
    package = root / "build" / "website" / "node_modules" / "axe-core"
    if not package.is_dir():
        pytest.fail(f"axe-core is not in {os.path.relpath(package)}: run `make site`")
    return (package / "axe.min.js").read_text(encoding="utf-8")
