"""What a contained process can see and change of the file system."""

import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from grading.containment.syscalls import (
    MS_BIND,
    MS_NODEV,
    MS_NOEXEC,
    MS_NOSUID,
    MS_RDONLY,
    MS_REMOUNT,
    bind,
    mount,
    pivot_root,
    restrict_mount,
)

#: The system's programs and libraries, and the few settings that libraries read.
SYSTEM = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt/conda"),
    *("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives"),
    *("/etc/fonts", "/etc/localtime", "/etc/mime.types", "/etc/nsswitch.conf"),
)
DEVICES = ("null", "zero", "full", "random", "urandom")

HOME = "/home/student"
#: Files and folders that may be made, be they empty.
MOST_FILES = 20_000
FILES = "/home/handed_in"
ACCOUNTS = {
    "/etc/passwd": "root:x:0:0::/:/bin/false\nstudent:x:{uid}:{uid}::/home/student:/bin/false\n",
    "/etc/group": "root:x:0:\nstudent:x:{uid}:\n",
}


@dataclass(frozen=True)
class View:
    """The files of one contained process.

    Attributes
    ----------
    sockets : str
        The folder of its Jupyter sockets: at the same path inside and outside.
    room : str
        An empty folder of its own. With namespaces it stays empty: temporary files are in memory.
    files : str, optional
        A folder whose files are copied into the home of the process.
    library : str, optional
        The folder of the `course_lib` to import, in a folder of its own; the one that is installed
        cannot be seen then, and is imported otherwise.
    hidden : tuple of str
        Folders that must not be seen, should they lie in one that is shown: a course directory
        below ``/usr/local``, for example.
    trusted : bool
        Whether no student's code will run: then this package can be imported, but not its answers.
    """

    sockets: str
    room: str
    files: str | None = None
    library: str | None = None
    hidden: tuple[str, ...] = ()
    trusted: bool = False


def python_folders() -> list[str]:
    """List the folders that this Python installation consists of, outermost first."""
    folders = {os.path.realpath(one) for one in (sys.prefix, sys.base_prefix)} | {sys.prefix}
    system = tuple(f"{one}/" for one in SYSTEM)
    return sorted(one for one in folders if one != "/" and not f"{one}/".startswith(system))


def lies_in_view(folder: str) -> bool:
    """Tell whether a folder lies in one that every contained process sees."""
    return any(_inside(folder, one) is not None for one in (*SYSTEM, *python_folders()))


def seen_at(path: str) -> list[str]:
    """List the paths of what would be seen at a path: Python's folder may have two names."""
    found = {path, os.path.realpath(path)}
    for folder in python_folders():
        inside = _inside(path, folder)
        found |= {os.path.normpath(os.path.join(folder, inside))} if inside is not None else set()
    return sorted(found)


def to_hide(view: View) -> list[str]:
    """List what must be hidden of a view's `hidden` folders: the others are not there anyway."""
    return [path for one in view.hidden if lies_in_view(one) for path in seen_at(one)]


def _inside(path: str, folder: str) -> str | None:
    """Return the path in a folder, whatever names they have; None if it is not in there."""
    path, folder = os.path.realpath(path), os.path.realpath(folder)
    return os.path.relpath(path, folder) if f"{path}/".startswith(f"{folder}/") else None


def installed_library() -> str | None:
    """Find the `course_lib` that would be imported, without importing it."""
    from importlib.util import find_spec

    found = find_spec("course_lib")
    return os.path.dirname(found.origin) if found and found.origin else None


def public(folder: str) -> bool:
    """Tell whether any user of this machine may read a folder."""
    path = Path(folder)
    return all(one.stat().st_mode & 0o005 == 0o005 for one in (path, *path.parents))


def grading_package() -> str:
    """Return where this package is; its answer banks are nobody's business inside."""
    return str(Path(__file__).resolve().parents[1])


def _package_without_answers() -> list[str]:
    """List what this package consists of."""
    package = Path(grading_package())
    return [str(path) for path in package.iterdir() if path.name != "answers"]


def readable(view: View) -> tuple[list[str], list[str]]:
    """List what may be read, where a view cannot be made and only access can be limited.

    Returns
    -------
    files : list of str
        What may be read, with everything in it.
    folders : list of str
        What has something in it that may not be read: only names can be listed there.
    """
    installed = installed_library()
    package = grading_package()
    hidden = [*to_hide(view), f"{package}/answers" if view.trusted else package]
    if view.library and installed:
        hidden.append(installed)
    secret = [os.path.realpath(one) for one in hidden]
    own = [one for one in (view.files, view.library and os.path.dirname(view.library)) if one]
    files: list[str] = []
    folders: list[str] = []
    waiting = [
        *(path for path in SYSTEM if os.path.exists(path)),
        *python_folders(),
        *([installed] if installed and not view.library else []),
        *(_package_without_answers() if view.trusted else ()),
        *(f"/dev/{name}" for name in DEVICES),
        "/proc/self",
        "/proc/meminfo",
        "/proc/cpuinfo",
        "/proc/stat",
    ]
    while waiting:
        path = waiting.pop()
        real = f"{os.path.realpath(path)}/"
        if any(f"{one}/".startswith(real) for one in secret) and os.path.isdir(path):
            folders.append(real)
            waiting += [entry.path for entry in os.scandir(real) if entry.path not in secret]
        elif not any(real.startswith(f"{one}/") for one in secret):
            files.append(path)
    return files + own, folders


def make_view(view: View, uid: int, disk: int) -> None:
    """Replace this mount namespace's root by one that has nothing but what belongs to the view.

    To be called in new mount and PID namespaces, by the process with number 1 there.
    """
    root = view.room
    plain = MS_NOSUID | MS_NODEV
    mount("tmpfs", root, "tmpfs", plain, "size=4m,mode=755")
    os.makedirs(f"{root}/tmp")
    mount("tmpfs", f"{root}/tmp", "tmpfs", plain, f"size={disk},nr_inodes={MOST_FILES},mode=1777")
    for path in SYSTEM:
        if os.path.islink(path):
            _make_parents(root, path)
            os.symlink(os.readlink(path), root + path)
        elif os.path.exists(path):
            _show(root, path, path)
    for path in python_folders():
        _show(root, path, path)
    installed = installed_library()
    if view.library or installed:
        for path in seen_at(installed) if installed else [f"{HOME}/course_lib"]:
            _show(root, view.library or installed, path)
    package = grading_package()
    if view.trusted:
        _show(root, package, package)
    ours = f"{package}/answers" if view.trusted else package
    for path in (*to_hide(view), *seen_at(ours)):
        if os.path.isdir(root + path):
            mount("tmpfs", root + path, "tmpfs", plain | MS_RDONLY, "mode=755")
    os.makedirs(f"{root}/dev")
    for name in DEVICES:
        Path(f"{root}/dev/{name}").touch()
        mount(f"/dev/{name}", f"{root}/dev/{name}", flags=MS_BIND)
    for name, target in {"fd": "", "stdin": "/0", "stdout": "/1", "stderr": "/2"}.items():
        os.symlink(f"/proc/self/fd{target}", f"{root}/dev/{name}")
    os.symlink("/tmp", f"{root}/dev/shm")
    for path, text in ACCOUNTS.items():
        _make_parents(root, path)
        Path(root + path).write_text(text.format(uid=uid), encoding="utf-8")
    os.makedirs(f"{root}/proc")
    mount("proc", f"{root}/proc", "proc", plain | MS_NOEXEC)
    os.makedirs(f"{root}/tmp/.home")
    os.chown(f"{root}/tmp/.home", uid, uid)
    os.makedirs(root + HOME, exist_ok=True)
    bind(f"{root}/tmp/.home", root + HOME, writable=True)
    _show(root, view.sockets, view.sockets, writable=True)
    if view.files:
        _show(root, view.files, FILES)
    pivot_root(root)
    mount("", "/", flags=MS_REMOUNT | MS_BIND | MS_RDONLY | plain)


def copy_files(source: str, home: str) -> None:
    """Copy what was handed in to where it may be changed, as far as there is room."""
    with suppress(OSError, shutil.Error):
        shutil.copytree(source, home, symlinks=True, dirs_exist_ok=True)


def close_sockets(view: View) -> None:
    """Let nobody make new files beside the Jupyter sockets, once those are there."""
    restrict_mount(view.sockets, MS_RDONLY)


def _make_parents(root: str, path: str) -> None:
    """Make the folders above a path in the new root."""
    os.makedirs(os.path.dirname(root + path), mode=0o755, exist_ok=True)


def _show(root: str, source: str, path: str, writable: bool = False) -> None:
    """Make a file or folder visible at a path of the new root."""
    _make_parents(root, path)
    if os.path.isdir(source):
        os.makedirs(root + path, mode=0o755, exist_ok=True)
    elif not os.path.exists(root + path):
        Path(root + path).touch()
    bind(source, root + path, writable=writable)
