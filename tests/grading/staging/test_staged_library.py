"""What each chapter's students have of course_lib, and what they have not."""

import ast
import json
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from grading.chapters import chapter_names, load_chapter
from grading.errors import CourseError
from grading.staging import table
from grading.staging.check import library_leaks
from grading.staging.library import FIRST, places, read_library, staged, version
from grading.staging.table import GIVES_AWAY, LENT, WRITTEN, withheld
from grading.staging.transform import functions_of
from grading.staging.wheel import find_wheel, make_wheel, read_wheel, released_library

CHAPTERS = list(WRITTEN)


@pytest.fixture(scope="module")
def whole():
    return read_library()


@pytest.mark.parametrize("name", chapter_names())
def test_the_table_has_every_function_that_a_chapter_asks_for(name):
    chapter = load_chapter(name)
    asked = {
        node.name
        for one in chapter.exercises
        for node in ast.parse(chapter.source_of(one)).body
        if isinstance(node, ast.FunctionDef)
    }
    assert asked == set(WRITTEN[name]), "change grading/staging/table.py along with the chapter"


def test_every_name_of_the_table_is_one_function_of_the_library(whole):
    names = dict.fromkeys(withheld("01_x"), "") | dict.fromkeys(LENT[CHAPTERS[0]], "")
    found = places(whole, names)
    assert sum(map(len, found.values())) == len(names)


def test_a_name_that_is_nowhere_is_an_error(whole, monkeypatch):
    monkeypatch.setitem(WRITTEN, "05_optimizers", {"x": ("optimizers.Adam.jump",)})
    with pytest.raises(CourseError, match=r"course_lib\.optimizers\.Adam\.jump.* is not there"):
        staged("05_optimizers", whole)


def test_nothing_is_lent_that_was_taught_or_is_asked_for():
    for chapter, names in LENT.items():
        later = {n for one in WRITTEN if one > chapter for ns in WRITTEN[one].values() for n in ns}
        assert set(names) <= later


def test_a_chapter_needs_a_number():
    with pytest.raises(CourseError, match="does not begin with a number"):
        withheld("optimizers")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_reference_of_this_chapter_or_a_later_one_is_in_the_wheel(chapter, whole):
    """Looked for without the transform: by the tree, and by the lines of the bodies."""
    _, content = make_wheel(chapter, staged(chapter, whole))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    assert library_leaks(files, chapter, whole) == []
    later = [one for one in CHAPTERS if one >= chapter]
    names = {n for one in later for ns in WRITTEN[one].values() for n in ns} - set(
        LENT.get(chapter, ())
    )
    assert names | {n for one in later for n in GIVES_AWAY.get(one, ())} == set(withheld(chapter))
    earlier = [n for one in CHAPTERS if one < chapter for ns in WRITTEN[one].values() for n in ns]
    for path, found in places(whole, dict.fromkeys(set(earlier) - set(withheld(chapter)))).items():
        before, after = (
            dict(functions_of(ast.parse(one[path].decode()))) for one in (whole, files)
        )
        for function in found:
            assert ast.dump(before[function]) == ast.dump(after[function]), function


def body_left(files, whole):
    files["course_lib/losses.py"] = whole["course_lib/losses.py"]


def line_in_a_comment(files, whole):
    files["course_lib/checks.py"] += b"\nr = r + grad**2\n"


def copied(files, whole):
    copy = whole["course_lib/losses.py"].replace(b"def cross_entropy(", b"def loss(")
    whole["course_lib/backup.py"] = files["course_lib/backup.py"] = copy


def compiled(files, whole):
    files["course_lib/__pycache__/losses.cpython-311.pyc"] = b"\0"


def signature_lost(files, whole):
    files["course_lib/losses.py"] = b"# nothing\n"


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (body_left, "the reference cross_entropy has its body"),
        (body_left, "a line of a reference: return float(-np.mean(np.sum(targets * log_softmax"),
        (line_in_a_comment, "course_lib/checks.py, line 354: a line of a reference: r = r + grad"),
        (copied, "backup.py, line 167: loss is a copy of course_lib/losses.py: cross_entropy"),
        (compiled, "losses.cpython-311.pyc: this file is not part of the library"),
        (signature_lost, "cross_entropy is missing: students need its signature"),
    ],
)
def test_a_planted_leak_is_found(fault, message, whole):
    files, whole = staged("02_activations", whole), dict(whole)
    fault(files, whole)
    leaks = [str(one) for one in library_leaks(files, "02_activations", whole)]
    assert any(message in leak for leak in leaks), leaks


def test_the_wheel_is_the_same_every_time(whole):
    first, second = (make_wheel("05_optimizers", staged("05_optimizers")) for _ in range(2))
    assert first == second
    assert first[0] == f"course_lib-{version(whole)}.5-py3-none-any.whl"


PROGRAM = """
import json, course_lib
from importlib import import_module, metadata
from pathlib import Path
said = {}
for name in json.loads(input()):
    module, *path = name.split(".")
    value = import_module(f"course_lib.{module}")
    if not hasattr(value, path[0]):  # not public: in one of the package's files
        value = next(
            one
            for file in Path(value.__file__).parent.glob("*.py")
            if hasattr(one := import_module(f"course_lib.{module}.{file.stem}"), path[0])
        )
    for part in path:
        value = getattr(value, part)
    try:
        value(*[None] * (value.__code__.co_argcount - len(value.__defaults__ or ())))
    except NotImplementedError as error:
        said[name] = str(error)
print(json.dumps([course_lib.__version__, metadata.version("course-lib"), course_lib.__file__,
                  metadata.requires("course-lib"), said]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("chapter", ["01_universal_approximation", "08_cnn_mnist"])
def test_pip_installs_the_wheel_and_what_is_withheld_says_who_writes_it(chapter, tmp_path, whole):
    name, content = make_wheel(chapter, staged(chapter, whole))
    (tmp_path / name).write_bytes(content)
    assert find_wheel(tmp_path) == tmp_path / name
    where = tmp_path / "packages"
    pip = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--target", where]
    subprocess.run([*pip, tmp_path / name], check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM],
        input=json.dumps(list(withheld(chapter))),
        env={"PYTHONPATH": str(where)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    number, installed, file, needed, said = json.loads(done.stdout)
    assert number == installed == f"{version(whole)}.{table.order(chapter)}"
    assert file.startswith(str(where))
    assert [one.partition(">")[0] for one in needed] == ["matplotlib", "numpy"]
    assert said == withheld(chapter)


def test_grading_uses_the_wheel_of_the_release_or_what_would_be_in_it(tmp_path, whole):
    files = {**staged("02_activations", whole), "course_lib/extra.py": b"corrected = True\n"}
    name, content = make_wheel("02_activations", files)
    assert released_library(tmp_path, "02_activations") == staged("02_activations", whole)
    (tmp_path / name).write_bytes(content)
    assert released_library(tmp_path, "02_activations") == files
    (tmp_path / "course_lib-0.0.1.2-py3-none-any.whl").write_bytes(content)
    with pytest.raises(CourseError, match="more than one course_lib"):
        released_library(tmp_path, "02_activations")


def test_a_broken_wheel_is_named(tmp_path):
    path = tmp_path / "course_lib-0.1.0.2-py3-none-any.whl"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(CourseError, match=r"course_lib-0\.1\.0\.2.* cannot be read"):
        read_wheel(path)


def test_the_version_is_in_the_first_file(whole):
    assert b'__version__ = "' in staged("05_optimizers", whole)[FIRST]
