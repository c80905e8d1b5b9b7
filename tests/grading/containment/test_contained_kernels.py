"""What contained code can and cannot do, by every mechanism that this machine offers."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from handed_in import processes_that_say
from nbformat.v4 import new_code_cell, new_notebook

import course_lib
from grading.containment import view
from grading.containment.isolation import Isolation, available, protections
from grading.containment.limits import Limits, MiB
from grading.errors import CourseError
from grading.execution import Runner, Settings, outcome
from grading.task import library_folder

pytestmark = pytest.mark.xdist_group("containment")

MECHANISMS = [one for one in available() if one != Isolation.NONE]
SMALL = Limits(memory=1024 * MiB, total_memory=700 * MiB, disk=16 * MiB, processes=96)


def run(mechanism, *sources, **changes):
    """Run cells in one contained kernel; return the notebook."""
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    settings = replace(Settings(isolation=mechanism, cell_timeout=20, limits=SMALL), **changes)
    return Runner(notebook, settings).run()


def shown(notebook):
    """Return what the last cell printed, or its error."""
    outputs = notebook.cells[-1].outputs
    return "".join(
        f"{one.ename}: {one.evalue}" if one.output_type == "error" else one.get("text", "")
        for one in outputs
    )


def test_this_machine_offers_something():
    """On Linux. If this fails in CI, nothing below was tested."""
    assert MECHANISMS


def test_a_mechanism_that_does_not_exist_here_is_refused():
    missing = set(Isolation) - set(available())
    for one in missing:
        with pytest.raises(CourseError, match="does not work on this machine"):
            Settings(isolation=one).mechanism  # noqa: B018
    assert Settings().mechanism == available()[0]
    assert all(protections(one) for one in Isolation)


@pytest.mark.parametrize("mechanism", MECHANISMS)
class TestContained:
    def test_reads_python_but_nothing_else(self, mechanism, tmp_path):
        secret = tmp_path / "gradebook.db"
        secret.write_text("grades")
        assert "grades" not in shown(run(mechanism, f"print(open({str(secret)!r}).read())"))
        assert "No such file" in shown(run(mechanism, f"open({str(secret)!r})")) or (
            "Permission" in shown(run(mechanism, f"open({str(secret)!r})"))
        )
        assert shown(run(mechanism, "import numpy, course_lib; print(numpy.ones(2).sum())")) == (
            "2.0\n"
        )
        for path in ("/etc/shadow", __file__, os.path.expanduser("~/.profile")):
            assert "Error" in shown(run(mechanism, f"open({path!r})"))

    def test_writes_only_to_its_own_folder(self, mechanism, tmp_path):
        where = tmp_path / "x"
        assert "Error" in shown(run(mechanism, f"open({str(where)!r}, 'w')"))
        assert not where.exists()
        assert "Error" in shown(run(mechanism, "import numpy; open(numpy.__file__, 'a')"))
        own = run(mechanism, "open('mine', 'w').write('a'); print(open('mine').read())")
        assert shown(own) == "a\n"

    def test_hears_and_says_nothing_on_the_network(self, mechanism):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(0.2)
            port = listener.getsockname()[1]
            said = run(
                mechanism,
                "import socket",
                f"socket.create_connection(('127.0.0.1', {port}), 3).send(b'hello')",
            )
            assert "Error" in shown(said)
            with pytest.raises(TimeoutError):
                listener.accept()
        assert "Error" in shown(run(mechanism, "import socket; socket.socket(40, 1)"))

    def test_has_no_privileges(self, mechanism):
        assert "Error" in shown(run(mechanism, "open('/etc/passwd', 'a')"))
        assert "Error" in shown(run(mechanism, "import os; os.setuid(12345)"))
        status = shown(run(mechanism, "print(open('/proc/self/status').read())"))
        if "CapEff" in status:
            assert "CapEff:\t0000000000000000" in status
            assert "NoNewPrivs:\t1" in status
        code = "import ctypes; print(ctypes.CDLL(None).unshare(0x10000000))"
        assert shown(run(mechanism, code)) == "-1\n"

    def test_memory_of_one_process(self, mechanism):
        assert "MemoryError" in shown(run(mechanism, "a = bytearray(3 * 2**30)"))

    def test_memory_of_all_processes(self, mechanism):
        fork = """
import os, time
for _ in range(8):
    if os.fork() == 0:
        a = bytearray(os.urandom(1 << 20) * 250)
        time.sleep(30)
time.sleep(15)
"""
        started = time.monotonic()
        notebook = run(mechanism, fork)
        assert outcome(notebook)[0] == "out of memory"
        assert time.monotonic() - started < 14

    def test_disk(self, mechanism):
        fill = """
import itertools, time
for k in itertools.count():
    with open(f'f{k}', 'wb') as stream:
        stream.write(b'x' * 2**20)
    if k > 20:
        time.sleep(0.1)
"""
        said = shown(run(mechanism, fill))
        assert "No space left" in said or "wrote more than 16 MB" in said

    def test_fork_bomb(self, mechanism):
        bomb = """
import os, time
made = 0
try:
    for made in range(500):
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
except OSError as error:
    print('stopped at', made < 400)
"""
        said = shown(run(mechanism, bomb))
        assert "stopped at True" in said or "too many processes" in said
        assert not processes_that_say("time.sleep(60)")

    def test_nothing_is_left(self, mechanism):
        mark = f"left-{os.getpid()}-{mechanism}"
        code = f"""
import subprocess, sys
p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(100)  # {mark}'],
                     start_new_session=True)
print(p.poll())
"""
        assert shown(run(mechanism, code)) == "None\n"
        deadline = time.monotonic() + 5
        while processes_that_say(mark) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not processes_that_say(mark)

    def test_interrupt_and_loop_that_ignores_it(self, mechanism):
        polite = run(mechanism, "while True: pass", "print('after')", cell_timeout=1)
        assert shown(polite) == "after\n"
        assert outcome(polite)[0] == "timed out"
        stubborn = """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
while True: sum(range(9))
"""
        notebook = run(mechanism, stubborn, "print('after')", cell_timeout=1)
        assert outcome(notebook)[0] == "timed out"
        assert "NotExecutedError" in shown(notebook)

    def test_death(self, mechanism):
        notebook = run(mechanism, "import os; os._exit(3)", "print('after')")
        assert outcome(notebook)[0] == "crashed"

    def test_one_submission_leaves_nothing_for_the_next(self, mechanism):
        first = """
import builtins, os, tempfile, numpy
numpy.pi = 3
builtins.secret = 'left'
os.environ['LEFT'] = 'yes'
open(os.path.join(tempfile.gettempdir(), 'left'), 'w').write('x')
"""
        second = """
import builtins, os, tempfile, numpy
print(numpy.pi == 3, hasattr(builtins, 'secret'), 'LEFT' in os.environ,
      os.path.exists(os.path.join(tempfile.gettempdir(), 'left')))
"""
        run(mechanism, first)
        assert shown(run(mechanism, second)) == "False False False False\n"

    def test_random_state_is_fresh(self, mechanism):
        draw = "import random, numpy; print(random.random(), numpy.random.rand())"
        assert len({shown(run(mechanism, draw)) for _ in range(3)}) == 3

    def test_output_is_cut(self, mechanism):
        limits = replace(SMALL, output=100_000)
        notebook = run(mechanism, "for k in range(10**6): print('x' * 100)", limits=limits)
        assert len(nbformat.writes(notebook)) < 250_000
        assert "limit" in shown(notebook)
        notebook = run(mechanism, "print('x' * 10**8)", "print('after')", limits=limits)
        assert len(nbformat.writes(notebook)) < 250_000


def test_it_gets_little_of_the_environment(monkeypatch):
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Prescott")
    monkeypatch.setenv("TOKEN_OF_THE_INSTRUCTOR", "secret")
    code = "import os; print(os.environ.get('OPENBLAS_CORETYPE'), os.environ)"
    said = shown(run(MECHANISMS[0], code, modules=("colorsys",)))  # so from a parent of its own
    assert said.startswith("Prescott ")
    assert "TOKEN" not in said


def test_other_programs_can_use_the_provisioner(tmp_path):
    """jupyter execute (nbclient) and nbval start contained kernels when they are told to."""
    path = tmp_path / "who.ipynb"
    cell = new_code_cell("import os; print(os.getcwd())")
    nbformat.write(new_notebook(cells=[cell]), path)
    env = {**os.environ, "JUPYTER_DEFAULT_PROVISIONER_NAME": "course-contained"}
    program = [sys.executable, "-m", "jupyter", "execute", "--inplace", str(path)]
    subprocess.run(program, env=env, check=True, capture_output=True)
    ((printed,),) = [cell.outputs for cell in nbformat.read(path, as_version=4).cells]
    assert printed.text.strip() not in (str(tmp_path), os.getcwd())
    program = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--nbval", str(path)]
    done = subprocess.run(program, env=env, capture_output=True, text=True, cwd=tmp_path)
    if available()[0] == Isolation.NAMESPACES:  # elsewhere a folder's name is new each time
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("mechanism", [*MECHANISMS, Isolation.NONE])
def test_a_library_of_ones_own_takes_the_place_of_the_installed_one(mechanism, tmp_path):
    """And where there is isolation, the installed one cannot even be read."""
    files = {"course_lib/__init__.py": b"mine = 1\n", "course_lib/inner/deep.py": b"x = 5\n"}
    look = f"""
import os, sys
places = [*sys.path, {os.path.dirname(course_lib.__path__[0])!r}, "/"]
for folder in dict.fromkeys(places):
    try:
        text = open(os.path.join(folder, "course_lib", "losses.py")).read()
    except OSError:
        continue
    print("found", folder)
"""
    with library_folder(files) as library:
        notebook = new_notebook(
            cells=[
                new_code_cell("import course_lib, course_lib.inner.deep as d; print(d.x)"),
                new_code_cell("open(d.__file__, 'w').write('x = 6')"),
                new_code_cell(look),
            ]
        )
        settings = Settings(isolation=mechanism, cell_timeout=20, limits=SMALL)
        Runner(notebook, settings, library=library).run()
        now = Path(library, "inner", "deep.py").read_bytes()
    assert shown(new_notebook(cells=notebook.cells[:1])) == "5\n"
    # Where nothing can be written to, the next submission gets the same folder.
    assert now == (b"x = 6" if mechanism == Isolation.NONE else b"x = 5\n")
    assert ("found" in shown(notebook)) == (mechanism == Isolation.NONE)


@pytest.mark.parametrize("mechanism", [*MECHANISMS, Isolation.NONE])
def test_what_cannot_start_leaves_nothing(mechanism, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    settings = Settings(isolation=mechanism, limits=Limits(memory=0))
    notebook = new_notebook(cells=[new_code_cell("1")])
    with pytest.raises(CourseError, match="could not start"):
        Runner(notebook, settings).run()
    assert list(tmp_path.glob("course-*")) == []


@pytest.fixture
def in_python():
    """A folder in one that contained code sees, as a course directory below /usr/local is."""
    with tempfile.TemporaryDirectory(prefix="course-", dir=sys.prefix) as folder:
        path = Path(folder) / "course"
        (path / "source").mkdir(parents=True)
        (path / "source" / "secret.py").write_text("the hidden tests")
        (path / "autograded").mkdir()
        (path / "autograded" / "data.csv").write_text("handed in")
        for one in (Path(folder), *path.rglob("*")):
            one.chmod(0o755)
        yield path


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_a_course_where_python_is_cannot_be_seen(mechanism, in_python):
    secret = in_python / "source" / "secret.py"

    def look(hidden):
        sources = [f"print(open({str(secret)!r}).read())", "print(open('data.csv').read())"]
        notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
        settings = Settings(isolation=mechanism, cell_timeout=20, limits=SMALL)
        folder = str(in_python / "autograded")
        Runner(notebook, settings, folder=folder, hidden=hidden).run()
        assert shown(notebook) == "handed in\n", "what is handed in with it is there"
        return shown(new_notebook(cells=notebook.cells[:1]))

    assert look(()) == "the hidden tests\n", "nobody has said that this is to be hidden"
    assert "Error" in look((str(in_python), "/nowhere"))


def test_what_must_be_hidden_is_what_would_be_seen(tmp_path, monkeypatch):
    """Not a folder around Python: hiding it would hide Python, and nothing else of it is shown."""
    python = tmp_path / "course" / "python"
    (python / "course").mkdir(parents=True)
    (tmp_path / "link").symlink_to(python)
    names = [str(tmp_path / "link"), str(python)]
    monkeypatch.setattr(view, "python_folders", lambda: names)
    hidden = (str(tmp_path / "course"), str(python / "course"), f"{python}-2")
    found = view.to_hide(view.View("s", "r", hidden=hidden))
    assert found == [str(python / "course"), str(tmp_path / "link" / "course")], "by both names"
    assert view.seen_at(str(tmp_path / "course_lib")) == [str(tmp_path / "course_lib")]


def test_landlock_leaves_out_what_lies_in_a_folder_that_is_shown(tmp_path, monkeypatch):
    """As when this package and the library are installed into Python's own folder."""
    packages = tmp_path / "python" / "lib" / "site-packages"
    for name in ("course_lib", "grading/answers", "numpy"):
        (packages / name).mkdir(parents=True)
        (packages / name / "x.py").write_text("x")
    (tmp_path / "python" / "lib64").symlink_to(tmp_path / "python" / "lib")
    monkeypatch.setattr(view, "python_folders", lambda: [str(tmp_path / "python")])
    monkeypatch.setattr(view, "installed_library", lambda: str(packages / "course_lib"))
    monkeypatch.setattr(view, "grading_package", lambda: str(packages / "grading"))
    staged = tmp_path / "staged" / "course_lib"
    staged.mkdir(parents=True)

    def reach(**more):
        files, folders = view.readable(view.View("s", "r", library=str(staged), **more))
        files = [os.path.realpath(one) for one in files]
        found = {
            name: any(f"{packages}/{name}/".startswith(f"{one}/") for one in files)
            for name in ("course_lib", "grading", "grading/answers", "numpy")
        }
        return {name for name, there in found.items() if there}, files, folders

    students, files, folders = reach()
    assert students == {"numpy"}
    assert str(staged.parent) in files
    assert {str(packages) + "/", str(tmp_path / "python") + "/"} <= set(folders)
    trusted, _, _ = reach(trusted=True)
    assert trusted == {"numpy"}, "what is in grading is shown one by one"
