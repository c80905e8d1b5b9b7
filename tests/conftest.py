"""Shared by all tests: figures are drawn without a screen, kernels inherit a clean environment."""

import os
from pathlib import Path

import matplotlib as mpl
import pytest

mpl.use("agg")
# A kernel that inherits MPLBACKEND shows no inline figures.
os.environ.pop("MPLBACKEND", None)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return Path(__file__).parent.parent
