"""The hostile class, graded once with every mechanism that isolates on this machine."""

import shutil
import sys
import tempfile
from contextlib import ExitStack
from multiprocessing import util
from pathlib import Path

import matplotlib
import pytest

GRADING = Path(__file__).parent.parent / "grading"
sys.path.append(str(GRADING))  # handed_in

from hostile_class import Graded, good_course, grade_class, rows_with  # noqa: E402
from world import SECRET, World  # noqa: E402

from grading.build import build  # noqa: E402
from grading.chapters import Chapter, load_chapter  # noqa: E402
from grading.containment.isolation import Isolation, available  # noqa: E402

MECHANISMS = [str(one) for one in available() if one != Isolation.NONE]


def pytest_generate_tests(metafunc):
    """Ask for every row with every mechanism that it says something about."""
    if "graded" not in metafunc.fixturenames:
        return
    names, cases = "graded", [(one,) for one in MECHANISMS]
    if "row" in metafunc.fixturenames:
        names = "graded, row"
        cases = [(one, row) for one in MECHANISMS for row in rows_with(one).values()]
    metafunc.parametrize(
        names,
        [
            pytest.param(
                *case,
                marks=pytest.mark.xdist_group(f"hostile-{case[0]}"),
                id="-".join([case[0], *(row.name for row in case[1:])]),
            )
            for case in cases
        ],
        indirect=["graded"],
    )


@pytest.fixture(scope="session")
def tiny(tmp_path_factory) -> Chapter:
    """The tiny chapter, built."""
    folder = tmp_path_factory.mktemp("notebooks")
    shutil.copytree(GRADING / "tiny" / "notebooks", folder, dirs_exist_ok=True)
    build(load_chapter("01_tiny", folder))
    return load_chapter("01_tiny", folder)


@pytest.fixture(scope="session")
def good(tiny, tmp_path_factory):
    """A course in which the good students are graded, and their results.

    From here on the engine knows a secret, and where the fonts are.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOSTILE_SECRET", SECRET)
        patch.setenv("MPLCONFIGDIR", matplotlib.get_cachedir())
        yield good_course(tmp_path_factory.mktemp("good") / "course", tiny)


@pytest.fixture
def world():
    """A world in which nothing has happened yet."""
    made = World()
    yield made
    made.close()


@pytest.fixture(scope="session")
def classes(good, tiny):
    """Grade a class with a mechanism, once; its world is there until the end."""
    done: dict[str, Graded] = {}

    def graded_with(mechanism: str) -> Graded:
        if mechanism not in done:
            made = World()
            worlds.callback(made.close)
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("HOME", str(made.home))
                patch.setenv("TMPDIR", str(made.temporary))
                patch.setattr(tempfile, "tempdir", str(made.temporary))
                done[mechanism] = grade_class(made, good, tiny, mechanism)
        return done[mechanism]

    util.get_temp_dir()  # of this process, until its end: not in a world that ends before
    with ExitStack() as worlds:
        yield graded_with


@pytest.fixture
def graded(request, classes) -> Graded:
    """The class, graded with a mechanism."""
    return classes(request.param)
