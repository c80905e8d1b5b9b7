"""Worker processes are forked from a server that has imported what they need.

They would import the same for seconds, each for itself. Nothing here imports anything slow, so that
the server can be started before the process that needs the workers imports what it needs itself.
"""

import multiprocessing
import os

#: What workers need, and the modules that a process started like `course` has as its main program.
MODULES = ["distributed.nanny", "grading.cluster", "grading.checking.process", "grading.cli"]
#: How Dask starts workers here: Windows has no server to fork from.
METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def prepare_workers() -> None:
    """Start the server, unless it runs; it imports while this process goes on."""
    if METHOD != "forkserver":
        return
    from multiprocessing import forkserver

    multiprocessing.get_context(METHOD).set_forkserver_preload(MODULES)
    before = os.environ.get("OPENBLAS_NUM_THREADS")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # a process with more threads should not be forked
    try:
        forkserver.ensure_running()
    finally:
        if before is None:
            del os.environ["OPENBLAS_NUM_THREADS"]
        else:
            os.environ["OPENBLAS_NUM_THREADS"] = before
