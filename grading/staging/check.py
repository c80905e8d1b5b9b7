"""What is in a wheel and must not be: the bodies of withheld functions, in any form.

This looks at the wheel, and at the whole library for what to look for. It shares with the transform
only the table and where its names are.
"""

import ast
from collections.abc import Iterator, Mapping

from grading.leaks import SHORT, Leak
from grading.staging.library import PACKAGE, places, read_library
from grading.staging.table import withheld
from grading.staging.transform import Function, functions_of


def library_leaks(
    wheel: Mapping[str, bytes], chapter: str, whole: Mapping[str, bytes] | None = None
) -> list[Leak]:
    """Find what a chapter's wheel gives away.

    Parameters
    ----------
    wheel : mapping
        Its files by their path.
    chapter : str
        Whose it is.
    whole : mapping, optional
        The whole library; the installed one if left out.
    """
    whole = read_library() if whole is None else whole
    expected = places(whole, withheld(chapter))
    leaks = [
        Leak(path, None, None, "this file is not part of the library")
        for path in wheel
        if path not in whole and not path.startswith(f"{PACKAGE}-")
    ]
    secret, public = set(), set()
    for path, content in whole.items():
        if path.endswith(".py"):
            inside, outside = _split(content.decode(), expected.get(path, {}))
            secret |= inside
            public |= outside
    bodies = {
        _body(functions[name]): f"{path}: {name}"
        for path, names in expected.items()
        for functions in [dict(functions_of(ast.parse(whole[path].decode())))]
        for name in names
    }
    telling = {line for line in secret - public if len(line) >= SHORT}
    for path, content in wheel.items():
        text = content.decode(errors="replace")
        if path.endswith(".py"):
            leaks += _bodies(path, text, expected.get(path, {}))
            leaks += [
                Leak(path, None, node.lineno, f"{name} is a copy of {bodies[_body(node)]}")
                for name, node in functions_of(ast.parse(text))
                if _body(node) in bodies and name not in expected.get(path, {})
            ]
        leaks += [
            Leak(path, None, number, f"a line of a reference: {line.strip()}")
            for number, line in enumerate(text.splitlines(), start=1)
            if line.strip() in telling
        ]
    return leaks


def _bodies(path: str, text: str, names: Mapping[str, str]) -> Iterator[Leak]:
    """Find functions that should have no body and have one, or are not there at all."""
    functions = dict(functions_of(ast.parse(text)))
    for name in names:
        node = functions.get(name)
        if node is None:
            yield Leak(path, None, None, f"{name} is missing: students need its signature")
            continue
        body = node.body[1:] if ast.get_docstring(node) is not None else node.body
        if not (len(body) == 1 and _refuses(body[0])):
            yield Leak(path, None, node.lineno, f"the reference {name} has its body")


def _body(node: Function) -> str:
    """Return what a function does, without its name and docstring, in a form to compare."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return "\n".join(map(ast.dump, body))


def _refuses(node: ast.stmt) -> bool:
    """Tell whether a statement raises `NotImplementedError` with a text, and that is all."""
    match node:
        case ast.Raise(
            exc=ast.Call(
                func=ast.Name(id="NotImplementedError"), args=[ast.Constant()], keywords=[]
            ),
            cause=None,
        ):
            return True
    return False


def _split(source: str, names: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """Return the lines of a module's bodies with these names, and all other lines, stripped."""
    functions = dict(functions_of(ast.parse(source)))
    inside: set[int] = set()
    for name in names:
        node = functions[name]
        first = node.body[0]
        start = first.end_lineno + 1 if ast.get_docstring(node) is not None else first.lineno
        inside |= set(range(start, node.end_lineno + 1))
    lines = list(enumerate(source.split("\n"), start=1))
    return (
        {line.strip() for number, line in lines if number in inside},
        {line.strip() for number, line in lines if number not in inside},
    )
