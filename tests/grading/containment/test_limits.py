"""Limits bind what is contained, and nothing else of the same user."""

import os
import sys
import threading
import time

import pytest

from grading.containment.limits import Limits, apply_limits, threads_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts in /proc")

#: A user without processes; only root can be another one.
SOMEBODY = 54321 if os.geteuid() == 0 else os.geteuid()


def forked(function) -> int:
    """Run a function in a copy of this process, as somebody; return the copy's id."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        if os.geteuid() != SOMEBODY:
            os.setresuid(SOMEBODY, SOMEBODY, SOMEBODY)
        function()
        code = 0
    finally:
        os._exit(code)


@pytest.fixture
def busy_user():
    """Somebody who has 100 threads more than before."""
    before = threads_of(SOMEBODY)

    def work():
        for _ in range(100):
            threading.Thread(target=time.sleep, args=(60,)).start()
        time.sleep(60)

    pid = forked(work)
    deadline = time.monotonic() + 20
    while threads_of(SOMEBODY) < before + 100:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    yield
    os.kill(pid, 9)
    os.waitpid(pid, 0)


@pytest.mark.parametrize("own_user", [True, False])
def test_threads_of_the_same_user_elsewhere(busy_user, own_user):
    """They count, unless it is known that there may be some."""

    def contained():
        apply_limits(Limits(processes=50), own_user)
        thread = threading.Thread(target=time.sleep, args=(0,))
        thread.start()
        thread.join()

    code = os.waitstatus_to_exitcode(os.waitpid(forked(contained), 0)[1])
    assert (code != 0) == own_user
