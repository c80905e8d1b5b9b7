"""Submissions that use up what there is: time, memory, processes, files, outputs.

Each stops by itself at an amount that this machine can bear.
"""

from submissions import (
    ALL,
    ANY,
    CRASHED,
    EITHER,
    GRADED,
    NO_MEMORY,
    OVER,
    SOON,
    TIMED_OUT,
    Row,
    after,
    before,
    instead,
    without,
)

ENDLESS = """\
def halve(x):
    while True:
        pass
"""

STUBBORN = """\
def halve(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
"""

DEAF = """\
import atexit, signal, time

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
atexit.register(lambda: time.sleep(60))


def halve(x):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        pass
"""

NEVER_RETURNS = "sum(range(10**12))"

HUGE_NUMBER = "len(str(3 ** (2 * 10**7)))"

REGEX = """\
import re

re.match(r"(a+)+$", "a" * 40 + "b")
"""

DEADLOCK = """\
import threading

lock = threading.Lock()
lock.acquire()
lock.acquire()
"""

# threading.Thread.start would wait for ever for a thread that dies, for want of memory, before it has
# said that it is there.
THREADS = """\
import _thread, time

try:
    for _ in range(1000):
        _thread.start_new_thread(time.sleep, (60,))
except (RuntimeError, MemoryError):
    pass
there = _thread._count()
print("limited" if there < 500 else f"{there} threads")
"""

BUSY_THREAD = """\
import threading, time


def compute(until=time.monotonic() + 20):
    while time.monotonic() < until:
        sum(range(1000))


threading.Thread(target=compute).start()
"""

FORK_BOMB = """\
import os, time

reading, writing = os.pipe()
if os.fork() == 0:
    for _ in range(7):  # 128 processes
        try:
            os.fork()
        except OSError:
            pass
    os.write(writing, b"x")
    time.sleep(20)
    os._exit(0)
time.sleep(1.5)
os.close(writing)
os.set_blocking(reading, False)
count = len(os.read(reading, 10_000))
print("limited" if count < 70 else f"{count} processes")
"""

CHILDREN = """\
import os, time

for _ in range(10):
    if os.fork() == 0:
        kept = bytearray(100 * 2**20)  # zeros, but written to
        kept[::4096] = bytes(len(kept) // 4096 + (len(kept) % 4096 > 0))
        time.sleep(20)
        os._exit(0)
time.sleep(2)
"""

SIX_GIB = """\
import numpy as np

try:
    np.ones(6 * 2**30, "u1")
except MemoryError:
    print("limited")
"""

ALL_AT_ONCE = """\
kept = []
try:
    while len(kept) < 150:
        kept.append(bytearray(b"x") * (10 * 2**20))
except MemoryError:
    print("limited")
"""

# Memory that no process is charged for: nobody has it mapped.
MEMORY_FILES = """\
import os

kept, written = [], 0
try:
    for _ in range(40):
        kept.append(os.memfd_create("kept"))
        written += os.write(kept[-1], bytes(30 * 2**20))
except OSError:
    pass
print("limited" if written < 300 * 2**20 else f"{written} bytes")
"""

FORGOTTEN_PAGES = """\
import mmap

kept, written = [], 0
try:
    for _ in range(40):
        kept.append(mmap.mmap(-1, 30 * 2**20))
        kept[-1][:] = bytes(30 * 2**20)
        written += 30 * 2**20
        kept[-1].madvise(mmap.MADV_DONTNEED)  # not in use, as far as this process is concerned
except OSError:
    pass
print("limited" if written < 600 * 2**20 else f"{written} bytes")
"""

SYSTEM_V = """\
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
create = 0o1666  # IPC_CREAT, for everybody
for kind, make in {
    "shared memory": lambda: libc.shmget(TARGETS["key"], 2**20, create),
    "message queue": lambda: libc.msgget(TARGETS["key"], create),
    "semaphore": lambda: libc.semget(TARGETS["key"], 1, create),
}.items():
    print(kind, make())
"""

DESCRIPTORS = """\
import os

kept = []
try:
    while len(kept) < 100_000:
        kept.append(os.open("/dev/null", os.O_RDONLY))
except OSError:
    pass
print("limited" if len(kept) < 10_000 else f"{len(kept)} files")
"""

DISK = """\
import pathlib

written = 0
try:
    for number in range(20):
        written += pathlib.Path(f"big-{number}").write_bytes(bytes(10 * 2**20))
    for number in range(10):
        written += pathlib.Path(f"/tmp/big-{number}").write_bytes(bytes(10 * 2**20))
except OSError:
    pass
print("limited" if written < 150 * 2**20 else f"{written} bytes")
"""

ONE_BIG_FILE = """\
written = 0
try:
    with open("big", "wb") as stream:
        for _ in range(200):
            written += stream.write(bytes(2**20))
except OSError:
    pass
print("limited" if written < 100 * 2**20 else f"{written} bytes")
"""

NAMELESS_FILES = """\
import os

kept, written = [], 0
try:
    for number in range(20):
        kept.append(os.open("nameless", os.O_CREAT | os.O_RDWR))
        os.unlink("nameless")
        written += os.write(kept[-1], bytes(10 * 2**20))
except OSError:
    pass
import time
time.sleep(0.5)
print("limited" if written < 150 * 2**20 else f"{written} bytes")
"""

EVERY_FOLDER = """\
import time

places = ["/dev", "/dev/shm", "/run", "/var/tmp", "/"]
try:
    mounts = [line.split() for line in open("/proc/self/mounts")]
    places += [place for _, place, kind, *_ in mounts if kind == "tmpfs"]  # the rest is watched
except OSError:
    pass
written = 0
for place in dict.fromkeys(places):
    try:
        for number in range(20):
            with open(f"{place}/w{number}", "wb") as stream:
                written += stream.write(bytes(10 * 2**20))
    except OSError:
        pass
time.sleep(0.5)
print("limited" if written < 150 * 2**20 else f"{written} bytes")
"""

INODES = """\
import os

made = 0
try:
    for made in range(40_000):
        os.close(os.open(f"n{made}", os.O_CREAT))
except OSError:
    pass
print("limited" if made < 39_999 else f"{made} files")
"""

DEEP_FOLDERS = """\
import os

for depth in range(3000):
    try:
        os.mkdir("d")
        os.chdir("d")
    except OSError:
        break
os.chdir(os.path.expanduser("~"))
"""

LOCKED_FOLDERS = """\
import os

os.makedirs("locked/inside")
open("locked/inside/file", "w").close()
os.chmod("locked/inside", 0)
os.chmod("locked", 0)
os.symlink("/", "root")
os.mkfifo("pipe")
"""

LONG_LINE = 'print("x" * (200 * 2**20))'

TINY_OUTPUTS = """\
import sys

for number in range(10**6):
    sys.stdout.write("x\\n")
    sys.stdout.flush()
"""

TINY_DISPLAYS = """\
from IPython.display import display

for number in range(10**6):
    display(number)
"""

ONE_BIG_DISPLAY = """\
from IPython.display import publish_display_data

publish_display_data({"text/plain": "x" * (50 * 2**20)})
"""

RECURSION = """\
import sys

sys.setrecursionlimit(10**9)


def halve(x):
    class Deep:
        def __repr__(self):
            return repr(self)

    return repr(Deep())
"""

HUGE_RESULT = """\
import numpy as np


def halve(x):
    return np.zeros(10**8, "u1")
"""

ENDLESS_RESULT = """\
def halve(x):
    def numbers():
        while True:
            yield numbers()

    return numbers()
"""

NESTED_RESULT = """\
def halve(x):
    nested = []
    for _ in range(100_000):
        nested = [nested]
    nested.append(nested)
    return nested
"""

LIMITED = ("limited",)

ROWS = (
    Row("endless", instead(halve=ENDLESS), TIMED_OUT, (without("halve"),)),
    Row("stubborn", instead(halve=STUBBORN), TIMED_OUT, (before("halve"),)),
    Row("deaf", instead(halve=DEAF), TIMED_OUT, (before("halve"),)),
    Row("never-returns", after("halve", NEVER_RETURNS), TIMED_OUT, (before("halve"),)),
    Row("huge-number", after("halve", HUGE_NUMBER), (*GRADED, *TIMED_OUT), EITHER),
    Row("huge-regex", after("halve", REGEX), TIMED_OUT, (ALL,)),
    Row("deadlock", after("halve", DEADLOCK), TIMED_OUT, (ALL,)),
    Row("thread-flood", after("halve", THREADS), GRADED, EITHER, says=LIMITED),
    Row("busy-thread", after("halve", BUSY_THREAD), GRADED, says=(OVER,)),
    Row("fork-bomb", after("halve", FORK_BOMB), ANY, SOON, says=LIMITED),
    Row("hungry-children", after("halve", CHILDREN), (*NO_MEMORY, *TIMED_OUT), (before("halve"),)),
    Row("six-gib", after("halve", SIX_GIB), says=LIMITED),
    Row("hungry", after("halve", ALL_AT_ONCE), ANY, SOON, says=LIMITED),
    Row("memory-files", after("halve", MEMORY_FILES), says=LIMITED),
    Row(
        "forgotten-pages",
        after("halve", FORGOTTEN_PAGES),
        (*GRADED, *NO_MEMORY),
        SOON,
        says=LIMITED,
    ),
    Row("system-v", after("halve", SYSTEM_V), says=(OVER,)),
    Row("descriptors", after("halve", DESCRIPTORS), ANY, EITHER, says=LIMITED),
    Row("full-disk", after("halve", DISK), (*GRADED, *CRASHED), SOON, says=LIMITED),
    Row("big-file", after("halve", ONE_BIG_FILE), (*GRADED, *CRASHED), SOON, says=LIMITED),
    Row(
        "nameless-files",
        after("halve", NAMELESS_FILES),
        (*GRADED, *CRASHED),
        SOON,
        says=LIMITED,
    ),
    Row("every-folder", after("halve", EVERY_FOLDER), GRADED, SOON, says=LIMITED),
    Row("inodes", after("halve", INODES), ANY, SOON, says=LIMITED),
    Row("deep-folders", after("halve", DEEP_FOLDERS), (*GRADED, *CRASHED), SOON),
    Row("locked-folders", after("halve", LOCKED_FOLDERS), says=(OVER,)),
    Row("long-line", after("halve", LONG_LINE), ANY, EITHER),
    Row("tiny-outputs", after("halve", TINY_OUTPUTS), ANY, EITHER),
    Row("tiny-displays", after("halve", TINY_DISPLAYS), ANY, EITHER),
    Row("big-display", after("halve", ONE_BIG_DISPLAY), ANY, EITHER),
    Row("recursion", instead(halve=RECURSION), (*GRADED, *CRASHED), EITHER[1:]),
    Row("huge-result", instead(halve=HUGE_RESULT), ANY, EITHER[1:]),
    Row("endless-result", instead(halve=ENDLESS_RESULT), ANY, EITHER[1:]),
    Row("nested-result", instead(halve=NESTED_RESULT), ANY, EITHER[1:]),
)
