"""What a page of feedback opens with: the points, what failed, how grading went, in plain words.

The points and comments come from the gradebook, so that what an instructor changed by hand is on
the page; the status and the repairs come from ``course grade``.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import NbGraderPreprocessor

from grading.course_directory import Course
from grading.findings import Finding, exercises_in, findings, title_of, titles
from grading.results import Result, Status, load_results

#: What a status means, for the student whose submission has it.
MEANINGS = {
    Status.GRADED: "Your notebook was run from top to bottom and graded.",
    Status.REPAIRED: "Your notebook was graded after some of its cells had been put right. "
    "That cost you no points.",
    Status.TIMED_OUT: "Some of your code ran longer than it may, so it was stopped. "
    "The tests that had passed count.",
    Status.OUT_OF_MEMORY: "Your code asked for more memory than it may have, so it was ended. "
    "The tests that had passed count.",
    Status.CRASHED: "Python itself stopped while your code ran. The tests that had passed count.",
    Status.UNREADABLE: "The file that you handed in could not be read, so none of it was graded.",
    Status.MISSING: "There was no notebook to grade where yours was expected.",
    Status.FAILED: "Something went wrong on our side, and your notebook was not graded. "
    "Your instructor knows; you need not do anything.",
}
#: Where the page shows an earlier submission, because the latest one could not be graded.
EARLIER = "What is below is an earlier submission of yours, which still counts."


@dataclass(frozen=True)
class CheckLine:
    """One test in the summary."""

    name: str
    points: float
    most: float
    finding: Finding
    by_hand: bool = False


@dataclass(frozen=True)
class ExerciseLine:
    """One exercise in the summary."""

    name: str
    title: str
    tests: list[CheckLine]
    comment: str = ""

    @property
    def points(self) -> float:
        """What it earned."""
        return sum(test.points for test in self.tests)

    @property
    def most(self) -> float:
        """The most it can give."""
        return sum(test.most for test in self.tests)

    @property
    def by_hand(self) -> bool:
        """Whether an instructor set some of its points."""
        return any(test.by_hand for test in self.tests)

    @property
    def failed(self) -> list[CheckLine]:
        """The tests that found something, each thing once."""
        told = {}
        for test in self.tests:
            if not test.finding.passed:
                told.setdefault((test.finding.message, test.finding.hint), test)
        return list(told.values())

    @property
    def outcome(self) -> str:
        """``"full"``, ``"part"`` or ``"none"``: how much of the points it earned."""
        if self.points >= self.most:
            return "full"
        return "part" if self.points > 0 else "none"


@dataclass(frozen=True)
class Summary:
    """What the page opens with."""

    chapter: str
    title: str
    student: str
    meaning: str
    status: str = ""
    details: list[str] = field(default_factory=list)
    exercises: list[ExerciseLine] = field(default_factory=list)
    late_penalty: float = 0.0

    @property
    def points(self) -> float:
        """The total, late penalty included."""
        return max(0.0, sum(one.points for one in self.exercises) - self.late_penalty)

    @property
    def most(self) -> float:
        """The most the chapter can give."""
        return sum(one.most for one in self.exercises)


class Summarise(NbGraderPreprocessor):
    """Puts the summary where the template finds it, as ``resources.course``."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Add the summary; the notebook stays as it is."""
        about = resources["nbgrader"]
        course = Course(Path(self.config.CourseDirectory.root))
        with Gradebook(about["db_url"]) as gradebook:
            resources["course"] = summary_of(
                nb, gradebook, about["assignment"], about["student"], course
            )
        return nb, resources


def summary_of(
    notebook: NotebookNode, gradebook: Gradebook, chapter: str, student: str, course: Course
) -> Summary:
    """Summarise the graded notebook of a student; an empty one if nothing was graded."""
    results = {one.student: one for one in load_results(course.results(chapter))}
    exercises, penalty = [], 0.0
    try:
        submission = gradebook.find_submission_notebook(chapter, chapter, student)
    except MissingEntry:
        submission = None
    if submission is not None and notebook.cells:
        exercises = _exercises(notebook, submission)
        penalty = submission.late_submission_penalty or 0.0
    meaning, status, details = status_words(results.get(student), bool(exercises))
    return Summary(
        chapter, title_of(notebook, chapter), student, meaning, status, details, exercises, penalty
    )


def status_words(result: Result | None, graded: bool) -> tuple[str, str, list[str]]:
    """Say how grading went: what it means, the status itself, the details.

    Parameters
    ----------
    result : Result or None
        What ``course grade`` said; None where plain ``nbgrader autograde`` graded.
    graded : bool
        Whether there are points to show.
    """
    if result is None:
        return MEANINGS[Status.GRADED], "", []
    details = [*([result.trouble] if result.trouble else []), *result.repairs]
    if result.status == Status.FAILED:
        details = []  # what went wrong here is for the instructor
    meaning = MEANINGS[result.status]
    if graded and result.score is None:
        meaning = f"{meaning} {EARLIER}"
    return meaning, str(result.status), [_sentence(one) for one in details]


def _exercises(notebook: NotebookNode, submission: Any) -> list[ExerciseLine]:
    """Put together what the gradebook and the notebook say about each exercise."""
    grades = {grade.name: grade for grade in submission.grades}
    comments = {comment.name: comment.comment for comment in submission.comments}
    found, headings = findings(notebook), titles(notebook)
    return [
        ExerciseLine(
            exercise,
            headings[exercise],
            [
                CheckLine(
                    test,
                    grades[test].score or 0.0,
                    grades[test].max_score,
                    found[test],
                    grades[test].manual_score is not None or bool(grades[test].extra_credit),
                )
                for test in tests
                if test in grades
            ],
            comments.get(exercise) or "",
        )
        for exercise, tests in exercises_in(notebook).items()
    ]


def _sentence(text: str) -> str:
    """Begin with a capital letter and end with a stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
