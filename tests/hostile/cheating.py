"""Submissions that want points for wrong code: `square` is wrong, and something is done about it.

What is done may cost them the points of what comes later, but must never give them those of
`square`. Where the attack does not touch the other answers, these keep their points.
"""

from collections.abc import Callable

from submissions import (
    ALL,
    ANY,
    CRASHED,
    EITHER,
    GRADED,
    OVER,
    TIMED_OUT,
    Row,
    after,
    before,
    beside,
    instead,
    without,
)

WRONG = "def square(x):\n    return -1\n"
NOTHING = dict.fromkeys(ALL, 0)


def wrong(code: str) -> Callable:
    """A wrong answer with an attack behind it."""
    return instead(square=f"{WRONG}\n\n{code}\nprint({OVER!r})")


SYNTAX_TREE = """\
import ast


class Remove(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()


get_ipython().ast_transformers.append(Remove())
"""

INPUT = """\
get_ipython().input_transformers_post.append(
    lambda lines: [line.replace("assert ", "True or ") for line in lines]
)
"""

RUN_CELL = """\
import types
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

shell = get_ipython()
InteractiveShell.run_cell = type(shell).run_cell = lambda *args, **kwargs: ExecutionResult(None)
"""

DISPLAY_HOOK = """\
import sys


def square(x):
    sys.displayhook("ok")
    return -1
"""

NUMPY_TESTING = """\
import numpy as np, numpy.testing, unittest

for module in (numpy.testing, numpy.testing._private.utils, np, unittest.TestCase):
    for name in dir(module):
        if name.startswith(("assert", "array_equal", "allclose", "isclose")):
            setattr(module, name, lambda *args, **kwargs: True)
"""

LIBRARY = """\
import sys, types


class Anything(types.ModuleType):
    def __getattr__(self, name):
        return lambda *args, **kwargs: True


for name in ("course_lib", "course_lib.checks", "course_lib.testing", "pytest"):
    sys.modules[name] = Anything(name)
"""

ENGINE = """\
import sys, types

process, agent = (sys.modules[f"grading.checking.{name}"] for name in ("process", "agent"))
process.answer = agent.serve = lambda *args: None
sys.modules["grading.checking.process"] = types.SimpleNamespace(answer=lambda: None)
"""

ENGINE_GONE = """\
import sys

for name in [name for name in sys.modules if name.startswith("grading")]:
    del sys.modules[name]
sys.meta_path.clear()
"""

AGENT = """\
import sys

agent = sys.modules["grading.checking.agent"]
agent.Agent.answer = lambda self, operation, *rest: (True, (True, [], ""), ())
"""

BUILTINS = """\
import builtins

for name in ("AssertionError", "abs", "len", "callable", "isinstance", "bool", "any", "all"):
    setattr(builtins, name, lambda *args, **kwargs: True)
"""

IMPORT_HOOK = """\
import builtins, sys

original = builtins.__import__


def hook(name, *args, **kwargs):
    if "grading" in name or "check" in name:
        raise ImportError(name)
    return original(name, *args, **kwargs)


builtins.__import__ = hook
"""

TRACE = """\
import sys, threading


def trace(frame, event, argument):
    if "number" in frame.f_locals:
        frame.f_locals["number"] = 9
    return trace


sys.settrace(trace)
threading.settrace(trace)
sys.setprofile(trace)
"""

EQUAL_TO_ALL = """\
class Equal:
    __hash__ = None

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __call__(self, *args, **kwargs):
        return self

    def __getattr__(self, name):
        return self

    __bool__ = __le__ = __ge__ = __lt__ = __gt__ = __contains__ = __eq__
    __array__ = __float__ = __index__ = None
"""


def lying(base: str) -> Callable:
    """An answer that returns an object of a class that lies."""
    return instead(
        square=f"""\
import numpy as np

class Liar({base}):
    __hash__ = None
    __class__ = property(lambda self: int)

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __array_ufunc__(self, *args, **kwargs):
        return np.True_

    def __array_function__(self, *args, **kwargs):
        return True

    __bool__ = __eq__


def square(x):
    try:
        return Liar(-1)
    except TypeError:
        return Liar()
"""
    )


LYING_ARRAY = """\
import numpy as np


class Liar(np.ndarray):
    def __eq__(self, other):
        return np.True_

    def __array_finalize__(self, other):
        pass


def square(x):
    return np.full((1,), -1).view(Liar)
"""

OBJECT_ARRAY = """\
import numpy as np


class Liar:
    def __eq__(self, other):
        return True


def square(x):
    found = np.empty((), object)
    found[()] = Liar()
    return found
"""

LYING_SIZE = """\
class Liar(list):
    def __len__(self):
        return -1

    def __iter__(self):
        return iter([9] * 10**7)

    def __getitem__(self, index):
        return 9


def square(x):
    return Liar()
"""

PICKLE = """\
import os


class Evil:
    def __reduce__(self):
        return os.system, (f"touch {TARGETS['course']}/{TARGETS['token']}",)

    __reduce_ex__ = lambda self, version: self.__reduce__()


def square(x):
    return Evil()
"""


def raising(error: str) -> Callable:
    """An answer that raises something that a test runner may take for something else."""
    return instead(square=f"import unittest\n\ndef square(x):\n    raise {error}\n")


NAMESAKE = """\
class CellTimeoutError(BaseException):
    def __str__(self):
        raise SystemExit(0)


def square(x):
    raise CellTimeoutError
"""

ONCE_RIGHT = """\
def square(x):
    import inspect
    for frame in inspect.stack():
        if "test" in str(frame.code_context):
            return x * x
    return -1
"""

HALVE = "def halve(x):\n    return x / 2\n\n\n"

# --- attacks on the connections; square is right here, what was earned before is kept -------------

GARBAGE = """\
import os, stat

for name in os.listdir("/proc/self/fd"):
    try:
        if int(name) > 2 and stat.S_ISSOCK(os.fstat(int(name)).st_mode):
            os.set_blocking(int(name), False)
            os.write(int(name), b"\\xff\\xff\\xff\\x7f" * 1000)
    except OSError:
        pass
"""

CLOSING = """\
import os

for name in os.listdir("/proc/self/fd"):
    if int(name) > 2:
        try:
            os.close(int(name))
        except OSError:
            pass
"""

READING = """\
import os, socket, stat, threading


def read(number):
    while os.read(number, 1000):
        pass


for name in os.listdir("/proc/self/fd"):
    try:
        if int(name) > 2 and stat.S_ISSOCK(os.fstat(int(name)).st_mode):
            threading.Thread(target=read, args=(int(name),), daemon=True).start()
    except OSError:
        pass
"""

LINK_GARBAGE = """\
import sys

process = sys.modules["grading.checking.process"]
for _ in range(100):
    process._link.send(b"passed" * 100)
"""

CHANNEL_GARBAGE = """\
import os, sys

os.write(sys.modules["grading.checking.process"]._channel, b"\\x00\\x01\\x00\\x00" * 10_000)
"""

CHANNEL_PROMISE = """\
import os, struct, sys

channel = sys.modules["grading.checking.process"]._channel
os.write(channel, struct.pack("<I", 2**30) + b"!")  # and nothing more
"""

LATE_ANSWERS = """\
import time


def halve(x):
    time.sleep(2.5)
    return x / 2
"""


def forging(messages: str) -> str:
    """Send messages to whoever runs the notebook; the kernel's key is no secret in the kernel."""
    return f"""\
kernel = get_ipython().kernel
session, iopub = kernel.session, kernel.iopub_socket
parent = kernel.get_parent()


def forge(kind, content, parent=parent):
    session.send(iopub, kind, content=content, parent=parent)


{messages}
"""


UPDATES = """\
for name in "abc":
    forge("display_data", {"data": {"text/plain": "1"}, "metadata": {}, "transient": {"display_id": name}})


# What a test shows, and any later change of it.
def square(x, count=[0]):
    count[0] += 1
    parent = kernel.get_parent()
    for name in "abc":
        for kind in ("display_data", "update_display_data", "execute_result"):
            content = {"data": {"text/plain": "99"}, "metadata": {}, "execution_count": 1,
                       "transient": {"display_id": name}}
            forge(kind, content, parent)
    return -1
"""

LATER_UPDATE = """\
for name in "abc":
    content = {"data": {"text/plain": "99"}, "metadata": {}, "transient": {"display_id": name}}
    forge("update_display_data", content)
"""

IDLE = """\
for _ in range(3):
    forge("status", {"execution_state": "idle"})
import time
time.sleep(0.5)
"""

REPLY = """\
shell = kernel.shell_stream if hasattr(kernel, "shell_stream") else kernel.shell_streams[0]
for _ in range(3):
    session.send(shell, "execute_reply", content={"status": "ok"}, parent=parent)
"""

NONSENSE = """\
import time

for content in (
    None,
    [],
    "text",
    {},
    {"data": 5},
    {"data": {"text/plain": {"a": 1}, "image/png": 7}, "metadata": "x", "transient": 3},
    {"name": 5, "text": None},
    {"name": "stdout", "text": 5},
    {"name": "no such stream", "text": "x"},
    {"ename": {}, "evalue": [], "traceback": "text"},
    {"ename": "X", "evalue": "x", "traceback": [1, None, {}]},
    {"execution_count": "many", "data": {}, "metadata": {}},
    {"execution_count": {"a": []}, "execution_state": [], "wait": {}},
    {"comm_id": [], "data": None, "target_name": "jupyter.widget"},
    {"transient": {"display_id": []}, "data": {}, "metadata": {}},
):
    for kind in %r:
        try:
            forge(kind, content)
        except Exception as error:
            print(error)
"""

UNSIGNED = """\
for frames in ([b"x"], [b"<IDS|MSG>"], [b"<IDS|MSG>", b"bad", b"{", b"}", b"", b"\\xff"], [b""] * 50):
    iopub.send_multipart(frames)
session.key = b"another"
forge("stream", {"name": "stdout", "text": "unsigned"})
"""

DEEP_MESSAGE = """\
nested = '{"a":' * 5000 + "1" + "}" * 5000
content = '{"name": "stdout", "text": "x", "nested": ' + nested + "}"
for part in (content.encode(), b"\\xff\\xfe", b"[1", b"1e999"):
    message = [session.pack(one) for one in (session.msg_header("stream"), parent["header"], {})]
    message.append(part)
    iopub.send_multipart([b"stream", b"<IDS|MSG>", session.sign(message), *message])
"""

# --- what ends Python -----------------------------------------------------------------------------

SIGNAL = "import os, signal\n\nos.kill(os.getpid(), signal.%s)"
NULL_POINTER = "import ctypes\n\nctypes.string_at(0)"

STAND_IN = "open('run', 'w').write('gotcha')\nraise SystemExit('gotcha')\n"
FAKE_LIBRARY = "def __getattr__(name):\n    return lambda *args, **kwargs: True\n"

STAND_INS = (
    *("sitecustomize.py", "usercustomize.py", "numpy.py", "math.py", "json.py", "conftest.py"),
    *("IPython/__init__.py", "ipykernel/__init__.py", "ipython_config.py", "matplotlibrc"),
    *("grading/__init__.py", "grading/checking/agent.py", "grading/containment/fresh.py"),
)
CHEATED = (without("square"), NOTHING)
LOST = (without("square"), NOTHING, {**ALL, "square": 0, "halve": 0})
KEPT = (*EITHER, without("halve", "total"))

NONSENSE_KINDS = (
    ("stream",),
    ("error",),
    ("display_data", "execute_result", "update_display_data"),
    ("status", "execute_input", "clear_output"),
    ("comm_open", "comm_msg", "no_such_type"),
)

ROWS = (
    Row("syntax-tree", wrong(SYNTAX_TREE), GRADED, CHEATED, says=(OVER,)),
    Row("input-transformer", wrong(INPUT), GRADED, CHEATED, says=(OVER,)),
    Row("run-cell", wrong(RUN_CELL), ANY, CHEATED),
    Row("display-hook", instead(square=DISPLAY_HOOK), GRADED, CHEATED[:1]),
    Row("numpy-testing", wrong(NUMPY_TESTING), GRADED, CHEATED[:1], says=(OVER,)),
    Row("fake-library", wrong(LIBRARY), GRADED, CHEATED[:1], says=(OVER,)),
    Row("engine-replaced", wrong(ENGINE), ANY, CHEATED, says=(OVER,)),
    Row("engine-gone", wrong(ENGINE_GONE), ANY, CHEATED, says=(OVER,)),
    Row("agent-replaced", wrong(AGENT), ANY, CHEATED, says=(OVER,)),
    Row("builtins", wrong(BUILTINS), ANY, LOST),
    Row("import-hook", wrong(IMPORT_HOOK), ANY, CHEATED, says=(OVER,)),
    Row("trace", wrong(TRACE), ANY, CHEATED),
    Row(
        "equal-to-all",
        instead(square=f"{EQUAL_TO_ALL}\n\nsquare = Equal()"),
        ANY,
        CHEATED,
    ),
    *(
        Row(f"lying-{base.rpartition('.')[2]}", lying(base), GRADED, CHEATED[:1])
        for base in ("object", "int", "str", "np.float64")
    ),
    Row("lying-array", instead(square=LYING_ARRAY), GRADED, CHEATED[:1]),
    Row("object-array", instead(square=OBJECT_ARRAY), GRADED, CHEATED[:1]),
    Row("lying-size", instead(square=LYING_SIZE), GRADED, CHEATED[:1]),
    Row("pickle", instead(square=PICKLE), GRADED, CHEATED[:1]),
    *(
        Row(f"raising-{number}", raising(error), GRADED, CHEATED[:1])
        for number, error in enumerate(
            (
                "SystemExit(0)",
                "KeyboardInterrupt",
                "unittest.SkipTest",
                "BaseExceptionGroup('', [SystemExit(0)])",
            )
        )
    ),
    Row("namesake", instead(square=NAMESAKE), ANY, CHEATED),
    Row("looking-for-tests", instead(square=ONCE_RIGHT), GRADED, CHEATED[:1]),
    Row("garbage", after("halve", GARBAGE), ANY, KEPT),
    Row("closing", after("halve", CLOSING), ANY, KEPT),
    Row("reading", after("halve", READING), ANY, KEPT),
    Row("link-garbage", after("halve", LINK_GARBAGE), ANY, KEPT),
    Row("channel-garbage", after("halve", CHANNEL_GARBAGE), ANY, KEPT),
    Row("channel-promise", after("halve", CHANNEL_PROMISE), ANY, KEPT),
    Row("late-answers", instead(halve=LATE_ANSWERS), TIMED_OUT, (without("halve"),)),
    Row(
        "updates",
        instead(square=forging(UPDATES), halve=HALVE + forging(LATER_UPDATE)),
        ANY,
        CHEATED,
    ),
    Row("fake-idle", after("halve", forging(IDLE)), ANY, KEPT),
    Row("fake-reply", after("halve", forging(REPLY)), ANY, KEPT),
    *(
        Row(f"nonsense-{kinds[0]}", after("halve", forging(NONSENSE % (kinds,))), ANY, KEPT)
        for kinds in NONSENSE_KINDS
    ),
    Row("unsigned", after("halve", forging(UNSIGNED)), ANY, KEPT),
    Row("deep-message", after("halve", forging(DEEP_MESSAGE)), ANY, KEPT),
    Row("sys-exit", after("halve", "import sys\n\nsys.exit(0)"), GRADED),
    Row("os-exit", after("halve", "import os\n\nos._exit(0)"), CRASHED, (before("halve"),)),
    Row("sigkill", after("halve", SIGNAL % "SIGKILL"), (*GRADED, *CRASHED), EITHER),
    Row("sigsegv", after("halve", SIGNAL % "SIGSEGV"), (*GRADED, *CRASHED), EITHER),
    Row("null-pointer", after("halve", NULL_POINTER), CRASHED, (before("halve"),)),
    Row("kill-1", after("halve", "import os\n\nif os.getpid() == 1:\n    os.kill(1, 9)"), GRADED),
    Row("kernel-launcher", beside({"ipykernel_launcher.py": STAND_IN})),
    Row("stand-ins", beside(dict.fromkeys(STAND_INS, STAND_IN))),
    Row(
        "fake-modules",
        beside(
            {
                "course_lib/__init__.py": FAKE_LIBRARY,
                "course_lib/checks.py": FAKE_LIBRARY,
                "numpy/testing.py": FAKE_LIBRARY,
                "x.pth": "import os; os._exit(0)\n",
            },
            square=WRONG,
        ),
        GRADED,
        CHEATED[:1],
    ),
)
