"""Worker processes are forked from a server that has imported what they need.

They would import the same for seconds, each for itself. Nothing here imports anything slow, so that
the server can be started before the process that needs the workers imports what it needs itself.
"""

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver

#: What workers need, and the modules that a process started like `course` has as its main program.
MODULES = ["distributed.nanny", "grading.cluster", "grading.checking.process", "grading.cli"]
#: How Dask starts workers here.
METHOD = "forkserver"


def prepare_workers() -> None:
    """Start the server, unless it runs; it imports while this process goes on."""
    multiprocessing.get_context(METHOD).set_forkserver_preload(MODULES)
    with one_thread():  # a process with more should not be forked
        forkserver.ensure_running()


@contextmanager
def one_thread() -> Iterator[None]:
    """Have processes that are started in this block use one thread each for linear algebra."""
    before = os.environ.get("OPENBLAS_NUM_THREADS")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["OPENBLAS_NUM_THREADS"]
        else:
            os.environ["OPENBLAS_NUM_THREADS"] = before
