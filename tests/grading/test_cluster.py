"""Workers that die, workers that come late, a scheduler that restarts: each graded exactly once."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter

import pytest
from handed_in import answered, blank_of, hand_in, reference

from grading.engine import open_gradebook
from grading.errors import CourseError
from grading.grade import Run, grade
from grading.results import load_results

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster")]

SLOW = "\nimport time\ntime.sleep({seconds})\n"


@pytest.fixture
def processes():
    """Processes that are ended with the test."""
    with contextlib.ExitStack() as stack:
        started = []

        def start(*arguments):
            process = subprocess.Popen(
                [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            started.append(process)
            stack.callback(process.wait)
            stack.callback(process.kill)
            return process

        yield start


@pytest.fixture
def port():
    """A port that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def scheduler(processes, port):
    return processes(
        *("-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)),
        *("--no-dashboard", "--no-show"),
    )


def worker(processes, port):
    return processes(
        *("-m", "distributed.cli.dask_worker", f"tcp://127.0.0.1:{port}", "--nthreads", "1"),
        *("--no-dashboard", "--no-nanny"),
    )


def a_class(course, chapter, seconds=1.0, size=6):
    """Half of them right, half of them blank, all of them slow."""
    blank = blank_of(course)
    right = answered(blank, **reference(chapter))
    for number in range(size):
        notebook = json.loads(json.dumps(right if number % 2 == 0 else blank))
        notebook["cells"][1]["source"] += SLOW.format(seconds=seconds)
        hand_in(course, f"student-{number}", notebook)


def grade_in_thread(course, run):
    """Start grading; return the thread, the results so far, and an event after the first."""
    seen, first, failure = [], threading.Event(), []

    def on_result(result):
        seen.append(result)
        first.set()

    def target():
        try:
            grade(course, "01_tiny", run=run, on_result=on_result)
        except Exception as error:
            failure.append(error)
            first.set()

    thread = threading.Thread(target=target, daemon=True)
    thread.start()
    assert first.wait(120)
    return thread, seen, failure


def check_all_graded_once(course, seen, size=6):
    counts = Counter(result.student for result in seen)
    assert counts == {f"student-{number}": 1 for number in range(size)}
    assert [result.status for result in seen] == ["graded"] * size
    assert {one.student: one.score for one in seen} == {
        f"student-{number}": 11 if number % 2 == 0 else 0 for number in range(size)
    }
    with open_gradebook(course) as gradebook:
        submissions = gradebook.assignment_submissions("01_tiny")
        assert sorted(one.student.id for one in submissions) == sorted(counts)


def test_worker_killed_and_worker_late(course, chapter, processes, port):
    a_class(course, chapter)
    scheduler(processes, port)
    victims = [worker(processes, port), worker(processes, port)]
    run = Run(scheduler=f"tcp://127.0.0.1:{port}")
    thread, seen, failure = grade_in_thread(course, run)
    victims[0].send_signal(signal.SIGKILL)
    worker(processes, port)
    thread.join(180)
    assert not failure
    check_all_graded_once(course, seen)


def test_scheduler_restarted(course, chapter, processes, port):
    a_class(course, chapter)
    old = [scheduler(processes, port), worker(processes, port), worker(processes, port)]
    run = Run(scheduler=f"tcp://127.0.0.1:{port}")
    thread, seen, failure = grade_in_thread(course, run)
    for process in old:
        process.send_signal(signal.SIGKILL)
        process.wait()
    scheduler(processes, port)
    worker(processes, port)
    thread.join(240)
    assert not failure
    check_all_graded_once(course, seen)


def test_no_scheduler_is_an_error_that_says_so(course, chapter, port, monkeypatch):
    monkeypatch.setattr("grading.cluster.PATIENCE", 1)
    a_class(course, chapter, size=1)
    with pytest.raises(CourseError, match="no Dask scheduler at tcp"):
        grade(course, "01_tiny", run=Run(scheduler=f"tcp://127.0.0.1:{port}"))


def test_killed_and_started_again(course, chapter, processes):
    a_class(course, chapter)
    command = ("-m", "grading.cli", "grade", "01", "--course", str(course.root), "--workers", "2")
    first = processes(*command)
    results = course.results("01_tiny")
    deadline = time.monotonic() + 120
    while len(load_results(results)) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    first.send_signal(signal.SIGKILL)
    first.wait()
    saved = {one.student: one for one in load_results(results)}
    assert 2 <= len(saved) < 6
    again = []
    grade(course, "01_tiny", run=Run(workers=2), on_result=again.append)
    check_all_graded_once(course, again)
    kept = {one.student: one for one in again if one.student in saved}
    assert kept == saved  # seconds and all: they were not run again
    assert not list(course.root.glob(".grading/*/*"))
    assert all(os.path.getsize(course.autograded(one.student, "01_tiny")) for one in again)


def test_only_what_changed_is_graded_again(course, chapter):
    a_class(course, chapter, seconds=0, size=3)
    before = grade(course, "01_tiny", run=Run())
    assert grade(course, "01_tiny", run=Run()) == before
    hand_in(course, "student-1", answered(blank_of(course), **reference(chapter)))
    after = grade(course, "01_tiny", run=Run())
    assert [one.score for one in after] == [11, 11, 11]
    assert (after[0], after[2]) == (before[0], before[2])
    forced = grade(course, "01_tiny", run=Run(force=True))
    assert [one.score for one in forced] == [11, 11, 11]
    assert forced[0].seconds != before[0].seconds
