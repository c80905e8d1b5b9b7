"""Where the templates of pages are: this course's, and nbgrader's, on which they build."""

from importlib.util import find_spec
from pathlib import Path

TEMPLATES = str(Path(__file__).parent / "templates")
NBGRADER_TEMPLATES = str(
    Path(find_spec("nbgrader").origin).parent / "server_extensions/formgrader/templates"
)
