"""The page that a student gets back: one file that loads nothing and runs nothing.

nbgrader's page asks other servers for scripts (jQuery, require.js, MathJax), and shows whatever
HTML a submission holds. This one is nbconvert's exporter with another template (see
``templates/course_feedback``), MathML instead of MathJax (`grading.markdown`), and HTML that was
cleaned (`grading.sanitising`). The page also forbids the browser to load or run anything (a content
security policy), come what may.
"""

from nbconvert.exporters import HTMLExporter
from traitlets import Bool
from traitlets.config import Config

from grading.markdown import latex2html, markdown2html
from grading.sanitising import clean_html
from grading.template_folders import NBGRADER_TEMPLATES, TEMPLATES


class FeedbackPage(HTMLExporter):
    """Exports a graded notebook to one page; `nbgrader_config.py` names this class."""

    sanitize_html = Bool(True).tag(config=True)
    exclude_anchor_links = Bool(True).tag(config=True)
    exclude_input_prompt = Bool(True).tag(config=True)
    exclude_output_prompt = Bool(True).tag(config=True)

    @property
    def default_config(self) -> Config:
        """What differs from nbconvert's HTML: where the template is, and no outputs that run."""
        config = Config(
            {
                "FeedbackPage": {
                    # By the name of this class, because nbgrader sets those of HTMLExporter.
                    "template_name": "course_feedback",
                    "extra_template_basedirs": [TEMPLATES, NBGRADER_TEMPLATES],
                    "extra_template_paths": [NBGRADER_TEMPLATES],
                    "filters": {
                        "clean_html": clean_html,
                        "latex2html": latex2html,
                        "markdown2html": markdown2html,
                        # Markdown was cleaned, and its prefix taken off before.
                        "strip_files_prefix": _as_it_is,
                    },
                },
                "NbConvertBase": {
                    "display_data_priority": [
                        "text/html",
                        "text/markdown",
                        "image/svg+xml",
                        "text/latex",
                        "image/png",
                        "image/jpeg",
                        "text/plain",
                    ]
                },
            }
        )
        merged = super().default_config.copy()
        merged.merge(config)
        return merged


def _as_it_is(html: str) -> str:
    """Leave it to `markdown2html`, which cleans afterwards."""
    return html
