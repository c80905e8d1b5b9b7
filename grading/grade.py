"""`course grade`: one result for every student, whatever the submissions do.

Submissions are read and repaired here, run by workers (see `grading.cluster`), and saved here
again, one by one: this process alone writes to the gradebook. A result that is saved is not
computed again unless something it depends on has changed, so a run that was interrupted, however
rudely, goes on where it was.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import nbformat

from course_lib.handing_in.repairs import Slot, repair
from grading.chapters import imported_modules
from grading.configuration import check_contained, load_config
from grading.course_directory import Course
from grading.engine import (
    exercise_points,
    gradebook_stays_open,
    open_gradebook,
    released_exercises,
    released_sources,
)
from grading.errors import CourseError
from grading.execution import Settings
from grading.locking import Part, locked
from grading.preprocessors import CourseExecute, load_slots
from grading.regrading import Change, record
from grading.results import Result, Status, load_results, save_results
from grading.saving import save_report, scored
from grading.staging.wheel import released_library
from grading.submissions import Unreadable, read_submission, students_in
from grading.task import Task, packed


@dataclass(frozen=True)
class Run:
    """How a class is graded.

    Attributes
    ----------
    workers : int
        Worker processes on this machine.
    scheduler : str, optional
        The address of a Dask scheduler to use instead.
    force : bool
        Also grade again what has not changed.
    separate : bool
        Run tests in a process of their own.
    unsafe : bool
        Go on where nothing can be isolated.
    cell_timeout, notebook_timeout : float, optional
        Seconds; the course's configuration otherwise.
    isolation : str, optional
        The mechanism; the course's configuration otherwise.
    """

    workers: int = 1
    scheduler: str | None = None
    force: bool = False
    separate: bool = True
    unsafe: bool = False
    cell_timeout: float | None = None
    notebook_timeout: float | None = None
    isolation: str | None = None


def grade(
    course: Course,
    chapter: str,
    student: str | None = None,
    run: Run | None = None,
    on_result: Callable[[Result], None] = lambda result: None,
    on_note: Callable[[str], None] = lambda note: None,
    on_change: Callable[[Change], None] = lambda change: None,
) -> list[Result]:
    """Grade what was handed in for a chapter.

    Parameters
    ----------
    course, chapter
        What to grade.
    student : str, optional
        Only this student; the others' results stay as they are.
    run : Run, optional
        How.
    on_result : callable
        Called with every result as soon as it is saved.
    on_note : callable
        Called with sentences about the tests that the instructor should know.
    on_change : callable
        Called with every change of the points of somebody who was graded before.

    Returns
    -------
    list of Result
        One for each student, also written to ``reports/<chapter>/results.json``.

    Raises
    ------
    CourseError
        If the class cannot be graded at all, or another command is at work in the course.
    """
    run = run or Run()
    with locked(course, Part.GRADES, "course grade"), gradebook_stays_open():
        settings = settings_of(course, run)
        with open_gradebook(course) as gradebook:
            exercises = released_exercises(course, gradebook, chapter)
            slots = load_slots(course, chapter)
            _check_release(chapter, slots, released_sources(gradebook, chapter))
        students = known_students(course)
        if student is not None and student not in students:
            raise CourseError(
                f"There is no student '{student}': neither in {course.submitted} nor in the "
                "gradebook."
            )
        before = {result.student: result for result in load_results(course.results(chapter))}
        results = {one: result for one, result in before.items() if one in students}

        def finish(result: Result) -> None:
            earlier = before.get(result.student)
            if result.score is None and earlier:  # what was graded before still is
                result = replace(result, cells=earlier.cells, tests=earlier.tests)
            results[result.student] = result
            save_results(course.results(chapter), [results[one] for one in sorted(results)])
            on_result(result)

        shared = shared_parts(course, chapter, settings, run)
        for note in plan_notes(shared["plan"]):
            on_note(note)
        tasks, repairs = [], {}
        reading = locked(course, Part.SUBMITTED, "course grade")
        with reading, open_gradebook(course) as gradebook:
            for one in students if student is None else [student]:
                prepared = prepare(course, chapter, one, slots, shared)
                if isinstance(prepared, Result):
                    finish(prepared)
                    continue
                task, repairs[one] = prepared
                earlier = before.get(one)
                points = exercise_points(gradebook, chapter, one, exercises)
                if not run.force and earlier and points and earlier.key == task.key:
                    finish(scored(earlier, points))  # with what was set by hand since
                else:
                    tasks.append(task)
        if tasks:
            from grading.cluster import run_all

            for task, report in run_all(tasks, run.workers, run.scheduler):
                earlier = before.get(task.student)
                result, changes = save_report(
                    course, task, report, repairs[task.student], exercises, earlier
                )
                record(course.changes(chapter), changes)
                finish(result)
                for change in changes:
                    on_change(change)
        save_results(course.results(chapter), [results[one] for one in sorted(results)])
        return [results[one] for one in sorted(results)]


def settings_of(course: Course, run: Run) -> Settings:
    """Return the settings of the course's configuration and of this run.

    Raises
    ------
    CourseError
        If code would run without isolation and nobody has said that it may, or the configuration
        would have nbgrader run it.
    """
    check_contained(course)
    settings = CourseExecute(config=load_config(course)).settings()
    changes = {
        name: getattr(run, name)
        for name in ("cell_timeout", "notebook_timeout", "isolation")
        if getattr(run, name) is not None
    }
    settings = replace(settings, **changes)
    wall = int(settings.notebook_timeout) + 120
    settings = replace(settings, limits=replace(settings.limits, wall_seconds=wall))
    if settings.mechanism == "none" and not run.unsafe:
        raise CourseError(
            "This machine cannot isolate what it runs (Linux with namespaces, bubblewrap or "
            "Landlock can): the code of students would have your rights, your files and your "
            "network. If you trust all of it, say --unsafe."
        )
    if settings.mechanism != "none":
        _check_place(course)
    return settings


def _check_place(course: Course) -> None:
    """Refuse a course that students' code can see, and that cannot be hidden from it."""
    from grading.containment.view import lies_in_view

    for folder in map(Path, course.private()):
        if lies_in_view(str(folder)) and Path(sys.prefix).resolve().is_relative_to(folder):
            raise CourseError(
                f"{folder} cannot be hidden from the code of students: the Python that runs it is "
                f"in there ({sys.prefix}). Move one of them to another place."
            )


def known_students(course: Course) -> list[str]:
    """List everyone with a folder in ``submitted/`` or an entry in the gradebook."""
    with open_gradebook(course) as gradebook:
        enrolled = {student.id for student in gradebook.students}
    return sorted(enrolled | students_in(course.submitted))


def shared_parts(course: Course, chapter: str, settings: Settings, run: Run) -> dict[str, Any]:
    """Return what the tasks of a chapter have in common."""
    source = nbformat.read(course.source(chapter), as_version=4)
    plan = None
    if run.separate:
        from grading.checking.slicing import make_plan

        plan = make_plan(source)
    return {
        "chapter": chapter,
        "settings": replace(settings, modules=imported_modules(source)),
        "library": released_library(course.release(chapter), chapter),
        "hidden": course.private(),
        "plan": plan,
    }


def plan_notes(plan: dict[str, Any] | None) -> list[str]:
    """Say which tests run in the student's kernel, and what separate ones cannot do."""
    if plan is None:
        return []
    together = [test["name"] for test in plan["tests"].values() if not test["separate"]]
    notes = [f"In the student's kernel, as their metadata says: {', '.join(together)}."]
    return (notes if together else []) + list(plan["problems"])


def prepare(
    course: Course, chapter: str, student: str, slots: list[Slot], shared: dict[str, Any]
) -> tuple[Task, list[str]] | Result:
    """Read and repair one submission; return its task and the repairs, or why there is none."""
    found = read_submission(course, chapter, student)
    if isinstance(found, Unreadable):
        return Result(student, found.status, found.reason)
    folder = course.submission(student, chapter).parent
    try:
        repaired, notes = repair(found, slots)
        files = packed(folder, leave_out=(f"{chapter}.ipynb",))
    except Exception as error:
        return Result(student, Status.UNREADABLE, f"It cannot be graded: {error}")
    return Task(student, notebook=nbformat.writes(repaired), files=files, **shared), notes


def _check_release(chapter: str, slots: list[Slot], released: dict[str, str]) -> None:
    """Refuse to grade with tests that are not those of the release."""
    changed = [
        slot.name
        for slot in slots
        if not slot.answer and released.get(slot.name) != slot.cell.source
    ]
    if changed:
        raise CourseError(
            f"The source of '{chapter}' has changed since it was released ({', '.join(changed)}): "
            f"run `course release {chapter}` again."
        )
