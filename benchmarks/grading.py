"""How fast is `course grade`? Against nbgrader and otter, on one class, in one run; see GRADING.md.

Usage: python benchmarks/grading.py [--quick] [--write] [--otter OTTER] [--only PART ...]
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
# This file has the name of the package it measures: its folder must not be searched first.
sys.path[:] = [one for one in sys.path if Path(one or ".").resolve() != HERE]

import nbformat  # noqa: E402
import numpy as np  # noqa: E402
from nbformat.v4 import new_code_cell, new_notebook  # noqa: E402
from nbgrader.converters import GenerateAssignment  # noqa: E402

from grading.course_directory import Course  # noqa: E402
from grading.engine import convert, open_gradebook  # noqa: E402
from grading.grade import Run, grade  # noqa: E402
from grading.initialise import TEMPLATE  # noqa: E402
from grading.results import load_results  # noqa: E402

TABLE = re.compile("(?<=<!-- table -->\n).*?(?=<!-- end of the table -->)", re.S)
CHAPTER = "01_bench"

IMPORTS = "import numpy as np\nimport matplotlib.pyplot as plt\nimport tensorflow as tf"
SOLUTION = """\
def square(x):
    ### BEGIN SOLUTION
    return np.asarray(x) ** 2
    ### END SOLUTION"""
WRONG = "def square(x):\n    return np.asarray(x) * 2"
TEST = """\
assert square(2) == 4
### BEGIN HIDDEN TESTS
assert np.array_equal(square(np.arange(4)), [0, 1, 4, 9])
### END HIDDEN TESTS"""
COMPUTE = """\
import time
end = time.process_time() + {seconds}
while time.process_time() < end:
    sum(range(1000))"""
SLEEP = "import time\ntime.sleep({seconds})"

#: nbgrader as it comes; everything else about the course is the same.
STOCK = """
c = get_config()
from pathlib import Path
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.course_id = "bench"
"""


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    students: int = 20
    many: int = 200
    seconds: float = 1.0
    sleepers: int = 16


QUICK = Size(students=2, many=4, seconds=0.1, sleepers=4)


@dataclass(frozen=True)
class Measured:
    """One way of grading one class: seconds in all and until each result, and the scores."""

    how: str
    seconds: float
    scores: dict
    times: tuple[float, ...] = ()

    @property
    def between(self) -> float | None:
        """Seconds from one result to the next: the slope of a line through all of them."""
        if len(self.times) < 2:
            return None
        return float(np.polyfit(np.arange(len(self.times)), self.times, 1)[0])


def notebook(extra: str) -> nbformat.NotebookNode:
    """Return the chapter: imports, something that takes its time, one exercise with a test."""

    def cell(source, **nbgrader):
        metadata = {"schema_version": 3, "task": False, **nbgrader}
        return new_code_cell(source, metadata={"nbgrader": metadata} if nbgrader else {})

    cells = [
        cell(IMPORTS),
        cell(SOLUTION, grade_id="square", grade=False, solution=True, locked=False),
        cell(TEST, grade_id="test_square", grade=True, solution=False, locked=True, points=2),
    ]
    if extra:
        cells.insert(1, cell(extra))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def make_course(root: Path, extra: str, students: int, config: str) -> Course:
    """Make a course with a released chapter and a class, every other student right."""
    course = Course(root)
    course.source(CHAPTER).parent.mkdir(parents=True)
    course.config_path.write_text(config)
    nbformat.write(notebook(extra), course.source(CHAPTER))
    open_gradebook(course).close()
    convert(GenerateAssignment, course, CHAPTER)
    released = course.release(CHAPTER) / f"{CHAPTER}.ipynb"
    for number in range(students):
        mine = nbformat.read(released, as_version=4)
        solution = next(one for one in mine.cells if "def square" in one.source)
        solution.source = WRONG if number % 2 else SOLUTION
        path = course.submission(f"student-{number:03d}", CHAPTER)
        path.parent.mkdir(parents=True)
        nbformat.write(mine, path)
    return course


def by_nbgrader(root: Path, extra: str, students: int) -> Measured:
    """Grade with the command `nbgrader autograde`, as it comes."""
    course = make_course(root, extra, students, STOCK)
    nbgrader = Path(sys.executable).with_name("nbgrader")
    started = time.perf_counter()
    subprocess.run(
        [
            str(nbgrader),
            "autograde",
            CHAPTER,
            "--course-dir",
            str(root),
            "--ExecutePreprocessor.timeout=600",
        ],
        check=True,
        capture_output=True,
        cwd=root,
    )
    seconds = time.perf_counter() - started
    return Measured("`nbgrader autograde`", seconds, scores_of(course, students))


def scores_of(course: Course, students: int) -> dict:
    """Read the scores from the gradebook."""
    names = [f"student-{number:03d}" for number in range(students)]
    with open_gradebook(course) as gradebook:
        return {name: gradebook.find_submission(CHAPTER, name).score for name in names}


def by_course(root: Path, extra: str, students: int, workers: int) -> tuple[Measured, list]:
    """Grade with `course grade`, containment and separate checking on."""
    course = make_course(root, extra, students, TEMPLATE.read_text(encoding="utf-8"))
    command = [sys.executable, "-m", "grading.cli", "grade", CHAPTER, "--course", str(root)]
    written, started, times = course.results(CHAPTER), time.perf_counter(), []
    with tempfile.TemporaryFile() as said:
        grading = subprocess.Popen(
            [*command, "--workers", str(workers)], stdout=said, stderr=subprocess.STDOUT
        )
        while grading.poll() is None:
            time.sleep(0.01)
            if written.exists():
                known = written.read_text(encoding="utf-8").count('"student"')
                times += [time.perf_counter() - started] * (known - len(times))
        seconds = time.perf_counter() - started
        said.seek(0)
        if grading.returncode != 0:
            raise RuntimeError(said.read().decode())
    results = load_results(written)
    scores = {one.student: one.score for one in results}
    what = f"`course grade --workers {workers}`"
    return Measured(what, seconds, scores, tuple(times)), results


def by_otter(root: Path, extra: str, students: int, otter: str) -> Measured:
    """Grade with the command `otter run`, once for each submission, as otter is used."""
    course = make_course(root, extra, students, STOCK)
    tests = root / "tests"
    tests.mkdir()
    hidden = "square(np.arange(4)).tolist()"
    (tests / "square.py").write_text(
        "OK_FORMAT = True\n"
        "test = {'name': 'square', 'points': 2, 'suites': [{'type': 'doctest', 'cases': [\n"
        "    {'code': '>>> int(square(2))\\n4', 'hidden': False},\n"
        f"    {{'code': '>>> {hidden}\\n[0, 1, 4, 9]', 'hidden': True}},\n"
        "]}]}\n"
    )
    subprocess.run(
        [otter, "generate", "-t", str(tests), "-o", str(root / "autograder.zip")],
        check=True,
        capture_output=True,
        cwd=root,
    )
    scores = {}
    started = time.perf_counter()
    for number in range(students):
        name = f"student-{number:03d}"
        folder, path = root / "otter" / name, str(course.submission(name, CHAPTER))
        folder.mkdir(parents=True)
        subprocess.run(
            [
                otter,
                "run",
                "-a",
                str(root / "autograder.zip"),
                "-o",
                str(folder),
                "--no-logo",
                path,
            ],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        report = json.loads((folder / "results.json").read_text())
        full = all(one["score"] == one["max_score"] for one in report["tests"] if "score" in one)
        scores[name] = 2.0 if full else 0.0
    return Measured("`otter run`", time.perf_counter() - started, scores)


def compare(size: Size, seconds: float, otter: str | None, folder: Path) -> list[str]:
    """Grade the same class in every way; return the rows of a table."""
    extra = COMPUTE.format(seconds=seconds) if seconds else ""
    cores = os.cpu_count() or 1
    found = [by_nbgrader(folder / "nbgrader", extra, size.students)]
    if otter:
        found.append(by_otter(folder / "otter", extra, size.students, otter))
    for workers in (1, 2):
        found.append(by_course(folder / f"course-{workers}", extra, size.students, workers)[0])
    first = found[0]
    rows = []
    for one in found:
        same = "yes" if one.scores == first.scores else "NO"
        workers = min(2, cores) if one.how.endswith("2`") else 1
        least = seconds * size.students / workers
        against = f"{one.seconds / least:.2f}" if seconds else ""
        steady = steady_against = ""
        if one.between is not None:
            steady = f"{one.between:.2f} s"
            steady_against = f"{one.between * workers / seconds:.2f}" if seconds else ""
        rows.append(
            f"| {size.students} × {seconds:g} s | {one.how} | {one.seconds:.1f} s "
            f"| {one.seconds / size.students:.2f} s | {first.seconds / one.seconds:.1f} "
            f"| {against} | {steady} | {steady_against} | {same} |"
        )
        print(rows[-1], flush=True)
    return rows


def overhead(size: Size, folder: Path) -> list[str]:
    """Grade many; say what the engine adds to each, and how much memory a worker has used."""
    course = make_course(folder, "", size.many, TEMPLATE.read_text(encoding="utf-8"))
    seen = []
    began = time.perf_counter()
    grade(
        course,
        CHAPTER,
        run=Run(workers=2),
        on_result=lambda one: seen.append(time.perf_counter() - began),
    )
    results = load_results(course.results(CHAPTER))
    each = sorted(one.seconds for one in results)[len(results) // 2]
    steady = (seen[-1] - seen[1]) / max(1, len(seen) - 2)
    return [
        f"- {size.many} submissions that compute nothing, two workers: {seen[-1]:.1f} s, of which "
        f"{seen[0]:.1f} s until the first result (workers, imports, TensorFlow); then "
        f"{steady:.2f} s from one result to the next. One submission takes a worker {each:.2f} s."
    ]


def scaling(size: Size, folder: Path) -> list[str]:
    """Grade notebooks that only sleep: what one engine can do beside the machine's cores."""
    rows = []
    for workers in (1, 2, 4):
        extra = SLEEP.format(seconds=2 * size.seconds)
        measured, _ = by_course(folder / str(workers), extra, size.sleepers, workers)
        least = 2 * size.seconds * size.sleepers / workers
        rows.append(
            f"| {workers} | {measured.seconds:.1f} s | {least:.1f} s "
            f"| {measured.seconds - least:.1f} s |"
        )
        print(rows[-1], flush=True)
    return rows


def report(size: Size, otter: str | None, parts: list[str]) -> str:
    """Measure, and lay out what was measured."""
    lines = []
    with tempfile.TemporaryDirectory(prefix="course-bench-") as name:
        folder = Path(name)
        if "compare" in parts:
            lines += [
                "| class | graded by | takes | each | nbgrader / it | it / limit "
                "| from result to result | it / limit | same scores |",
                "|---|---|--:|--:|--:|--:|--:|--:|---|",
            ]
            for seconds in (0, size.seconds):
                lines += compare(size, seconds, otter, folder / f"compare-{seconds}")
            if not otter:
                lines.append("\notter was not measured (it is not installed: `--otter PATH`).")
        if "overhead" in parts:
            lines += ["", *overhead(size, folder / "many")]
        if "scaling" in parts:
            lines += [
                "",
                f"{size.sleepers} notebooks that sleep for {2 * size.seconds:g} s:",
                "",
                "| workers | takes | sleep / workers | added |",
                "|--:|--:|--:|--:|",
                *scaling(size, folder / "scaling"),
            ]
    packages = ", ".join(
        f"{name} {version(name)}" for name in ("nbgrader", "nbclient", "tensorflow", "distributed")
    )
    lines += ["", f"Python {platform.python_version()}, {packages}; {os.cpu_count()} cores."]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure and print; with --write, put the tables into GRADING.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="try it on almost nothing")
    parser.add_argument("--write", action="store_true", help="put the tables into GRADING.md")
    parser.add_argument(
        "--otter", default=shutil.which("otter"), help="the command of otter-grader"
    )
    parser.add_argument("--students", type=int, help="students in a class")
    parser.add_argument(
        "--only", nargs="*", default=["compare", "overhead", "scaling"], help="parts to measure"
    )
    arguments = parser.parse_args()
    size = QUICK if arguments.quick else Size()
    if arguments.students:
        size = replace(size, students=arguments.students)
    text = report(size, arguments.otter, arguments.only)
    if arguments.write:
        page = HERE / "GRADING.md"
        page.write_text(
            TABLE.sub(lambda _: text, page.read_text(encoding="utf-8")), encoding="utf-8"
        )
    print(text)


if __name__ == "__main__":
    main()
