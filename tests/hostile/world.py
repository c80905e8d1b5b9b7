"""The world around a hostile class: what submissions aim at, and what shows that one has hit.

Everything in it is readable and writable for everybody, so that nothing but the containment
protects it. What a submission might do if it were not contained is bounded: this machine survives
a containment that fails.
"""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import uuid
from contextlib import suppress
from pathlib import Path

import psutil

from grading.containment.syscalls import PR_SET_CHILD_SUBREAPER, prctl

#: The key of System V objects that a submission makes: they would outlive all processes.
SYSTEM_V_KEY = 0x484F5354
#: In the environment of the engine, and of a bystander.
SECRET = f"secret-{uuid.uuid4().hex}"


class World:
    """A folder with a course to be made in it, listeners that must hear nothing, and a bystander.

    Attributes
    ----------
    token : str
        In the name of everything that submissions make outside, and in what they send.
    folder, course, home, temporary : Path
        The folder and what is in it.
    """

    def __init__(self) -> None:
        self.token = f"hostile-{uuid.uuid4().hex[:12]}"
        self.folder = Path(tempfile.mkdtemp(prefix="hostile-", dir="/tmp"))
        self.course, self.home, self.temporary = (
            self.folder / name for name in ("course", "home", "tmp")
        )
        for folder in (self.home, self.temporary):
            folder.mkdir()
        (self.folder / "canary.txt").write_text("untouched")
        (self.home / "canary.txt").write_text("untouched")
        self.listeners = Listeners(self.folder / "socket", self.token)
        self.bystander = subprocess.Popen(
            [sys.executable, "-c", "input()"],
            stdin=subprocess.PIPE,
            env={"HOSTILE_SECRET": SECRET},
        )
        # What loses its parent becomes a child of this process: nothing can hide.
        prctl(PR_SET_CHILD_SUBREAPER, 1)

    def open_up(self) -> None:
        """Let everybody read and write everything."""
        os.chmod(self.folder, 0o777)
        for path in self.folder.rglob("*"):
            if not path.is_symlink():
                os.chmod(path, 0o777 if path.is_dir() else 0o666)

    def targets(self) -> dict:
        """Return what submissions are told."""
        repository = Path(__file__).parent.parent.parent
        return {
            "token": self.token,
            "course": str(self.course),
            "folders": [
                *map(str, (self.course, self.folder, self.home, self.temporary)),
                *(str(Path.home()), "/tmp", "/var/tmp", "/dev/shm", "/"),
            ],
            "answers": [
                str(repository / name)
                for name in ("grading/answers", "notebooks", "tests/grading/tiny")
            ],
            "pids": [self.bystander.pid, os.getpid()],
            "key": SYSTEM_V_KEY,
            **self.listeners.addresses,
        }

    def files(self) -> dict[str, str]:
        """Return what is in the folder: each file's digest, mode and date, each link's target."""
        found = {}
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if path.is_symlink():
                found[name] = f"-> {os.readlink(path)}"
            elif path.is_file():
                status, digest = path.stat(), hashlib.sha256(path.read_bytes()).hexdigest()
                found[name] = f"{digest} {status.st_mode:o} {status.st_mtime_ns}"
            else:
                found[name] = "folder" if path.is_dir() else "special"
        return found

    def traces(self) -> list[str]:
        """List what carries the token, in places where everybody can write."""
        places = [Path.home(), "/tmp", "/var/tmp", "/dev/shm", "/", os.getcwd()]
        found = [os.path.join(place, name) for place in places for name in os.listdir(place)]
        return sorted({path for path in found if self.token in path})

    def system_v(self) -> list[str]:
        """List the System V objects that have the key."""
        found = []
        for kind in ("shm", "msg", "sem"):
            with suppress(OSError):
                lines = Path(f"/proc/sysvipc/{kind}").read_text().splitlines()[1:]
                found += [kind for line in lines if int(line.split()[0]) == SYSTEM_V_KEY]
        return found

    def close(self) -> None:
        """Remove it."""
        self.bystander.kill()
        self.bystander.communicate()
        self.listeners.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        prctl(PR_SET_CHILD_SUBREAPER, 0)


class Listeners:
    """Sockets of this machine that anybody can reach."""

    def __init__(self, path: Path, token: str):
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", 0))
        self.unix = socket.socket(socket.AF_UNIX)
        self.unix.bind(str(path))
        self.abstract = socket.socket(socket.AF_UNIX)
        self.abstract.bind(f"\0{token}")
        self.addresses = {
            "tcp": self.tcp.getsockname(),
            "udp": self.udp.getsockname(),
            "unix": str(path),
            "abstract": token,
        }
        for one in (self.unix, self.abstract):
            one.listen()
        for one in (self.tcp, self.udp, self.unix, self.abstract):
            one.setblocking(False)

    def heard(self) -> list[str]:
        """List the listeners that somebody has reached since the last time."""
        found = []
        for name, one in vars(self).items():
            if isinstance(one, socket.socket):
                with suppress(BlockingIOError):
                    if name == "udp":
                        one.recv(100)
                    else:
                        one.accept()[0].close()
                    found.append(name)
        return found

    def close(self) -> None:
        for one in list(vars(self).values()):
            if isinstance(one, socket.socket):
                one.close()


def descendants() -> dict[tuple[int, float], str]:
    """Return the command lines of all processes below this one, by their id and start."""
    found = {}
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if process.status() == psutil.STATUS_ZOMBIE:
                continue  # nothing is left of it but its exit code
            command = " ".join(process.cmdline()) or process.name()
            # Python's own, until this process ends
            if "resource_tracker" not in command and "multiprocessing.forkserver" not in command:
                found[process.pid, process.create_time()] = command
    return found
