"""nbgrader's settings for this course. `course` and plain `nbgrader` commands both read them."""

from pathlib import Path

from grading.stub import CODE_STUB
from grading.template_folders import NBGRADER_TEMPLATES, TEMPLATES

c = get_config()  # noqa: F821 (nbgrader provides it)

# The course is the folder of this file, wherever a command is started.
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.course_id = "neural-networks"

# What students find in place of the solution.
c.ClearSolutions.code_stub = {"python": CODE_STUB}

# What students get: nbgrader's own steps, then a header, a cell that installs the library in Colab,
# the library, requirements.txt and README.md. See docs/releasing.md.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
    "grading.publish.StudentRelease",
    # It says which cells it has: students can check theirs before they hand in.
    "grading.handing_in.WriteManifest",
]
# Where you publish what is in release/, so that Colab finds it: a GitHub repository ...
c.StudentRelease.repository = ""  # "OWNER/NAME"
c.StudentRelease.branch = "main"
c.StudentRelease.folder = ""  # in that repository; empty for its root
# ... or any other address ("https://..."), without a badge.
c.StudentRelease.address = ""
# How to hand in, as the end of "Hand in CHAPTER.ipynb": "in Moodle, by Sunday evening".
c.StudentRelease.hand_in = ""

# Cells are put right before anything runs: found again by name or content, one of each.
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "grading.preprocessors.RepairCells",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Submissions run contained and with time limits (in seconds); a dead kernel or a warning is handled
# fairly.
c.CourseExecute.timeout = 60
c.CourseExecute.notebook_timeout = 600
c.Autograde.autograde_preprocessors = [
    "grading.preprocessors.CourseExecute",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "grading.preprocessors.SaveGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Feedback opens with a summary, loads nothing from elsewhere, and shows what hidden tests found,
# not the tests.
c.GenerateFeedback.exporter_class = "grading.feedback_page.FeedbackPage"
c.GenerateFeedback.preprocessors = [
    "grading.feedback_summary.Summarise",
    "grading.preprocessors.HideTests",
    "nbgrader.preprocessors.GetGrades",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]

# Scripts in outputs and in Markdown run neither in the formgrader nor in feedback pages, and these
# load nothing from elsewhere. The formgrader reads this file when Jupyter starts: start it in this
# folder.
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.preprocessors = ["grading.sanitising.PlainMetadata"]
c.HTMLExporter.template_name = "course_formgrade"
c.HTMLExporter.extra_template_basedirs = [TEMPLATES, NBGRADER_TEMPLATES]
c.HTMLExporter.extra_template_paths = [NBGRADER_TEMPLATES]
c.HTMLExporter.filters = {
    "clean_html": "grading.sanitising.clean_html",
    "latex2html": "grading.markdown.latex2html",
    "markdown2html": "grading.markdown.markdown2html",
    "strip_files_prefix": "grading.sanitising.clean_without_prefix",
}
