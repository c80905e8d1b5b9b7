"""The command line: quick to answer, plain about what is wrong."""

import json
import subprocess
import sys

import pytest
from handed_in import answered, blank_of, hand_in, reference

from grading import cli
from grading.export_formats import WRITERS, Format


def test_from_init_to_export(run, tmp_path, chapter):
    root = tmp_path / "course"
    assert run("init", root)[0] == 0
    status, printed = run("release", "01", "--course", root)
    assert (status, "none of 13 secret lines" in printed) == (0, True)
    assert "note: no Open in Colab badge" in printed
    course = cli.find_course(root)
    hand_in(course, "ann", answered(blank_of(course), **reference(chapter)))
    status, printed = run("grade", "01", "--course", root, "--cell-timeout", 5)
    assert status == 0
    assert "ann graded 3 2 2 3 1 11/11" in printed
    assert run("feedback", "01", "--course", root)[0] == 0
    assert run("export", "--course", root, "--to", tmp_path / "all.csv")[0] == 0
    assert "ann,01_tiny,graded,11.0" in (tmp_path / "all.csv").read_text()
    status, printed = run(
        "export", "01", "--course", root, "--format", "canvas", "--column", "Tiny (1)"
    )
    assert status == 0
    exported = (course.reports("01_tiny") / "grades-canvas.csv").read_text()
    assert exported.endswith(
        "SIS Login ID,Section,Tiny (1)\n    Points Possible,,,,,11.0\nann,,,ann,,11.0\n"
    )
    status, printed = run("statistics", "01", "--course", root)
    assert status == 0
    assert "test_square_negative 1 - - - 2.0/2" in printed
    assert (course.reports("01_tiny") / "statistics.png").exists()
    wrong = {**reference(chapter), "halve": "def halve(x):\n    return x // 2"}
    hand_in(course, "ann", answered(blank_of(course), **wrong))
    status, printed = run("grade", "01", "--course", root, "--cell-timeout", 5)
    assert "ann halve 2 → 0 test_halve gives 0 instead of 2: another answer was" in printed


def test_the_formats_are_those_of_the_writers():
    assert list(cli.ExportFormat) == list(Format) == list(WRITERS)


def test_collect_and_check(run, course, tmp_path, chapter):
    solved = answered(blank_of(course), **reference(chapter))
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "ann.ipynb").write_text(json.dumps(solved))
    (folder / "notes.txt").write_text("whose?")
    status, printed = run("collect", folder, "--chapter", "01", "--course", course.root)
    assert status == 1  # not all of it could be placed
    assert "1 students, 1 new to grade" in printed
    assert "not placed: notes.txt: its name does not say whose it is" in printed
    (folder / "notes.txt").unlink()
    status, printed = run("collect", folder, "--chapter", "01", "--course", course.root)
    assert (status, "nothing new" in printed) == (0, True)
    handed_in = course.submission("ann", "01_tiny")
    status, printed = run("check", handed_in, "--course", course.root, "--no-run")
    assert status == 0
    assert "all 12 cells that are graded are there" in printed
    handed_in.write_text("{")
    status, printed = run("check", handed_in, "--course", course.root)
    assert (status, "cannot be graded" in printed) == (1, True)


def test_release_all_goes_on_after_a_chapter_that_leaks(run, course, notebooks):
    source = course.source("01_tiny")
    other = course.source("02_tiny")
    other.parent.mkdir()
    other.write_text(source.read_text())
    text = source.read_text().replace("# A tiny chapter", "# return math.prod([x, x])")
    source.write_text(text)
    with course.config_path.open("a") as stream:
        stream.write('c.StudentRelease.repository = "ada/nets"\n')
    status, printed = run("release", "--all", "--course", course.root)
    assert status == 1
    assert f"Released to {course.release('02_tiny')}: 02_tiny.ipynb, README.md" in printed
    assert "error: 01_tiny is not released: it would give away" in printed
    assert "note" not in printed
    assert not course.release("01_tiny").exists()


def test_build_check(run):
    assert run("build", "--check") == (0, "1 notebooks agree with their sources and ran clean.")


def test_verify(run, tmp_path):
    status, printed = run("verify", "01", "--json", tmp_path / "verdicts.json")
    assert status == 0
    assert "Wrong answers caught: 6 of 6 (100.0 %)" in printed
    verdicts = json.loads((tmp_path / "verdicts.json").read_text())
    assert set(verdicts[0]) == {
        "chapter",
        "exercise",
        "name",
        "kind",
        "points",
        "max_points",
        "ok",
        "message",
    }


def test_verify_fails_and_says_why(run, make_answer):
    bank = make_answer("quiz/right_guess", "# A [bold]guess[/bold].\nanswers = {'q1': 'maybe'}")
    status, printed = run("verify", "--answers", bank, "--exercise", "quiz")
    assert status == 1
    assert "quiz/right_guess: got 0 points, expected 1. test_quiz: AssertionError" in printed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("verify", "07"), "No chapter is called '07...'. Choices: 01_tiny."),
        (("verify", "--exercise", "cube"), "No exercise is called 'cube...'"),
        (("verify", "--answers", "nowhere"), "nowhere is not a folder"),
        (("grade", "01", "--course", "/"), "is not a course directory"),
        (("check", "x.ipynb", "--course", "/"), "is not a course directory"),
        (("release",), "Name the chapter to release, or say --all."),
        (("release", "01", "--all"), "Name the chapter to release, or say --all."),
    ],
)
def test_mistakes_are_one_message(run, arguments, message):
    status, printed = run(*arguments)
    assert status == 1
    assert printed.startswith("error: ")
    assert message in printed
    assert "Traceback" not in printed


def test_help_imports_nothing_slow():
    code = (
        "import sys; sys.argv = ['course', '--help']; from grading.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n"
        "    print({'nbgrader', 'jupytext', 'nbformat'} & sys.modules.keys())"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert output.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize("module", ["typer", "rich", "jupytext"])
def test_missing_dependency(module):
    code = (
        f"import sys; sys.modules['{module}'] = None; sys.argv = ['course', 'verify']\n"
        "from grading.cli import main; main()"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert output.returncode == 1
    assert 'pip install "course-lib[grading]"' in output.stderr
    assert "Traceback" not in output.stderr


def test_windows_is_told_what_to_do(tmp_path):
    (tmp_path / "nbgrader_config.py").touch()
    code = (
        "import sys; from grading.cli import main\n"
        "sys.modules['fcntl'] = sys.modules['resource'] = None\n"
        f"sys.argv = ['course', 'collect', 'x', '--chapter', '01', '--course', {str(tmp_path)!r}]\n"
        "main()"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert output.returncode == 1
    assert "this command needs Unix. On Windows, run it in WSL" in output.stderr
    assert "Traceback" not in output.stderr


def test_missing_nbgrader(run, tmp_path, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("grading.initialise")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "grading.engine")
    monkeypatch.setitem(sys.modules, "nbgrader", None)
    monkeypatch.setitem(sys.modules, "nbgrader.api", None)
    monkeypatch.setattr(sys, "argv", ["course", "init", str(tmp_path / "course")])
    with pytest.raises(SystemExit, match="course-lib"):
        cli.main()
