"""Student processes for the tests of the checker."""

from collections.abc import Callable, Iterator

import pytest
from students import Nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Makes student processes."""
    made = Nursery()
    yield made
    made.close()


@pytest.fixture
def student(nursery) -> Callable:
    """A context manager: a link to a student whose kernel has run a source."""
    return nursery.student
