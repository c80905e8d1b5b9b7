"""The class: three good students and everybody else, graded together."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from cheating import ROWS as CHEATING
from handed_in import answered, blank_of, hand_in, reference
from malformed import ROWS as MALFORMED
from reaching_out import ROWS as REACHING_OUT
from submissions import Desk, Row
from using_up import ROWS as USING_UP
from world import World, descendants

from grading.chapters import Chapter
from grading.containment.isolation import available
from grading.course_directory import Course
from grading.engine import open_gradebook
from grading.grade import Run, grade
from grading.initialise import init_course
from grading.release import release
from grading.results import Result

GRADING = Path(__file__).parent.parent / "grading"

#: Rows whose outcome does not depend on how a submission is contained.
ANYWHERE = (*CHEATING, *MALFORMED)
ROWS: dict[str, Row] = {row.name: row for row in (*USING_UP, *REACHING_OUT, *ANYWHERE)}
if chosen := os.environ.get("HOSTILE_ROWS"):  # name,name: for trying things out
    ROWS = {name: ROWS[name] for name in chosen.split(",")}


def rows_with(mechanism: str) -> dict[str, Row]:
    """Return the rows for a mechanism: all of them for the strongest that this machine has."""
    if mechanism == available()[0]:
        return ROWS
    return {name: row for name, row in ROWS.items() if row not in ANYWHERE}


#: Small limits: what is used up is used up quickly, and the machine has other things to do.
LIMITS = """
c.CourseExecute.limits = {
    "memory": 384 * 2**20,
    "total_memory": 512 * 2**20,
    "disk": 32 * 2**20,
    "processes": 64,
    "output": 2 * 2**20,
}
"""
RUN = {"workers": 2, "separate": True, "cell_timeout": 3, "notebook_timeout": 10}


@dataclass(frozen=True)
class Graded:
    """What has come of a class, and the world before and after."""

    mechanism: str
    course: Course
    world: World
    results: dict[str, Result]
    before: dict[str, Result]
    files_before: dict[str, str]
    files: dict[str, str]
    rows_before: dict[str, list]
    rows: dict[str, list]
    processes: dict[tuple[int, float], str]
    heard: list[str]


def good_course(folder: Path, tiny: Chapter) -> tuple[Course, dict[str, Result]]:
    """Make a course and grade three good students, and one whose submission is gone later."""
    course, _ = init_course(folder, tiny.path.parent)
    release(course, "01_tiny", tiny.path.parent, GRADING / "tiny" / "answers")
    with course.config_path.open("a") as config:
        config.write(LIMITS)
    right, blank = reference(tiny), blank_of(course)
    for student, notebook in {
        "perfect": answered(blank, **right),
        "partial": answered(blank, **{**right, "square": "def square(x):\n    return x * abs(x)"}),
        "blank": blank,
        "earlier": answered(blank, **right),
    }.items():
        hand_in(course, student, notebook)
    results = {one.student: one for one in grade(course, "01_tiny")}
    shutil.rmtree(course.submitted / "earlier")  # the grade stays
    return course, results


def grade_class(
    world: World, good: tuple[Course, dict[str, Result]], tiny: Chapter, mechanism: str
) -> Graded:
    """Hand everything in to a copy of a course, and grade it."""
    shutil.copytree(good[0].root, world.course)
    course = Course(world.course)
    right, blank = reference(tiny), blank_of(course)
    for row in rows_with(mechanism).values():
        row.submit(Desk(course, row.name, blank, right, world))
    world.open_up()
    files, rows, known = world.files(), gradebook_rows(course), descendants()
    results = grade(course, "01_tiny", run=Run(**RUN, isolation=mechanism, force=True))
    left = {key: name for key, name in descendants().items() if key not in known}
    return Graded(
        mechanism,
        course,
        world,
        results={one.student: one for one in results},
        before=good[1],
        files_before=files,
        files=world.files(),
        rows_before=rows,
        rows=gradebook_rows(course),
        processes=left,
        heard=world.listeners.heard(),
    )


def gradebook_rows(course: Course) -> dict[str, list]:
    """Return what the gradebook says about each student."""
    with open_gradebook(course) as gradebook:
        return {
            submission.student.id: [
                (one.name, one.auto_score, one.manual_score, one.extra_credit, one.max_score)
                for notebook in submission.notebooks
                for one in sorted(notebook.grades, key=lambda one: one.name)
            ]
            for submission in gradebook.assignment_submissions("01_tiny")
        }
