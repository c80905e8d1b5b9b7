"""The `course` command line. Every command prints what it did; what the user can mend is in red.

nbgrader takes seconds to import, so the modules that need it are imported by the commands that use
them, and ``course --help`` is quick.
"""

import gc
import json
import os
import sys
from contextlib import nullcontext
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

try:
    import typer
    from rich.markup import escape

    from grading.chapters import ANSWERS, NOTEBOOKS, chapter_names, load_chapter, match_names
    from grading.console import (
        console,
        errors,
        grading_progress,
        progress,
        protection_report,
    )
    from grading.course_directory import Course, find_course
except ModuleNotFoundError as error:
    sys.exit(f'{error.name} is not installed. Run: pip install "course-lib[grading]"')

from grading.errors import CourseError
from grading.files import write_atomically

app = typer.Typer(
    help="Build, release, grade and verify the chapters of the course.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Chapters = Annotated[
    list[str] | None, typer.Argument(help="Chapters, or how they begin: 01. All if left out.")
]
ChapterName = Annotated[str, typer.Argument(help="A chapter, or how it begins: 01.")]
CourseFolder = Annotated[
    Path | None,
    typer.Option("--course", help="The course directory. Default: here, or the nearest parent."),
]


@app.command()
def build(
    chapters: Chapters = None,
    check: Annotated[
        bool, typer.Option("--check", help="Run nothing: only compare sources and notebooks.")
    ] = False,
) -> None:
    """Run chapters and write the executed notebooks next to their sources."""
    from grading import build as building

    loaded = [
        load_chapter(one, NOTEBOOKS)
        for one in match_names(chapters or [], chapter_names(NOTEBOOKS))
    ]
    if check:
        problems = [problem for chapter in loaded for problem in building.check(chapter)]
        if problems:
            raise CourseError("\n".join(problems))
        console.print(f"{len(loaded)} notebooks agree with their sources and ran clean.")
        return
    for chapter in loaded:
        cells = sum(bool(c.source.strip()) for c in chapter.notebook.cells if c.cell_type == "code")
        with progress(chapter.name, cells) as on_cell:
            building.build(chapter, on_cell)
        console.print(f"Built {chapter.executed_path}", soft_wrap=True)


@app.command()
def site(
    to: Annotated[
        Path | None, typer.Option(help="The folder of the site. Default: build/site.")
    ] = None,
) -> None:
    """Build the reading site of all chapters, and check that it gives nothing away."""
    from grading.site.building import SITE, build_site

    folder = to or SITE
    with progress("Site", 3) as on_step:
        secrets = build_site(folder, on_step=on_step)
    console.print(f"Built {folder / 'index.html'}", soft_wrap=True)
    console.print(f"Leak check: none of {secrets} secret lines is in it.")


@app.command()
def init(folder: Annotated[Path, typer.Argument(help="A new or empty folder.")]) -> None:
    """Make an nbgrader course directory, or add chapters that are missing to one."""
    from grading.initialise import init_course

    course, added = init_course(folder, NOTEBOOKS)
    console.print(f"{course.root} has {len(course.chapters())} chapters. Added:", soft_wrap=True)
    console.print("\n".join(f"  {name}" for name in added) or "  nothing: all were there")
    note_settings(course)


@app.command()
def release(
    chapter: Annotated[str | None, typer.Argument(help="A chapter, or how it begins: 01.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every chapter of the course.")] = False,
    course: CourseFolder = None,
) -> None:
    """Make the folder that students get: release/CHAPTER, ready to publish.

    It has the notebook without solutions and hidden tests, the library of this chapter as a wheel,
    requirements.txt and a README. Nothing is released that gives anything away. Where you publish
    it is said in nbgrader_config.py (c.StudentRelease...), see docs/releasing.md.
    """
    from grading.release import release as make_release
    from grading.release import student_settings

    if every == (chapter is not None):
        raise CourseError("Name the chapter to release, or say --all.")
    found = open_course(course)
    problems = []
    for name in found.chapters() if every else [found.chapter(chapter)]:
        try:
            with console.status(f"Releasing {name}"):
                files, secrets = make_release(found, name, NOTEBOOKS, ANSWERS)
        except CourseError as error:
            problems.append(str(error))
            continue
        console.print(f"Released to {found.release(name)}: {', '.join(files)}", soft_wrap=True)
        console.print(f"Leak check: none of {secrets} secret lines is in it.")
    settings = student_settings(found)
    if not (settings.repository or settings.address):
        print_note(
            "no Open in Colab badge: nobody has said where you publish. Set "
            'c.StudentRelease.repository = "OWNER/NAME" in nbgrader_config.py.'
        )
    if problems:
        raise CourseError("\n".join(problems))


@app.command()
def collect(
    source: Annotated[
        Path, typer.Argument(help="The zip that a learning system exports, or a folder.")
    ],
    chapter: Annotated[str, typer.Option(help="The chapter, or how it begins: 01.")],
    roster: Annotated[
        Path | None,
        typer.Option(
            help="A CSV file that says who is who: of nbgrader (id, first_name, last_name, email, "
            "lms_user_id), a Moodle grading worksheet or a Canvas gradebook. Default: the names "
            "in the gradebook."
        ),
    ] = None,
    course: CourseFolder = None,
) -> None:
    """Put what was handed in to Moodle, Canvas and others where it is graded.

    Every version is kept below collected/, with its time; the newest goes to submitted/. Nothing is
    overwritten, and what belongs to nobody is listed. The same export may be collected again.
    """
    from grading.collecting.collect import collect as collect_all
    from grading.collecting.report import collection_table
    from grading.roster import read_roster

    found = open_course(course)
    chapter = found.chapter(chapter)
    people = read_roster(roster) if roster is not None else None
    with console.status(f"Collecting {source}") as status:
        result = collect_all(
            found, chapter, source, people, on_student=lambda one: status.update(f"Placing {one}")
        )
    if result.placed:
        console.print(collection_table(chapter, result))
    for one in result.placed:
        for note in one.notes:
            print_note(f"{one.student}: {note}")
    graded = sum(one.outcome == "to be graded" for one in result.placed)
    console.print(f"{len({one.student for one in result.placed})} students, {graded} new to grade.")
    for one in result.unplaced:
        shown = f"[yellow]not placed:[/yellow] {escape(one.name)}: {escape(one.reason)}"
        console.print(shown, soft_wrap=True)
    if result.unplaced or not result.placed:
        raise typer.Exit(1)


@app.command()
def grade(
    chapter: ChapterName,
    student: Annotated[str | None, typer.Option(help="Only this student.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Submissions at once. Default: one per core.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(help="The address of a Dask scheduler: tcp://host:8786.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Also grade again what has not changed.")
    ] = False,
    isolation: Annotated[
        str | None, typer.Option(help="namespaces, bubblewrap, landlock; default: the strongest.")
    ] = None,
    one_kernel: Annotated[
        bool, typer.Option("--one-kernel", help="Run tests in the student's kernel, as nbgrader.")
    ] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Go on where code cannot be isolated.")
    ] = False,
    cell_timeout: Annotated[
        int | None, typer.Option(min=1, help="Seconds that one cell may take.")
    ] = None,
    notebook_timeout: Annotated[
        int | None, typer.Option(min=1, help="Seconds that a whole notebook may take.")
    ] = None,
    course: CourseFolder = None,
) -> None:
    """Grade what was handed in; every submission ends with a status and a reason."""
    from grading.containment.warm import shared
    from grading.forking import prepare_workers

    found = open_course(course)
    chapter = found.chapter(chapter)
    workers = workers or os.cpu_count() or 1
    ready = nullcontext() if scheduler else shared(found.imports(chapter))
    with ready:  # kernels import what they need while this process imports nbgrader
        from grading.grade import Run, known_students, settings_of
        from grading.grade import grade as run_all
        from grading.regrading import changes_table
        from grading.results import results_table

        if workers > 1 and not scheduler:
            prepare_workers()  # not before: two cores import no more than two things at once
        changes = []
        run = Run(
            workers=workers,
            scheduler=scheduler,
            force=force,
            separate=not one_kernel,
            unsafe=unsafe or isolation == "none",
            cell_timeout=cell_timeout,
            notebook_timeout=notebook_timeout,
            isolation=isolation,
        )
        console.print(protection_report(settings_of(found, run).mechanism, run.separate))
        total = 1 if student else len(known_students(found))
        try:
            with grading_progress(total) as on_result:
                results = run_all(
                    found, chapter, student, run, on_result, print_note, on_change=changes.append
                )
        except KeyboardInterrupt:
            raise CourseError(
                "Interrupted. What was finished is saved; the same command goes on from there."
            ) from None
    exercises = dict.fromkeys(name for result in results for name in result.points)
    console.print(results_table(chapter, results, exercises))
    if changes:
        console.print(changes_table(changes, found.changes(chapter)))
    console.print(f"Results: {found.results(chapter)}", soft_wrap=True)


def open_course(given: Path | None) -> Course:
    """Find the course directory, and say what its configuration lacks."""
    course = find_course(given)
    note_settings(course)
    return course


def note_settings(course: Course) -> None:
    """Say what a course's configuration lacks."""
    from grading.configuration import settings_note

    if note := settings_note(course):
        print_note(note)


def print_note(note: str) -> None:
    """Print something that the instructor should know."""
    console.print(f"[yellow]note:[/yellow] {escape(note)}", soft_wrap=True)


@app.command()
def feedback(
    chapter: ChapterName,
    show_hidden_tests: Annotated[
        bool, typer.Option("--show-hidden-tests", help="Show the source of hidden tests, too.")
    ] = False,
    course: CourseFolder = None,
) -> None:
    """Write a page of feedback for everyone who was graded."""
    from grading.feedback import feedback as write_feedback
    from grading.feedback import graded_students

    found = open_course(course)
    chapter = found.chapter(chapter)
    with progress("Feedback", len(graded_students(found, chapter))) as on_student:
        pages, problems = write_feedback(found, chapter, on_student, show_hidden_tests)
    console.print(f"Wrote {len(pages)} pages of feedback:")
    for page in pages:
        console.print(f"  {page}", soft_wrap=True)
    if problems:
        raise CourseError(
            "\n".join(f"No feedback for {who}: {why}" for who, why in problems.items())
        )


class ExportFormat(StrEnum):
    """The layouts of `grading.export_formats.Format`, which takes seconds to import."""

    EXERCISES = "exercises"
    GRADEBOOK = "gradebook"
    CANVAS = "canvas"
    MOODLE = "moodle"


@app.command()
def export(
    chapter: Annotated[str | None, typer.Argument(help="Only this chapter.")] = None,
    layout: Annotated[
        ExportFormat,
        typer.Option(
            "--format",
            help="exercises: a row for each student and chapter, with every exercise; gradebook: a "
            "row for each student; canvas, moodle: what these import.",
        ),
    ] = ExportFormat.EXERCISES,
    roster: Annotated[
        Path | None,
        typer.Option(help="A CSV file with names and ids, such as an export of Canvas or Moodle."),
    ] = None,
    column: Annotated[
        str, typer.Option(help="What Canvas or Moodle calls the chapter: 'Optimizers (4711)'.")
    ] = "",
    to: Annotated[Path | None, typer.Option(help="The CSV file.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite any file.")] = False,
    course: CourseFolder = None,
) -> None:
    """Write the grades to a CSV file: for a spreadsheet, for Canvas or for Moodle."""
    from grading.export import export as write_csv
    from grading.export_formats import Format

    found = open_course(course)
    path = write_csv(
        found,
        found.chapter(chapter) if chapter else None,
        to,
        force,
        Format(layout),
        roster,
        column,
        print_note,
    )
    console.print(f"Wrote {path}", soft_wrap=True)


@app.command()
def check(
    notebook: Annotated[Path, typer.Argument(help="A notebook that is to be handed in.")],
    files: Annotated[
        list[Path] | None, typer.Argument(help="What is handed in with it: it runs with these.")
    ] = None,
    chapter: Annotated[
        str | None, typer.Option(help="Its chapter, if neither its content nor its name says so.")
    ] = None,
    no_run: Annotated[
        bool, typer.Option("--no-run", help="Only look at the file, run nothing.")
    ] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Go on where code cannot be isolated.")
    ] = False,
    course: CourseFolder = None,
) -> None:
    """Tell what a grader's machine will see in a notebook, before it is handed in.

    In a course directory it is compared with the release there, elsewhere with what it says about
    its release. Students have the same check as `python -m course_lib.handing_in NOTEBOOK`.
    """
    from grading.handing_in import check_submission

    try:
        found = find_course(course)
    except CourseError:
        if course is not None or chapter is not None:
            raise
        found = None
    else:
        note_settings(found)
    full_name = found.chapter(chapter) if found and chapter else None
    report = check_submission(notebook, files or [], found, full_name, not no_run, unsafe)
    console.print(str(report), markup=False, highlight=False, soft_wrap=True)
    if report.problems:
        raise typer.Exit(1)


@app.command()
def statistics(
    chapter: ChapterName,
    picture: Annotated[
        Path | None,
        typer.Option(help="The picture: .png or .svg. Default: reports/CHAPTER/statistics.png"),
    ] = None,
    course: CourseFolder = None,
) -> None:
    """Show how the class did in every test, what failed most often, and draw it."""
    from grading.statistics import statistics as collect
    from grading.statistics import statistics_table, write_statistics
    from grading.statistics_figure import save_figure

    found = open_course(course)
    collected = collect(found, found.chapter(chapter))
    console.print(statistics_table(collected))
    for path in (write_statistics(found, collected), save_figure(found, collected, picture)):
        console.print(f"Wrote {path}", soft_wrap=True)


@app.command()
def verify(
    chapters: Chapters = None,
    answers: Annotated[
        Path | None, typer.Option(help="Another bank: DIR/<chapter>/<exercise>/*.py")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Also write every verdict to this file.")
    ] = None,
    exercise: Annotated[str | None, typer.Option(help="Only this exercise.")] = None,
    time_limit: Annotated[
        float, typer.Option(min=0.1, help="Seconds for one answer; an exercise may ask for more.")
    ] = 20.0,
    one_kernel: Annotated[
        bool, typer.Option("--one-kernel", help="Run tests in the same process as the answers.")
    ] = False,
) -> None:
    """Try every right and wrong answer, the blank and the reference, against the tests."""
    from grading import verify as verifying

    if answers is not None and not answers.is_dir():
        raise CourseError(f"{answers} is not a folder: --answers takes the folder of a bank.")
    verdicts = []
    for name in match_names(chapters or [], chapter_names(NOTEBOOKS)):
        chapter = load_chapter(name, NOTEBOOKS)
        bank = verifying.collect_answers(chapter, answers or ANSWERS, answers is None, exercise)
        with progress(name, sum(map(len, bank.values()))) as on_answer:
            mine = verifying.verify(chapter, bank, time_limit, on_answer, not one_kernel)
        console.print(verifying.verdict_table(name, mine))
        verdicts += mine
    failures = [one for one in verdicts if not one.ok]
    for one in failures:
        console.print(f"[red]{one.exercise}/{one.name}[/red]: {escape(one.message)}")
    console.print(verifying.wrong_caught(verdicts))
    if json_file:
        rows = [asdict(one) for one in verdicts]
        write_atomically(json_file, json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
    if failures:
        raise typer.Exit(1)


@app.command()
def demo(
    keep: Annotated[
        Path | None, typer.Option(help="Make the course here, and leave it for you to look at.")
    ] = None,
) -> None:
    """Take a small class through everything: release, hand in, grade, feedback, export."""
    from grading.demo import run_demo

    if not run_demo(keep):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; what the user can mend is a message, not a traceback."""
    try:
        app()
    except CourseError as error:
        errors.print(f"[bold]error:[/bold] {escape(str(error))}", style="red", soft_wrap=True)
        sys.exit(1)
    except ModuleNotFoundError as error:
        if error.name in ("fcntl", "pwd", "resource"):
            sys.exit("error: this command needs Unix. On Windows, run it in WSL.")
        sys.exit(f'{error.name} is not installed. Run: pip install "course-lib[grading]"')
    finally:
        gc.freeze()  # or Python looks through a thousand modules for garbage before it ends


if __name__ == "__main__":
    main()
