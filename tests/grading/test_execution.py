"""Outputs are marked fairly, and how a run ended is read off the notebook alone."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.utils import determine_grade

from grading.execution import fair_outputs, outcome

ERROR = new_output("error", ename="AssertionError", evalue="no", traceback=[])
RESULT = new_output("execute_result", {"text/plain": "1.0"}, execution_count=1)
TOO_MUCH = new_output("execute_result", {"text/plain": "99"}, execution_count=1)
FIGURE = new_output("execute_result", {"image/png": ""}, execution_count=1)
WARNING = new_output("stream", name="stderr", text="careful")
PRINTED = new_output("stream", name="stdout", text="hello")


def cell(name="test_fit", grade=True, **kwargs):
    metadata = {
        "grade_id": name,
        "grade": grade,
        "solution": not grade,
        "locked": grade,
        "points": 2,
        "schema_version": 3,
    }
    return new_code_cell("pass", metadata={"nbgrader": metadata}, **kwargs)


@pytest.mark.parametrize(
    ("outputs", "points"),
    [
        ([], 2),
        ([PRINTED], 2),
        ([WARNING], 2),
        ([RESULT], 2),
        ([TOO_MUCH], 2),
        ([FIGURE], 2),
        ([ERROR], 0),
        ([RESULT, ERROR], 0),
        ([WARNING, PRINTED, ERROR, PRINTED], 0),
    ],
)
def test_what_nbgrader_makes_of_fair_outputs(outputs, points):
    fair = fair_outputs([output.copy() for output in outputs])
    assert determine_grade(cell(outputs=fair)) == (points, 2)
    assert len(fair) == len(outputs)


@pytest.mark.parametrize(
    ("outputs", "points"), [([RESULT], 1), ([RESULT, ERROR], 0), ([WARNING], 2)]
)
def test_what_the_checker_displays_is_partial_credit(outputs, points):
    fair = fair_outputs([output.copy() for output in outputs], trusted=True)
    assert determine_grade(cell(outputs=fair)) == (points, 2)


@pytest.mark.parametrize(("outputs", "points"), [([WARNING], 0), ([RESULT, ERROR], 1)])
def test_nbgrader_alone_is_unfair(outputs, points):
    """If this fails, nbgrader has mended it, and `fair_outputs` can go."""
    assert determine_grade(cell(outputs=outputs)) == (points, 2)


def stopped(name):
    return [new_output("error", ename=name, evalue="why", traceback=[])]


@pytest.mark.parametrize(
    ("cells", "status", "reason"),
    [
        ([cell()], "graded", ""),
        ([cell(outputs=[ERROR])], "graded", ""),
        ([new_markdown_cell("text")], "graded", ""),
        (
            [cell("fit", grade=False), cell(outputs=stopped("DeadKernelError"))],
            "crashed",
            "Python died in a test of fit; every other cell was run and counts.",
        ),
        (
            [
                cell("fit", grade=False, outputs=stopped("CellTimeoutError")),
                cell(outputs=stopped("NotExecutedError")),
            ],
            "timed out",
            "Stopped at the time limit: the answer to fit; "
            "the 1 code cells after it were not run, what came before it counts.",
        ),
        (
            [new_code_cell("plot()", outputs=stopped("NotExecutedError"))],
            "timed out",
            "The notebook's time was over before cell 1 (plot()); "
            "the 1 code cells after it were not run, what came before it counts.",
        ),
        (
            [cell(outputs=stopped("CellTimeoutError"))],
            "timed out",
            "Stopped at the time limit: the test test_fit; every other cell was run and counts.",
        ),
    ],
)
def test_outcome(cells, status, reason):
    assert outcome(new_notebook(cells=cells)) == (status, reason)
