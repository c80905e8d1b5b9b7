"""An environment with what Colab has preinstalled, and a stand-in for Colab itself.

The packages are links to those of this environment, so it takes a second to make and no space.
"""

import os
import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

#: Of what Colab has preinstalled, what chapters and pip need.
PREINSTALLED = (
    *("numpy", "matplotlib", "tensorflow", "scikit-learn", "mlxtend", "ipywidgets"),
    *("ipykernel", "pip"),
)


def distributions(names):
    """Return these distributions and all that they need, by their normalised names."""
    found, waiting = {}, list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        found[name] = distribution(name)
        for text in found[name].requires or []:
            need = Requirement(text)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                waiting.append(need.name)
    return found


def link(source, target):
    """Make a folder's content visible in another one; folders that both have are merged."""
    if not target.exists():
        target.symlink_to(source)
        return
    if target.is_symlink() and target.is_dir() and target.resolve() != source.resolve():
        first = target.resolve()
        target.unlink()
        target.mkdir()
        for one in first.iterdir():
            link(one, target / one.name)
    if target.is_dir() and not target.is_symlink():
        for one in source.iterdir():
            link(one, target / one.name)


def make_environment(folder):
    """Make the environment; return its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = Path(folder, "bin", "python")
    command = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.check_output(command, text=True).strip())
    for one in distributions(PREINSTALLED).values():
        tops = {path.parts[0] for path in one.files if path.parts[0] not in ("..", "__pycache__")}
        for top in sorted(tops):
            link(Path(one.locate_file(top)), packages / top)
    own = packages / "google"
    if own.is_symlink():  # protobuf's: Colab's goes beside it
        shared = own.resolve()
        own.unlink()
        own.mkdir()
        for one in shared.iterdir():
            link(one, own / one.name)
    (own / "colab").mkdir(parents=True)
    (own / "colab" / "__init__.py").write_text("")
    # Colab's kernel has imported this before the first cell runs.
    (packages / "sitecustomize.py").write_text("import google.colab\n")
    return python


def environment_variables():
    """Return the environment of the kernel: nothing of this one, and no registry in reach."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
        "NO_PROXY": "127.0.0.1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
