"""How much a contained process may use."""

import os
import resource
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MiB = 1024**2


@dataclass(frozen=True)
class Limits:
    """Limits of one contained kernel; sizes in bytes.

    Attributes
    ----------
    memory : int
        Private memory of one process: beyond it Python raises `MemoryError`.
    total_memory : int
        Memory of all its processes together, shared pages counted once: beyond it they are killed.
    processes : int
        Processes and threads at once.
    cpu_seconds : int
        Computing time of one process.
    wall_seconds : int
        Time from start to end, whatever it does.
    disk : int
        Temporary files, all together, and the size of one file.
    open_files : int
        File descriptors of one process.
    output : int
        Size of all outputs of a notebook; what goes beyond is cut.
    """

    memory: int = 2048 * MiB
    total_memory: int = 3072 * MiB
    processes: int = 160
    cpu_seconds: int = 1200
    wall_seconds: int = 1800
    disk: int = 256 * MiB
    open_files: int = 512
    output: int = 8 * MiB


#: How many contained kernels of one user may use up their processes at the same time.
AT_ONCE = 8


def apply_limits(limits: Limits, own_user: bool = True) -> None:
    """Set this process's resource limits, for good.

    Parameters
    ----------
    limits : Limits
        Which.
    own_user : bool
        Whether nobody but this contained kernel is its user. `RLIMIT_NPROC` counts all processes
        and threads of a user (never root's): those of somebody who works on this machine, too, and
        those of other kernels. Where these are the same user's, the limit is far above all of them,
        and the keeper counts the processes of each kernel.
    """
    others = 0 if own_user else threads_of(os.geteuid()) + (AT_ONCE - 1) * limits.processes
    for name, value in {
        "RLIMIT_DATA": limits.memory,
        "RLIMIT_NPROC": limits.processes + others,
        "RLIMIT_CPU": limits.cpu_seconds,
        "RLIMIT_FSIZE": limits.disk,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_CORE": 0,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_MEMLOCK": 64 * 1024,
    }.items():
        kind = getattr(resource, name, None)
        if kind is None:  # not Linux
            continue
        _, most = resource.getrlimit(kind)
        if most != resource.RLIM_INFINITY:
            value = min(value, most)
        resource.setrlimit(kind, (value, value))


def threads_of(user: int) -> int:
    """Count the processes and threads of a user."""
    count = 0
    for threads in Path("/proc").glob("[0-9]*/task"):
        with suppress(OSError):  # it has just ended
            if threads.stat().st_uid == user:
                count += len(os.listdir(threads))
    return count
