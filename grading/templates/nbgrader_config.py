"""nbgrader's settings for this course. `course` and plain `nbgrader` commands both read them."""

from pathlib import Path

from grading.stub import CODE_STUB

c = get_config()  # noqa: F821 (nbgrader provides it)

# The course is the folder of this file, wherever a command is started.
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.course_id = "neural-networks"

# What students find in place of the solution.
c.ClearSolutions.code_stub = {"python": CODE_STUB}

# Submissions run with time limits (in seconds), and a dead kernel or a warning is handled fairly.
c.CourseExecute.timeout = 60
c.CourseExecute.notebook_timeout = 600
c.Autograde.autograde_preprocessors = [
    "grading.execution.CourseExecute",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
