"""How fast is course_lib? Against Keras, naive loops, and the import of NumPy; see README.md.

Usage: python benchmarks/library.py [--quick] [--write]
"""

import argparse
import os
import platform
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from unittest import mock

import numpy as np

from course_lib.noise_ball import quadratic, simulate_sgd

HERE = Path(__file__).parent
TABLE = re.compile("(?<=<!-- table -->\n).*?(?=<!-- end of the table -->)", re.S)
PROBLEM = {"eigenvalues": (1.0, 10.0), "noise_std": 1.0, "alpha": 0.05, "batch_size": 1}


@dataclass(frozen=True)
class Size:
    """How much is measured, and how often."""

    repetitions: int = 9
    digits: int = 4000
    epochs: int = 3
    runs: int = 20_000
    runs_one_by_one: int = 20
    steps: int = 1000
    imports: int = 15


QUICK = Size(1, digits=128, epochs=1, runs=200, runs_one_by_one=2, steps=20, imports=1)


@dataclass(frozen=True)
class Row:
    """One comparison: seconds that each side took, again and again, and the ratio aimed for."""

    what: str
    against: str
    ours: list
    theirs: list
    target: float | None = None
    bound: str = ""

    def __str__(self):
        ours, theirs = median(self.ours), median(self.theirs)
        verdict = "" if self.target is None else f"≤ {self.target:.1f}: "
        if self.target is not None:
            verdict += "met" if ours <= self.target * theirs else f"missed. {self.bound}"
        cells = self.what, readable(ours), self.against, readable(theirs), f"{ours / theirs:.2g}"
        return f"| {' | '.join(cells)} | {verdict} |"


def readable(seconds):
    """Three digits and a unit: 0.0512 is "51.2 ms"."""
    unit, scale = next(u for u in (("s", 1), ("ms", 1e3), ("µs", 1e6)) if seconds * u[1] >= 1)
    return f"{float(f'{seconds * scale:.3g}'):g} {unit}"


def alternate(repetitions, *measurements):
    """Results of each measurement, taken in turns: a busy machine is busy for all of them.

    The first turn warms up and does not count.
    """
    turns = [[measure() for measure in measurements] for _ in range(repetitions + 1)]
    return zip(*turns[1:], strict=True)


class Worker:
    """A process that trains with one library; see worker.py."""

    def __init__(self, library, cores, size):
        self.process = subprocess.Popen(
            [sys.executable, "worker.py", library, cores, str(size.digits), str(size.epochs)],
            cwd=HERE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # TensorFlow reports on processors and drivers
            text=True,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.communicate()

    def epoch(self, network):
        """Train, and return the seconds of one epoch."""
        print(network, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"Nothing came back. To see why: python {self.process.args[1:]}")
        return float(answer)


def training(size):
    """Epochs of both networks, on MNIST-5k, against Keras."""
    products = "Most of it is matrix products, which NumPy and Keras compute alike."
    rest = (
        "A third of it is matrix products; the rest lays out patches, adds and compares in strides"
    )
    aims = {
        ("MLP", "all"): (0.5, products),
        ("MLP", "one"): (0.5, products),
        ("CNN", "all"): (1.0, f"{rest}, on one core."),
        ("CNN", "one"): (1.0, f"{rest}."),
    }
    for cores, where in (("all", "Keras on all cores"), ("one", "both on one core")):
        with (
            Worker("course_lib", cores, size) as ours,
            Worker("keras", cores, size) as theirs,
        ):
            for network in ("MLP", "CNN"):
                epochs = (partial(worker.epoch, network) for worker in (ours, theirs))
                times = alternate(size.repetitions, *epochs)
                yield Row(f"{network}, {where}", "Keras", *times, *aims[network, cores])


def runs_one_by_one(n_runs, n_steps, rng):
    """What simulate_sgd computes, the naive way."""
    lam, total = np.array(PROBLEM["eigenvalues"]), np.zeros(n_steps + 1)
    for _ in range(n_runs):
        theta = np.ones(len(lam))
        total[0] += theta @ theta
        for t in range(1, n_steps + 1):
            grad = lam * theta + PROBLEM["noise_std"] * rng.standard_normal(len(lam))
            theta = theta - PROBLEM["alpha"] * grad
            total[t] += theta @ theta
    return total / n_runs


def simulation(size):
    """Runs of SGD on the quadratic of the noise ball."""

    def seconds(simulate, n_runs):
        start = time.perf_counter()
        simulate(n_runs=n_runs, n_steps=size.steps, rng=np.random.default_rng(0))
        return (time.perf_counter() - start) * size.runs / n_runs

    in_blocks = partial(simulate_sgd, **PROBLEM)

    def all_at_once(**arguments):
        with mock.patch.object(quadratic, "BLOCK", size.runs):
            return in_blocks(**arguments)

    ours, at_once, one_by_one = alternate(
        size.repetitions,
        partial(seconds, in_blocks, size.runs),
        partial(seconds, all_at_once, size.runs),
        partial(seconds, runs_one_by_one, size.runs_one_by_one),
    )
    what = f"{size.runs:,} runs × {size.steps:,} steps of SGD".replace(",", " ")
    scaled = f"one run after another ({size.runs_one_by_one} runs, scaled)"
    yield Row(what, scaled, ours, one_by_one)
    yield Row(what, "all runs at once", ours, at_once)


def import_seconds(*modules):
    """Time to import modules, and all that they import, in a new process."""
    report = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import {', '.join(modules)}"],
        check=True,
        capture_output=True,
        text=True,
    ).stderr
    # import time:  self [us] | cumulative | module, indented if another module imports it
    lines = re.findall(r"\| +(\d+) \| (\w+)(?:\.\S+)?$", report, re.M)
    wanted = {module.partition(".")[0] for module in modules}
    return sum(int(cumulative) for cumulative, name in lines if name in wanted) / 1e6


def imports(size):
    """The package, and all of it that does not draw, against NumPy alone."""
    package = HERE.parent / "course_lib"
    paths = [p for p in package.rglob("*.py") if p.parent.name != "plotting"]
    modules = [".".join(p.relative_to(HERE.parent).with_suffix("").parts) for p in sorted(paths)]
    modules = [module.removesuffix(".__init__") for module in modules]
    light, full, numpy = alternate(
        size.imports,
        partial(import_seconds, "course_lib"),
        partial(import_seconds, *modules),
        partial(import_seconds, "numpy"),
    )
    each = f"NumPy is one part, the other about 1 ms for each of {len(modules)} modules."
    yield Row("`import course_lib`", "`import numpy`", light, numpy, 1.2)
    yield Row("import of all but `plotting`", "`import numpy`", full, numpy, 1.2, each)


def table(size):
    """Measure everything; return Markdown."""
    rows = [*training(size), *simulation(size), *imports(size)]
    packages = (f"{name} {version(name)}" for name in ("numpy", "tensorflow", "keras"))
    cores = len(os.sched_getaffinity(0))
    lines = [
        "| | course_lib | against | takes | ratio | target |",
        "|---|--:|---|--:|--:|---|",
        *map(str, rows),
        "",
        f"Python {platform.python_version()}, {', '.join(packages)}; {cores} cores.",
    ]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="next to nothing, once: a trial")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    arguments = parser.parse_args()
    result = table(QUICK if arguments.quick else Size())
    print(result, end="")
    if arguments.write:
        readme = HERE / "README.md"
        text = TABLE.sub(lambda _: result, readme.read_text(encoding="utf-8"))
        readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
