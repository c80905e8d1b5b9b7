"""Handing tasks to workers: Dask distributed, on this machine or on many.

There is one code path. Without an address a cluster of worker processes is started here, one task
at a time in each; with one, whatever workers are connected to that scheduler are used. A task whose
worker dies is given to another one; when the scheduler itself is restarted, what is not done yet is
handed in again. Each task's report is yielded once.
"""

import gc
import logging
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext

import dask
from distributed import Client, LocalCluster, as_completed
from distributed.client import FutureCancelledError
from distributed.comm.core import CommClosedError
from distributed.scheduler import KilledWorker

from grading.containment.warm import SHARED, shared
from grading.errors import CourseError
from grading.forking import METHOD, one_thread, prepare_workers
from grading.task import Report, Task, run_task

#: Seconds to wait for a scheduler that is (again) not there.
PATIENCE = 60


def run_all(
    tasks: Iterable[Task],
    workers: int = 1,
    scheduler: str | None = None,
    patience: float | None = None,
) -> Iterator[tuple[Task, Report | Exception]]:
    """Run tasks; yield each with its report, or with what went wrong, as soon as it is known.

    Parameters
    ----------
    tasks : iterable of Task
        What to run; one for each student at most.
    workers : int
        Worker processes to start here.
    scheduler : str, optional
        The address of a running scheduler; nothing is started then.
    patience : float
        Seconds to wait for the scheduler; `PATIENCE` if left out.

    Raises
    ------
    CourseError
        If the scheduler cannot be reached.
    """
    waiting = {task.student: task for task in tasks}
    if not waiting:
        return
    modules = {name for task in waiting.values() for name in task.settings.modules}
    warm = shared(tuple(sorted(modules))) if scheduler is None else nullcontext()
    with _quiet(), _settled(), warm, _address(min(workers, len(waiting)), scheduler) as address:
        while waiting:
            with _client(address, patience or PATIENCE) as client:
                try:
                    yield from _run_some(client, waiting)
                except (CommClosedError, FutureCancelledError, _LostError):
                    time.sleep(0.2)


@contextmanager
def _settled() -> Iterator[None]:
    """Look for garbage in what is made from here on only: what is there by now is in use."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class _LostError(Exception):
    """The scheduler has forgotten what it was given."""


def _run_some(
    client: Client, waiting: dict[str, Task]
) -> Iterator[tuple[Task, Report | Exception]]:
    """Run what is waiting until all is done or the scheduler is lost."""
    futures = {
        client.submit(run_task, task, key=f"grade-{student}-{task.key[:16]}", pure=False): student
        for student, task in waiting.items()
    }
    for future in as_completed(futures):
        if future.status in ("cancelled", "lost"):
            raise _LostError
        task = waiting[futures[future]]
        failure = future.exception() if future.status == "error" else None
        if isinstance(failure, KilledWorker):
            failure = CourseError("every worker that tried it was killed.")
        report = future.result() if failure is None else failure
        del waiting[task.student]
        future.release()
        yield task, report


@contextmanager
def _address(workers: int, scheduler: str | None) -> Iterator[str]:
    """Yield the address of the scheduler; start a cluster if there is none."""
    if scheduler is not None:
        yield scheduler
        return
    if workers > 1:
        prepare_workers()
    with LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=workers > 1,  # one at a time needs no other process: the kernel is one
        memory_limit=None,
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
        # What the server inherited may be of an earlier run.
        **({"env": {SHARED: os.environ.get(SHARED, "")}} if workers > 1 else {}),
    ) as cluster:
        yield cluster.scheduler_address


@contextmanager
def _client(address: str, patience: float) -> Iterator[Client]:
    """Connect to a scheduler, which may take a while to be there again."""
    try:
        client = Client(address, timeout=patience, heartbeat_interval=500)
    except (OSError, TimeoutError) as error:
        raise CourseError(f"There is no Dask scheduler at {address} ({error}).") from None
    try:
        yield client
    finally:
        client.close(timeout=2)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask's own logs and its choices about memory out of the way."""
    for name in ("distributed", "bokeh", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    settings = {
        "distributed.worker.daemon": False,
        "distributed.worker.multiprocessing-method": METHOD,
        "distributed.comm.retry.count": 0,
        "distributed.scheduler.allowed-failures": 3,
        "distributed.admin.log-format": "%(message)s",
        # Dask looks after itself many times a second in every process. Nobody looks at that.
        "distributed.worker.profile.enabled": False,
        "distributed.admin.tick.interval": "1s",
        "distributed.admin.system-monitor.interval": "10s",
    }
    with one_thread(), dask.config.set(settings):
        yield
