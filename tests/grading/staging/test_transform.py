"""Bodies go, everything else stays, whatever the functions look like."""

import ast

import pytest

from grading.errors import CourseError
from grading.staging.transform import without_bodies

SOURCE = '''\
"""A module."""

import numpy as np  # kept

CONSTANT = 1  # kept, too


def plain(x, y=(1, {"a": 2})):
    # the trick
    z = x * y

    # a comment inside
    return z
    # the last comment


# above the next one
@property
def documented(
    x: "dict[str, int]",
    *args,  # a colon: here
) -> "list[int]":
    r"""One line, with \\alpha and ä."""
    def inner():
        return 1
    return inner() + x


def generator(n):
    """Many
    lines.
    """
    yield from range(n)


def one_line(x): return x + 41


def nothing():
    """Only this."""


class Layer:
    size = 3

    def forward(self, x):
        """Forward."""
        if x:
            return 1

        return 2

    def backward(self, dy):
        return dy * 7


async def later(): await plain(1, 2)
'''


def staged(*names):
    return without_bodies(SOURCE, dict.fromkeys(names, 'you write this in "05"'))


def function(source, name):
    return next(
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name
    )


ALL = ("plain", "documented", "generator", "one_line", "nothing", "Layer.forward", "later")


@pytest.mark.parametrize("name", ALL)
def test_signature_and_docstring_stay_and_the_body_raises(name):
    before, after = (function(text, name.split(".")[-1]) for text in (SOURCE, staged(name)))
    assert ast.unparse(before.args) == ast.unparse(after.args)
    assert list(map(ast.dump, before.decorator_list)) == list(map(ast.dump, after.decorator_list))
    assert ast.get_docstring(before, clean=False) == ast.get_docstring(after, clean=False)
    assert ast.unparse(after.body[-1]) == "raise NotImplementedError('you write this in \"05\"')"
    assert len(after.body) == 1 + (ast.get_docstring(before) is not None)


@pytest.mark.parametrize("name", ALL)
def test_all_other_lines_stay(name):
    node = function(SOURCE, name.split(".")[-1])
    lines = SOURCE.splitlines()
    first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
    after = staged(name)
    assert after.startswith("\n".join(lines[: first - 1]))
    rest = [line for line in lines[node.end_lineno :] if line.strip() != "# the last comment"]
    assert after.rstrip().endswith("\n".join(rest).rstrip())


def test_comments_go_with_their_body():
    after = staged("plain")
    for comment in ("the trick", "a comment inside", "the last comment"):
        assert comment not in after
    assert "# above the next one" in after


def test_several_at_once():
    after = staged(*ALL, "Layer.backward")
    assert after.count("raise NotImplementedError") == 8
    for secret in ("x * y", "inner", "range(n)", "41", "return 2", "dy * 7", "await"):
        assert secret not in after


def test_what_is_not_there_is_named():
    with pytest.raises(CourseError, match=r"no function Layer\.missing"):
        staged("plain", "Layer.missing")
