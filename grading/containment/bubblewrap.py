"""Containment by bubblewrap (bwrap(1)): for where only it may make namespaces.

bubblewrap starts programs, so nothing is warm: every process imports what it needs.
"""

import os
import subprocess
import sys

from grading.containment.view import (
    FILES,
    HOME,
    SYSTEM,
    View,
    grading_package,
    installed_library,
    python_folders,
    seen_at,
    to_hide,
)

USER = 1000
SHARED_MEMORY = "/dev/shm"


def command(view: View, disk: int) -> list[str]:
    """Return the command, without the program to start.

    What can be written to, beside the sockets: the home, half of `disk`; temporary files and shared
    memory, a quarter each.
    """
    arguments = [
        *("bwrap", "--unshare-all", "--unshare-user", "--die-with-parent", "--new-session"),
        *("--as-pid-1", "--uid", str(USER), "--gid", str(USER), "--cap-drop", "ALL"),
        *("--clearenv", "--setenv", "HOME", HOME, "--setenv", "PYTHONDONTWRITEBYTECODE", "1"),
        *("--size", str(disk // 4), "--tmpfs", "/tmp"),
    ]
    if os.environ.get("PYTHONPATH"):
        arguments += ["--setenv", "PYTHONPATH", os.environ["PYTHONPATH"]]
    for path in SYSTEM:
        if os.path.islink(path):
            arguments += ["--symlink", os.readlink(path), path]
        elif os.path.exists(path):
            arguments += ["--ro-bind", path, path]
    package, installed = grading_package(), installed_library()
    for path in (*python_folders(), package):
        arguments += ["--ro-bind", path, path]
    if view.library or installed:
        for path in seen_at(installed) if installed else [f"{HOME}/course_lib"]:
            arguments += ["--ro-bind", view.library or installed, path]
    for path in (*to_hide(view), *seen_at(f"{package}/answers")):
        if os.path.isdir(path):
            arguments += ["--size", "4096", "--tmpfs", path]
    if view.files:
        arguments += ["--ro-bind", view.files, FILES]
    return [
        *arguments,
        *("--proc", "/proc", "--dev", "/dev", "--size", str(disk // 4), "--tmpfs", SHARED_MEMORY),
        *("--size", str(disk // 2), "--tmpfs", HOME, "--bind", view.sockets, view.sockets),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", HOME, "--"),
    ]


def files_inside(pid: int) -> int:
    """Count the files and folders that one of its processes, seen from outside, can have made."""
    found = [os.statvfs(f"/proc/{pid}/root{path}") for path in (HOME, "/tmp", SHARED_MEMORY)]
    return sum(one.f_files - one.f_ffree for one in found)


def works() -> bool:
    """Find out by trying whether bubblewrap can contain anything here."""
    sample = View(sockets="/tmp", room="/tmp")
    program = [sys.executable, "-I", "-c", "pass"]
    try:
        done = subprocess.run(
            [*command(sample, 1 << 20), *program],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=30,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
