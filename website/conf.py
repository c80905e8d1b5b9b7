"""How Sphinx builds the reading site. `grading.site.building` copies this next to the pages."""

import re

from docutils import nodes

project = "Neural networks, measured"
author = "the authors of the course"
copyright = "the authors. Text and figures: CC BY 4.0. Code: MIT."
html_title = project
language = "en"

extensions = ["myst_nb"]

# Pages are executed notebooks; building the site runs nothing.
nb_execution_mode = "off"
nb_merge_streams = True
nb_ipywidgets_js = {}

# Markdown as JupyterLab shows it: no labels after equations, `$$` also inside a paragraph.
myst_enable_extensions = ["amsmath", "colon_fence", "dollarmath"]
myst_dmath_allow_labels = False
myst_dmath_double_inline = True
myst_heading_anchors = 4

html_theme = "sphinx_book_theme"
html_theme_options = {
    "use_download_button": False,
    "use_fullscreen_button": False,
    "show_navbar_depth": 1,
    "show_toc_level": 2,
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
    "logo": {"text": project},
    "navbar_persistent": [],
}
html_context = {"default_mode": "auto"}
templates_path = ["_templates"]
html_static_path = ["_static"]
html_css_files = ["course.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_use_index = False

# Everything that a page needs is beside it. Screen readers get MathML, which they know how to read:
# MathJax's own speech needs a server.
mathjax_path = "mathjax/tex-svg.js"
mathjax4_config = {
    "loader": {"load": ["a11y/assistive-mml"]},
    "output": {
        "scale": 0.95,
        "fontPath": "[mathjax]/@mathjax/%%FONT%%-font",
        "displayOverflow": "linebreak",
    },
    "options": {
        "menuOptions": {
            "settings": {
                "assistiveMml": True,
                "enrich": False,
                "speech": False,
                "braille": False,
                "inTabOrder": False,
            }
        }
    },
}


def name_folded_cells(app, pagename, templatename, context, doctree):
    """Let a folded cell be called by what it shows; MyST-NB calls all of them the same."""
    if "body" in context:
        context["body"] = re.sub(r"<summary aria-label=\"[^\"]*\">", "<summary>", context["body"])


def leave_equations_alone(app, doctree):
    """Show equations as JupyterLab does: Sphinx wraps those with a line break into `split`."""
    for equation in doctree.findall(nodes.math_block):
        if "amsmath" not in equation["classes"] and not equation.get("number"):
            equation["no-wrap"] = True
            equation.children = [nodes.Text(rf"\[{equation.astext()}\]")]


def setup(app):
    """Register what is needed beyond configuration."""
    app.connect("doctree-read", leave_equations_alone)
    app.connect("html-page-context", name_folded_cells)
