"""nbval, as `make test` calls it, fails on an output that a new run does not reproduce."""

import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

pytestmark = pytest.mark.slow


def run_nbval(root, notebook, tmp_path):
    path = tmp_path / "chapter.ipynb"
    nbformat.write(notebook, path)
    command = [
        *(sys.executable, "-m", "pytest", "-q", "--nbval", "-p", "no:cacheprovider"),
        *("--nbval-sanitize-with", str(root / "tests/notebooks/nbval_sanitize.cfg")),
        *("-c", str(root / "pyproject.toml"), "--rootdir", str(tmp_path), str(path)),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def one_cell(source, printed):
    cell = new_code_cell(source, execution_count=1)
    cell.outputs = [new_output("stream", name="stdout", text=printed)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=[cell], metadata={"kernelspec": kernel})


@pytest.mark.parametrize(
    ("source", "printed", "passes"),
    [
        ("print(f'{2**0.5:.3f}')", "1.414\n", True),
        ("print(f'{2**0.5:.3f}')", "1.415\n", False),
        ("print('a')\nprint('b')", "a\n", False),
        ("print(object())", "<object object at 0x7f0123456789>\n", True),
        ("raise ValueError('no')", "1.414\n", False),
    ],
    ids=["right", "wrong digit", "missing line", "address", "error"],
)
def test_nbval_compares_outputs(root, tmp_path, source, printed, passes):
    result = run_nbval(root, one_cell(source, printed), tmp_path)
    assert (result.returncode == 0) == passes, result.stdout
