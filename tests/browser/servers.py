"""A real JupyterLab, with nbgrader's extensions, on loopback and a free port."""

import json
import os
import secrets
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

#: Seconds that a server may take to answer.
PATIENCE = 180.0

EXTENSIONS = ("formgrader", "validate_assignment")


class JupyterServer:
    """A JupyterLab that serves `root` and uses no configuration but its own.

    Everything that it writes besides is in `folder`.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.root = folder / "root"
        self.token = secrets.token_hex(16)
        self._process: subprocess.Popen | None = None
        self._url = ""
        for name in ("root", "home", "config", "data", "runtime", "settings"):
            (folder / name).mkdir()

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return f"{self._url}{path}?token={self.token}"

    def start(self) -> None:
        """Start, and wait until it answers."""
        self._configure()
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "jupyterlab", "--no-browser"],
                cwd=self.root,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"JupyterLab does not answer. Its log:\n{self.log()}")
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop the server and its kernels."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._process = None

    def log(self) -> str:
        """Return what it has said."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def _answers(self) -> bool:
        """Read the address from the file that a server writes when it listens, and ask it."""
        for file in (self.folder / "runtime").glob("jpserver-*.json"):
            try:
                self._url = json.loads(file.read_text(encoding="utf-8"))["url"]
                with urllib.request.urlopen(self.url("api/status"), timeout=10):
                    return True
            except (json.JSONDecodeError, urllib.error.URLError, OSError):
                return False
        return False

    def _configure(self) -> None:
        """Write the configuration: loopback, a free port, nbgrader, no news from anywhere."""
        server = {
            "ip": "127.0.0.1",
            "port": 0,
            "root_dir": str(self.root),
            "allow_root": True,
            "jpserver_extensions": {
                f"nbgrader.server_extensions.{name}": True for name in EXTENSIONS
            },
        }
        lab = {
            "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
            "news_url": None,
            "extension_manager": "readonly",
        }
        config = {
            "ServerApp": server,
            "IdentityProvider": {"token": self.token},
            "LabApp": lab,
        }
        (self.folder / "config" / "jupyter_server_config.json").write_text(json.dumps(config))
        settings = {
            # Without it cells out of sight are not in the page.
            "notebook-extension/tracker": {"windowingMode": "none"},
            "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        }
        for name, values in settings.items():
            package, _, plugin = name.partition("/")
            path = self.folder / "settings" / "@jupyterlab" / package
            path.mkdir(parents=True, exist_ok=True)
            (path / f"{plugin}.jupyterlab-settings").write_text(json.dumps(values))

    def _environment(self) -> dict[str, str]:
        """Return an environment in which nothing of the user's is used."""
        ours = {
            "HOME": "home",
            "IPYTHONDIR": "home",
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "JUPYTERLAB_SETTINGS_DIR": "settings",
        }
        environment = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")}
        environment |= {name: str(self.folder / folder) for name, folder in ours.items()}
        environment["PATH"] = os.pathsep.join(
            [str(Path(sys.executable).parent), os.environ["PATH"]]
        )
        return environment
