"""The environment in which kernels and workers compute: the same everywhere, one thread each."""

import os

# Two BLAS-heavy processes that each start a thread per core slow each other down forty-fold on two
# cores. The rest makes runs repeatable and quiet.
PINNED = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "TF_CPP_MIN_LOG_LEVEL": "2",
}

#: How nbclient runs a notebook in an ordinary kernel: nothing records when or where it ran.
ORDINARY_RUN = {
    "kernel_name": "python3",
    "record_timing": False,
    "store_widget_state": False,
    "coalesce_streams": True,
    "shutdown_kernel": "immediate",
    "extra_arguments": ["--log-level=ERROR"],
}

#: The sockets of a kernel, in the order in which a contained one numbers them.
CHANNELS = ("shell", "iopub", "stdin", "hb", "control")


def kernel_environment(**more: str) -> dict[str, str]:
    """Return this process's environment, pinned, for a kernel or a worker.

    `MPLBACKEND` is left out: a kernel that inherits it shows no figures. `JPY_PARENT_PID` is left
    out because a kernel that has it takes another process for its parent.
    """
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in ("MPLBACKEND", "JPY_PARENT_PID")
    }
    return {**inherited, **PINNED, **more}
