"""Removing the bodies of functions, by the syntax tree; all other text stays as it is."""

import ast
import io
import tokenize
from collections.abc import Iterator, Mapping

from grading.errors import CourseError

Function = ast.FunctionDef | ast.AsyncFunctionDef


def without_bodies(source: str, reasons: Mapping[str, str]) -> str:
    r'''Replace the bodies of functions by a line that raises `NotImplementedError`.

    Parameters
    ----------
    source : str
        A module.
    reasons : mapping
        For each function (``name``) or method (``Class.name``) what the error says.

    Returns
    -------
    str
        The module: signatures, decorators and docstrings are there, also of these functions.

    Raises
    ------
    CourseError
        If there is no such function.

    Examples
    --------
    >>> print(without_bodies('def f(x):\n    """Twice x."""\n    return 2 * x', {"f": "later"}))
    def f(x):
        """Twice x."""
        raise NotImplementedError("later")
    <BLANKLINE>
    '''
    functions = dict(functions_of(ast.parse(source)))
    missing = [name for name in reasons if name not in functions]
    if missing:
        raise CourseError(f"There is no function {', '.join(missing)}.")
    lines = source.split("\n")
    comments = _comment_lines(source)
    wanted = sorted(reasons, key=lambda name: functions[name].lineno, reverse=True)
    for name in wanted:
        node = functions[name]
        if any(node in ast.walk(functions[other]) for other in wanted if other != name):
            continue  # it goes with the function around it
        _remove_body(lines, node, reasons[name], comments)
    result = "\n".join(lines).rstrip("\n") + "\n"
    ast.parse(result)
    return result


def functions_of(tree: ast.Module) -> Iterator[tuple[str, Function]]:
    """Yield the functions and methods of a module with their qualified names."""
    waiting = [(node, "") for node in tree.body]
    while waiting:
        node, prefix = waiting.pop()
        if isinstance(node, Function):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            waiting += [(inner, f"{prefix}{node.name}.") for inner in node.body]


def has_docstring(node: Function) -> bool:
    """Tell whether a function's body begins with a docstring."""
    return ast.get_docstring(node, clean=False) is not None


def _remove_body(lines: list[str], node: Function, reason: str, comments: set[int]) -> None:
    """Replace a function's body in the lines of its module."""
    indent = " " * (node.col_offset + 4)
    line = f"{indent}raise NotImplementedError({_quoted(reason)})"
    end = node.end_lineno
    # A comment below the last statement is the body's if it is indented like it.
    while end < len(lines) and (end + 1 in comments or not lines[end].strip()):
        text = lines[end]
        if text.strip() and len(text) - len(text.lstrip()) <= node.col_offset:
            break
        end += 1
    while end > node.end_lineno and not lines[end - 1].strip():
        end -= 1
    if has_docstring(node):
        start = node.body[0].end_lineno
        lines[start - 1] = _cut(lines[start - 1], node.body[0].end_col_offset)
        lines[start:end] = [line]
        return
    first = node.body[0]
    colon_line = _line_of_colon(lines, node)
    if first.lineno == colon_line + 1:
        lines[colon_line] = _cut(lines[colon_line], first.col_offset).rstrip()
    lines[colon_line + 1 : end] = [line]


def _line_of_colon(lines: list[str], node: Function) -> int:
    """Return the index of the line where a function's signature ends."""
    text = "\n".join(lines[node.lineno - 1 : node.end_lineno]) + "\n"
    depth = 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.string in "([{" and token.type == tokenize.OP:
            depth += 1
        elif token.string in ")]}" and token.type == tokenize.OP:
            depth -= 1
        elif token.string == ":" and depth == 0:
            return node.lineno - 1 + token.start[0] - 1
    raise AssertionError("a function without a colon")


def _cut(line: str, column: int) -> str:
    """Return a line up to a column, which the syntax tree counts in bytes."""
    return line.encode()[:column].decode()


def _quoted(text: str) -> str:
    """Return a string in double quotes, as the library's style has it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _comment_lines(source: str) -> set[int]:
    """Return the numbers of the lines that are nothing but a comment."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0]
        for token in tokens
        if token.type == tokenize.COMMENT and not token.line[: token.start[1]].strip()
    }
