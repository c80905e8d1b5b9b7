"""The benchmarks run, and their README shows what they measure. How fast is not tested: machines
differ."""

import math
import re
import subprocess
import sys

import numpy as np
import pytest

from course_lib.noise_ball import exact_mean_square

ROWS = [
    ("MLP, Keras on all cores", "Keras"),
    ("CNN, Keras on all cores", "Keras"),
    ("MLP, both on one core", "Keras"),
    ("CNN, both on one core", "Keras"),
    ("runs of SGD", "one run after another"),
    ("runs of SGD", "all runs at once"),
    ("`import course_lib`", "`import numpy`"),
    ("import of all but `plotting`", "`import numpy`"),
]
UNITS = {"s": 1, "ms": 1e-3, "µs": 1e-6}


@pytest.fixture(scope="module")
def library(root):
    """benchmarks/library.py as a module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(root / "benchmarks")
        import library

        yield library


def check(markdown):
    """Every row is there, and its ratio is that of its times."""
    table = [line.strip("| ").split(" | ") for line in markdown.splitlines() if line[:1] == "|"][2:]
    assert len(table) == len(ROWS)
    for (what, against), row in zip(ROWS, table, strict=True):
        assert re.sub(r"[\d ]+ runs × [\d ]+ steps", "runs", row[0]) == what
        assert row[2].startswith(against)
        ours, theirs = (float(n) * UNITS[u] for n, u in (row[i].split() for i in (1, 3)))
        assert 0 < float(row[4]) < math.inf
        assert float(row[4]) == pytest.approx(ours / theirs, rel=0.1)
        if len(row) > 5:
            target, verdict = re.fullmatch(r"≤ (\S+): (met|missed\. .+)", row[5]).groups()
            assert (verdict == "met") == (ours <= float(target) * theirs)
    assert re.search(
        r"Python 3[\d.]+, numpy [\d.]+, tensorflow [\d.]+, keras [\d.]+; \d+ cores\.", markdown
    )


@pytest.mark.slow
def test_a_quick_run_measures_every_row(root):
    check(
        subprocess.check_output(
            [sys.executable, root / "benchmarks" / "library.py", "--quick"], text=True
        )
    )


def test_the_readme_shows_every_row(root, library):
    readme = (root / "benchmarks" / "README.md").read_text(encoding="utf-8")
    (table,) = library.TABLE.findall(readme)
    check(table)


def test_a_row_says_whether_its_target_is_met(library):
    row = library.Row("MLP", "Keras", [0.1, 0.2, 9.0], [0.5, 0.4, 0.1], 0.5, "Because.")
    assert str(row) == "| MLP | 200 ms | Keras | 400 ms | 0.5 | ≤ 0.5: met |"
    row = library.Row("MLP", "Keras", [0.3], [0.4], 0.5, "Because.")
    assert str(row).endswith("| 0.75 | ≤ 0.5: missed. Because. |")


def test_the_naive_loop_computes_what_the_simulator_computes(library):
    p = library.PROBLEM
    found = library.runs_one_by_one(1000, 30, np.random.default_rng(0))
    exact = [
        exact_mean_square(t, p["alpha"], p["eigenvalues"], p["noise_std"] ** 2, p["batch_size"])
        for t in range(31)
    ]
    np.testing.assert_allclose(found, exact, rtol=0.15)


def test_measurements_take_turns_and_the_first_turn_does_not_count(library):
    calls = []
    a, b = library.alternate(2, lambda: calls.append("a") or len(calls), lambda: calls.append("b"))
    assert calls == list("ababab")
    assert a == (3, 5)
    assert b == (None, None)


def test_a_worker_that_fails_is_named(library):
    with library.Worker("keras", "all", library.QUICK) as worker, pytest.raises(RuntimeError):
        worker.epoch("no such network")
