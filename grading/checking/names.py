"""Which names a statement reads and writes, found in its syntax tree.

`Names` of one top-level statement, as Python's own symbol tables see it: names in nested functions,
comprehensions, f-strings, decorators and class bodies are counted where they belong.
"""

import ast
import re
import symtable
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

# Method names that change what they are called on, whoever asks.
MUTATING = frozenset(
    [
        "add",
        "add_",
        "append",
        "appendleft",
        "clear",
        "discard",
        "extend",
        "fill",
        "insert",
        "itemset",
        "partition",
        "pop",
        "popitem",
        "popleft",
        "put",
        "remove",
        "resize",
        "reverse",
        "setdefault",
        "setfield",
        "setflags",
        "setstate",
        "shuffle",
        "sort",
        "update",
    ]
)
# Names of functions and methods that change their first argument.
FILLING = frozenset({"shuffle", "copyto", "fill_diagonal", "putmask", "place", "put", "at"})
# Method names of values that do not: what they return is all they do.
_VALUES = (np.ndarray, np.generic, str, bytes, list, tuple, dict, set, int, float, complex)
PURE = frozenset(name for kind in _VALUES for name in dir(kind)) - MUTATING
# The beginnings of calls such as np.random.seed(0), which change how everything after them behaves.
SETTINGS = ("seed", "set", "simplefilter", "filterwarnings", "enable", "disable", "use_style")


@dataclass
class Names:
    """What one statement does to the module's names.

    Attributes
    ----------
    reads : set of str
        Names it reads when it is executed.
    later : set of str
        Names that functions defined in it read when they are called.
    binds : set of str
        Names it binds or deletes.
    changes : set of str
        Names whose objects it changes for certain: ``d["k"] = v``, ``X += 1``, ``ax.plot(x)``.
    uses : set of str
        Names whose objects it calls a method of, which may change them: ``y = rng.normal()``.
    """

    reads: set[str] = field(default_factory=set)
    later: set[str] = field(default_factory=set)
    binds: set[str] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    uses: set[str] = field(default_factory=set)


def names_of(statement: ast.stmt) -> Names:
    """Return what one top-level statement reads, binds and changes.

    >>> found = names_of(ast.parse("y = [f(x) for x in data]").body[0])
    >>> sorted(found.reads), sorted(found.binds)
    (['data', 'f'], ['y'])
    """
    found = Names()
    source = ast.unparse(statement)
    _collect(symtable.symtable(source, "<cell>", "exec"), found, deferred=False, top=True)
    for node in ast.walk(statement):
        if isinstance(node, (ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load):
            found.changes |= root(node)
        elif isinstance(node, ast.AugAssign):
            found.changes |= root(node.target)
            found.reads |= root(node.target) & found.binds
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr not in PURE:
                found.uses |= root(node.func)
            if node.func.attr in MUTATING:
                found.changes |= root(node.func)
            if node.func.attr in FILLING and node.args:
                found.changes |= root(node.args[0])
    for call in _bare_calls(statement):
        if isinstance(call.func, ast.Attribute):
            found.changes |= root(call.func)
    module_level = found.reads | found.later | found.binds
    found.changes &= module_level
    found.uses &= module_level
    return found


def _collect(table: symtable.SymbolTable, found: Names, deferred: bool, top: bool = False) -> None:
    """Add the module-level names of a symbol table and those inside it."""
    for symbol in table.get_symbols():
        name, ours = symbol.get_name(), top or symbol.is_global()
        if ours and symbol.is_referenced():
            (found.later if deferred else found.reads).add(name)
        if (top or symbol.is_declared_global()) and (
            symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
        ):
            found.binds.add(name)
    for inner in table.get_children():
        comprehension = inner.get_name() in ("listcomp", "setcomp", "dictcomp", "genexpr")
        runs_later = inner.get_type() == "function" and not comprehension
        _collect(inner, found, deferred or runs_later)


def root(node: ast.expr) -> set[str]:
    """Return the name at the root of ``a.b[c].d``, or nothing."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def _bare_calls(statement: ast.stmt) -> Iterator[ast.Call]:
    """Yield the calls in a statement whose result nobody uses."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            yield node.value


def is_setting(statement: ast.stmt, modules: set[str]) -> bool:
    """Whether a statement changes a setting of a module, like ``np.random.seed(0)``.

    >>> is_setting(ast.parse("np.random.seed(0)").body[0], {"np"})
    True
    """
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        function = statement.value.func
        return (
            isinstance(function, ast.Attribute)
            and root(function) <= modules
            and root(function) != set()
            and function.attr.startswith(SETTINGS)
        )
    if isinstance(statement, ast.Assign):
        roots = [root(target) for target in statement.targets]
        settable = (ast.Attribute, ast.Subscript)
        return all(isinstance(target, settable) for target in statement.targets) and all(
            one and one <= modules for one in roots
        )
    return False


def is_definition(statement: ast.stmt) -> bool:
    """Whether a statement only defines a function or a class, and does not call anything else."""
    return isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) or (
        isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Lambda)
    )


def free_names(body: list[ast.stmt], bound: frozenset[str] = frozenset()) -> set[str]:
    r"""Return the names that statements read when executed in order, unless they bind them before.

    >>> sorted(free_names(ast.parse("a = b\nfor c in a:\n    print(c, d)").body))
    ['b', 'd', 'print']
    """
    return _free(body, bound)[0]


def _free(body: list[ast.stmt], bound: frozenset[str]) -> tuple[set[str], frozenset[str]]:
    """Return the free names, and the names that are bound for certain afterwards."""
    free: set[str] = set()
    for node in body:
        if isinstance(node, (ast.For, ast.While, ast.If, ast.With)):
            heads = _heads(node)
            names = names_of(ast.Expr(ast.Tuple(heads, ast.Load())))
            free |= names.reads - bound
            inside = bound | _targets(node) | names.binds
            inner, after = _free(node.body, inside)
            other, after_else = _free(node.orelse, bound) if hasattr(node, "orelse") else ((), ())
            free |= inner | set(other)
            bound = after if isinstance(node, ast.With) else bound | (after & frozenset(after_else))
        else:
            names = names_of(node)
            free |= names.reads - bound
            if not isinstance(node, (ast.Try, ast.Match, ast.Delete)):
                bound |= names.binds
    return free, bound


def _heads(node: ast.For | ast.While | ast.If | ast.With) -> list[ast.expr]:
    """Return the expressions that a compound statement evaluates before its body."""
    if isinstance(node, ast.With):
        return [item.context_expr for item in node.items]
    return [node.iter if isinstance(node, ast.For) else node.test]


def _targets(node: ast.stmt) -> frozenset[str]:
    """Return the names that the head of a compound statement binds."""
    if isinstance(node, ast.With):
        targets = [item.optional_vars for item in node.items if item.optional_vars]
    else:
        targets = [node.target] if isinstance(node, ast.For) else []
    names = (one for target in targets for one in ast.walk(target))
    return frozenset(
        one.id for one in names if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
    )


def without_magics(source: str) -> str:
    r"""Leave out lines that are for IPython only.

    >>> without_magics("%config x\nif a:\n    !ls\n")
    'pass\nif a:\n    pass'
    """
    return "\n".join(re.sub(r"^(\s*)[%!].*", r"\1pass", line) for line in source.splitlines())
