r"""Assertions for graded cells: each failure says what is wrong and what to look at.

The helpers look at the type and the shape first, then at the values, and every message ends with
the hint that the test passes. They are plain functions that raise :class:`AssertionError`, so a
test cell reads the same in a student's notebook, under nbgrader and under pytest.

How values are compared: the error of ``actual`` is

.. math:: \frac{\max_i |\text{actual}_i - \text{expected}_i|}{\max_i |\text{expected}_i|},

relative to the largest expected entry, so that one tolerance serves arrays of any scale and an
entry that should be exactly zero is judged by the size of its neighbours.
"""

import warnings
from contextlib import contextmanager

import numpy as np

__all__ = [
    "assert_choice",
    "assert_close",
    "assert_finite",
    "assert_integer",
    "assert_no_warnings",
    "assert_raises",
    "assert_shape",
    "assert_unchanged",
    "changes_seen",
]


def _fail(message, hint):
    raise AssertionError(f"{message}\nHint: {hint}" if hint else message)


def _as_array(name, value, hint):
    """Return `value` as a numeric array, or fail with what it is instead."""
    if value is None:
        _fail(f"{name} is None: did you forget to return it?", hint)
    try:
        array = np.asarray(value)
    except ValueError:
        _fail(f"{name} should be an array of numbers, but its rows have different lengths.", hint)
    if not (np.issubdtype(array.dtype, np.number) or array.dtype == bool):
        _fail(f"{name} should be an array of numbers, but is a {type(value).__name__}.", hint)
    return array


def assert_shape(name, actual, shape, hint=""):
    """Check that `actual` is an array of numbers of the given shape.

    Parameters
    ----------
    name : str
        What the value is called in the exercise.
    actual : array_like
        The value to check.
    shape : tuple of int
        The shape it should have; ``()`` for a single number.
    hint : str
        What to look at if the check fails.

    Raises
    ------
    AssertionError
        If it is not an array of numbers or has another shape.

    Examples
    --------
    >>> assert_shape("y", np.ones((4, 1)), (4,), hint="one number per sample")
    Traceback (most recent call last):
        ...
    AssertionError: y has shape (4, 1), expected (4,).
    Hint: one number per sample
    """
    array = _as_array(name, actual, hint)
    if array.shape != tuple(shape):
        expected = tuple(shape) if shape else "a single number"
        _fail(f"{name} has shape {array.shape}, expected {expected}.", hint)


def assert_finite(name, actual, hint=""):
    """Check that an array holds no NaN and no infinity.

    Examples
    --------
    >>> assert_finite("loss", [1.0, np.nan])
    Traceback (most recent call last):
        ...
    AssertionError: loss has 1 of 2 entries that are NaN or infinite.
    """
    array = _as_array(name, actual, hint)
    bad = int(np.sum(~np.isfinite(array)))
    if bad:
        _fail(f"{name} has {bad} of {array.size} entries that are NaN or infinite.", hint)


def assert_close(name, actual, expected, rtol=1e-6, hint=""):
    """Check shape and values: no entry further off than `rtol` times the largest expected one.

    Parameters
    ----------
    name : str
        What the value is called in the exercise.
    actual : array_like
        The value to check.
    expected : array_like
        The right value; its shape is the shape `actual` must have.
    rtol : float
        Largest error, relative to the largest absolute entry of `expected`. If `expected` is
        zero everywhere, `rtol` is the largest absolute error.
    hint : str
        What to look at if the check fails.

    Raises
    ------
    AssertionError
        Naming the shape, or the first wrong entry with both values and its error.

    Examples
    --------
    >>> assert_close("loss", 4.0, 2.0, hint="mean or sum over the batch?")
    Traceback (most recent call last):
        ...
    AssertionError: loss is wrong: got 4, expected 2 (relative error 1, allowed 1e-06).
    Hint: mean or sum over the batch?
    """
    expected = np.asarray(expected)
    assert_shape(name, actual, expected.shape, hint)
    assert_finite(name, actual, hint)
    actual = np.asarray(actual)
    difference = np.abs(np.asarray(actual - expected, dtype=float))
    scale = np.abs(expected).max(initial=0.0) or 1.0
    wrong = np.argwhere(difference > rtol * scale)
    if not len(wrong):
        return
    first = tuple(int(i) for i in wrong[0])
    place = f" at index {first[0] if len(first) == 1 else first}" if first else ""
    more = f" (and in {len(wrong) - 1} more of {difference.size} entries)" if len(wrong) > 1 else ""
    measure = "relative to the largest entry: " if difference.size > 1 else "relative error "
    _fail(
        f"{name} is wrong{place}{more}: got {actual[first]:.6g}, expected {expected[first]:.6g} "
        f"({measure}{difference[first] / scale:.2g}, allowed {rtol:g}).",
        hint,
    )


def assert_integer(name, actual, expected, hint=""):
    """Check that a value is a whole number (a Python or NumPy integer) and the right one.

    Examples
    --------
    >>> assert_integer("rank", 3.0, 3)
    Traceback (most recent call last):
        ...
    AssertionError: rank should be an int, but is a float (3.0).
    """
    if actual is None:
        _fail(f"{name} is None: did you forget to return it?", hint)
    if isinstance(actual, np.ndarray) and actual.shape == ():
        actual = actual[()]
    if isinstance(actual, (bool, np.bool_)) or not isinstance(actual, (int, np.integer)):
        _fail(f"{name} should be an int, but is a {type(actual).__name__} ({actual!r}).", hint)
    if actual != expected:
        _fail(f"{name} is {actual}, expected {expected}.", hint)


def assert_choice(name, actual, choices, hint=""):
    """Check that a value is one of a few allowed ones, for quiz answers.

    Examples
    --------
    >>> assert_choice("q1", "", "abcd")
    Traceback (most recent call last):
        ...
    AssertionError: q1 is '', but must be one of 'a', 'b', 'c', 'd'.
    """
    if not any(type(actual) is type(choice) and actual == choice for choice in choices):
        allowed = ", ".join(repr(choice) for choice in choices)
        _fail(f"{name} is {actual!r}, but must be one of {allowed}.", hint)


def assert_raises(exception, function, *args, hint=""):
    """Check that a call raises an exception of the given type.

    Examples
    --------
    >>> assert_raises(ValueError, int, "1")
    Traceback (most recent call last):
        ...
    AssertionError: int should raise ValueError here, but returned 1.
    """
    name = getattr(function, "__name__", "the function")
    try:
        result = function(*args)
    except exception:
        return
    _fail(f"{name} should raise {exception.__name__} here, but returned {result!r}.", hint)


@contextmanager
def assert_no_warnings(hint="a formula overflows or divides by zero somewhere, perhaps unused"):
    """Check that a block of code emits no warning.

    Examples
    --------
    >>> with assert_no_warnings(hint="exp of a large number?"):
    ...     np.exp(np.array([1e4]))
    Traceback (most recent call last):
        ...
    AssertionError: your code warns: overflow encountered in exp.
    Hint: exp of a large number?
    """
    # A np.seterr(all="ignore") somewhere above must not silence what is looked for here.
    aloud = np.errstate(divide="warn", over="warn", invalid="warn")
    with warnings.catch_warnings(), aloud:
        warnings.simplefilter("error")
        try:
            yield
        except Warning as warning:
            _fail(f"your code warns: {warning}.", hint)


_watching = []


@contextmanager
def changes_seen(*values):
    """Say that a block of code looks at what becomes of these values.

    A grader may run the student's code in another process, which gets copies of what a test passes
    to it. In this block, what it does to the arrays, lists and dictionaries named here (nested or
    not, and views of these arrays) is done to the originals, too. In one process the block does
    nothing. :func:`assert_unchanged` includes it.

    Examples
    --------
    >>> def double(x):  # a student's function that should work in place
    ...     x *= 2
    >>> x = np.ones(3)
    >>> with changes_seen(x):
    ...     double(x)
    >>> x
    array([2., 2., 2.])
    """
    _watching.append(values)
    try:
        yield
    finally:
        _watching.pop()


def watched():
    """Return the arrays, lists and dictionaries whose changes are looked at now."""
    return [part for values in _watching for part in _mutable_parts(values)]


def _mutable_parts(value):
    """Return all arrays, lists and dictionaries in a nested structure."""
    parts = [value] if isinstance(value, (np.ndarray, list, dict)) else []
    return parts + [part for item in _items(value) or () for part in _mutable_parts(item)]


@contextmanager
def assert_unchanged(hint="work on a copy, or write `a = a + 1` instead of `a += 1`", **arrays):
    """Check that a block of code leaves arrays as they were; restore those that it changed.

    Parameters
    ----------
    hint : str
        What to look at if the check fails.
    **arrays
        The arrays by the names they have in the exercise; lists, tuples and dictionaries of arrays,
        nested or not, are checked too.

    Raises
    ------
    AssertionError
        At the end of the block, naming the array that changed.

    Examples
    --------
    >>> x = np.ones(3)
    >>> with assert_unchanged(x=x):
    ...     x *= 2
    Traceback (most recent call last):
        ...
    AssertionError: your code changes its input x.
    Hint: work on a copy, or write `a = a + 1` instead of `a += 1`
    >>> x
    array([1., 1., 1.])
    """
    before = {name: _snapshot(value) for name, value in arrays.items()}
    try:
        with changes_seen(*arrays.values()):
            yield
        changed = [name for name, value in arrays.items() if not _same(value, before[name])]
    finally:
        # What one test lets the student's code do to its data must not reach the next one.
        for name, value in arrays.items():
            _restore(value, before[name])
    if changed:
        _fail(f"your code changes its input {changed[0]}.", hint)


def _items(value):
    """Return the items of a list, a tuple or a dictionary's values; None for anything else."""
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, (list, tuple)) else None


def _snapshot(value):
    """Return a copy of an array, or of a nested structure of them: its keys, items and copies."""
    items = _items(value)
    if items is None:
        return np.array(value, copy=True)
    return list(value) if isinstance(value, dict) else None, items, [*map(_snapshot, items)]


def _same(value, before):
    """Whether an array, or a nested structure of them, is equal to its snapshot."""
    items = _items(value)
    if isinstance(before, tuple) and items is not None:
        keys, _, copies = before
        return (
            (list(value) if isinstance(value, dict) else None) == keys
            and len(items) == len(copies)
            and all(map(_same, items, copies))
        )
    if isinstance(before, tuple) or items is not None:
        return False
    value = np.asarray(value)
    return value.dtype == before.dtype and np.array_equal(
        value, before, equal_nan=before.dtype.kind in "fc"
    )


def _restore(value, before):
    """Make an array, or a nested structure of them, again what it was."""
    if isinstance(before, tuple):
        keys, items, copies = before
        if isinstance(value, list):
            value[:] = items
        elif isinstance(value, dict):
            value.clear()
            value.update(zip(keys, items, strict=True))
        for item, copy in zip(items, copies, strict=True):
            _restore(item, copy)
    elif isinstance(value, np.ndarray) and value.flags.writeable and value.shape == before.shape:
        value[...] = before
