"""Grades mixed submissions for a long time and looks for what stays behind; see GRADING.md.

Usage: python benchmarks/soak.py [--minutes 20] [--isolation NAME]
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Beside this file is one called like the package: this folder must not be searched first.
sys.path[:] = [one for one in sys.path if Path(one or ".").resolve() != HERE]

import nbformat  # noqa: E402
import psutil  # noqa: E402
from nbformat.v4 import new_code_cell, new_notebook  # noqa: E402

from grading.checking.slicing import make_plan  # noqa: E402
from grading.containment.limits import Limits, MiB  # noqa: E402
from grading.execution import Settings  # noqa: E402
from grading.task import Task, run_task  # noqa: E402

GOOD = "def square(x):\n    return np.asarray(x) ** 2"
ANSWERS = {
    "right": GOOD,
    "wrong": "def square(x):\n    return np.asarray(x) * 2",
    "error": "def square(x):\n    raise ValueError(x)",
    "output": GOOD + "\nfor _ in range(20_000):\n    print('x' * 200)",
    "memory": GOOD + "\nblocks = [bytearray(1 << 30) for _ in range(64)]",
    "children": GOOD + "\nimport os, time\nfor _ in range(20):\n    if os.fork() == 0:\n"
    "        time.sleep(100)",
    "files": GOOD + "\nfor k in range(1000):\n    open(f'f{k}', 'wb').write(b'x' * 100_000)",
    "death": GOOD + "\nimport os\nos._exit(1)",
    "loop": "def square(x):\n    while True:\n        pass",
    "thread": GOOD + "\nimport threading\ndef spin():\n    while True:\n        pass\n"
    "threading.Thread(target=spin, daemon=True).start()",
    "figure": GOOD
    + "\nimport matplotlib.pyplot as plt\nplt.plot(square(np.arange(9)))\nplt.show()",
}
LIBRARY = {"course_lib/__init__.py": b"", "course_lib/losses.py": b"scale = 1\n"}
#: What each must get; 0 where the tests come too late or never.
POINTS = dict.fromkeys(ANSWERS, 1) | {"wrong": 0, "error": 0, "death": 0, "loop": 0}


def notebook(answer: str):
    """Return a submission with this answer."""

    def cell(source, **nbgrader):
        return new_code_cell(source, metadata={"nbgrader": nbgrader} if nbgrader else {})

    return new_notebook(
        cells=[
            cell("import numpy as np"),
            cell(answer, grade_id="square", grade=False, solution=True),
            cell("assert square(3) == 9", grade_id="test_square", grade=True, solution=False),
        ]
    )


def passed(executed: str) -> int:
    """Return 1 if the test passed."""

    outputs = nbformat.reads(executed, as_version=4).cells[2].outputs
    return int(all(output.output_type != "error" for output in outputs))


def measure() -> dict[str, float]:
    """Look at this process, its children, and the temporary files."""
    own = psutil.Process()
    children = own.children(recursive=True)
    return {
        "memory of the worker, MB": own.memory_info().rss / MiB,
        "memory of its children, MB": sum(one.memory_info().rss for one in children) / MiB,
        "processes": len(children),
        "descriptors": own.num_fds(),
        "temporary folders": len(list(Path(tempfile.gettempdir()).glob("course-*"))),
    }


def main() -> None:
    """Grade until the time is over; print what there is at the start and at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--isolation", default="auto")
    arguments = parser.parse_args()
    tempfile.tempdir = tempfile.mkdtemp(prefix="soak-")
    os.chmod(tempfile.tempdir, 0o755)
    settings = Settings(
        isolation=arguments.isolation,
        cell_timeout=3,
        notebook_timeout=30,
        limits=Limits(memory=1024 * MiB, total_memory=512 * MiB, disk=32 * MiB, processes=64),
    )
    plan = make_plan(notebook(GOOD))
    draw = random.Random(0)
    counts, wrong = Counter(), Counter()
    names = sorted(ANSWERS)
    start, before = time.monotonic(), None
    while time.monotonic() - start < 60 * arguments.minutes:
        name = names.pop() if names else draw.choice(sorted(ANSWERS))
        written = nbformat.writes(notebook(ANSWERS[name]))
        task = Task("student", "soak", written, settings, library=LIBRARY, plan=plan)
        report = run_task(task)
        counts[name, str(report.status)] += 1
        wrong[name] += passed(report.notebook) != POINTS[name]
        if before is None and sum(counts.values()) == 3 * len(ANSWERS):
            before = measure()
    after = measure()
    print(f"{sum(counts.values())} submissions in {arguments.minutes:g} minutes")
    for (name, status), count in sorted(counts.items()):
        print(f"  {name}: {status} {count}, wrong points {wrong[name]}")
    for what, value in after.items():
        print(f"{what}: {before[what]:.0f} after {3 * len(ANSWERS)}, {value:.0f} at the end")


if __name__ == "__main__":
    main()
