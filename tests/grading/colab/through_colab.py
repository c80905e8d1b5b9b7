"""What Colab does to a notebook that is opened, run and downloaded there.

Colab writes format 4.0, in which cells have no ids: it puts ids of its own into the metadata. It
adds to each cell how and when it ran, keeps outputs and what it does not know (nbgrader's
metadata), and notes in the notebook's metadata which machine it wants.
"""

import copy
import hashlib
import json
import sys
from pathlib import Path

import nbformat

SUBMISSION = Path(__file__).parent / "01_tiny_from_colab.ipynb"


def through_colab(notebook, accelerator="GPU"):
    """Return the notebook as Colab would save it, as a dictionary.

    Parameters
    ----------
    notebook : NotebookNode
        With the outputs that it has after a run.
    accelerator : str
        The kind of machine that was chosen; empty for the plain one.
    """
    saved = json.loads(nbformat.writes(notebook))
    saved["nbformat_minor"] = 0
    saved["metadata"] = {
        "colab": {"provenance": [], "toc_visible": True}
        | ({"gpuType": "T4"} if accelerator == "GPU" else {}),
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
    } | ({"accelerator": accelerator} if accelerator else {})
    for number, cell in enumerate(saved["cells"]):
        del cell["id"]
        cell["metadata"]["id"] = _token(number, 12)
        if cell["cell_type"] == "code":
            cell["metadata"] |= {
                "colab": {"base_uri": "https://localhost:8080/", "height": 35 + number},
                "executionInfo": {
                    "status": "ok",
                    "timestamp": 1795867200000 + number,
                    "user_tz": -60,
                    "elapsed": 3 + number,
                    "user": {"displayName": "Ada L.", "userId": "0123456789"},
                },
                "outputId": f"{_token(number, 8)}-0000-4000-8000-{_token(number, 12)}",
            }
    extra = {"cell_type": "code", "source": ["# an attempt\n", "1 + 1"], "execution_count": 99}
    extra |= {"metadata": {"id": _token(-1, 12)}, "outputs": []}
    saved["cells"].insert(4, copy.deepcopy(extra))
    return saved


def _token(number, length):
    return hashlib.sha256(str(number).encode()).hexdigest()[:length]


def main():
    """Make the file again, from a notebook that was run: python through_colab.py RUN.ipynb."""
    saved = through_colab(nbformat.read(sys.argv[1], as_version=4))
    SUBMISSION.write_text(json.dumps(saved, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
