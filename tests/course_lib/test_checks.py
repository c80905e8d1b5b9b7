"""The assertions for graded cells: what they let pass, what they catch, and what they say."""

import numpy as np
import pytest

from course_lib import checks


@pytest.mark.parametrize(
    ("actual", "message"),
    [
        (None, "F is None: did you forget to return it?"),
        ([[1.0], [1.0, 2.0]], "its rows have different lengths"),
        ("text", "F should be an array of numbers, but is a str"),
        ([1.0, 2.0, 3.0], r"F has shape \(3,\), expected \(2,\)"),
        ([[1.0, 2.0]], r"F has shape \(1, 2\), expected \(2,\)"),
        ([1.0, np.nan], "F has 1 of 2 entries that are NaN or infinite"),
        ([1.0, 2.1], "F is wrong at index 1: got 2.1, expected 2 .*largest entry: 0.05"),
        ([1.1, 2.5], r"F is wrong at index 0 \(and in 1 more of 2 entries\): got 1.1, expected 1 "),
    ],
)
def test_assert_close_says_what_is_wrong_and_gives_the_hint(actual, message):
    with pytest.raises(AssertionError, match=f"(?s){message}.*Hint: look at b"):
        checks.assert_close("F", actual, [1.0, 2.0], hint="look at b")


def test_assert_close_names_the_entry_of_a_matrix_and_of_a_number():
    with pytest.raises(AssertionError, match=r"dW is wrong at index \(1, 0\): got 9, expected 2"):
        checks.assert_close("dW", [[1.0, 0.0], [9.0, 0.0]], [[1.0, 0.0], [2.0, 0.0]])
    with pytest.raises(
        AssertionError, match=r"loss is wrong: got 3, expected 2 \(relative error 0.5"
    ):
        checks.assert_close("loss", 3.0, 2.0)
    with pytest.raises(AssertionError, match="expected a single number"):
        checks.assert_close("loss", [3.0], 2.0)


def test_assert_close_is_relative_to_the_largest_entry():
    checks.assert_close("F", [1e6, 0.5], [1e6, 0.0], rtol=1e-6)
    with pytest.raises(AssertionError):
        checks.assert_close("F", [1e6, 1.5], [1e6, 0.0], rtol=1e-6)
    checks.assert_close("F", [1e-30], [1e-30])
    with pytest.raises(AssertionError):
        checks.assert_close("F", [2e-30], [1e-30])


def test_assert_close_with_an_expected_zero_is_absolute():
    checks.assert_close("F", [1e-7, 0.0], [0.0, 0.0], rtol=1e-6)
    with pytest.raises(AssertionError):
        checks.assert_close("F", [1e-5, 0.0], [0.0, 0.0], rtol=1e-6)


def test_lists_integers_and_numpy_scalars_are_accepted():
    checks.assert_close("F", [1, 2], [1.0, 2.0])
    checks.assert_close("F", np.float32(2.0), 2.0)
    checks.assert_integer("n", np.int64(3), 3)
    checks.assert_integer("n", np.array(3), 3)


@pytest.mark.parametrize(
    ("actual", "message"),
    [
        (None, "forgot|forget"),
        (3.0, "float"),
        (True, "bool"),
        (4, "n is 4, expected 3"),
        ("3", "str"),
    ],
)
def test_assert_integer_catches(actual, message):
    with pytest.raises(AssertionError, match=message):
        checks.assert_integer("n", actual, 3)


def test_assert_choice():
    checks.assert_choice("q1", "b", "abcd")
    for wrong in ("", "e", None, 2, np.array(["b", "b"])[:0]):
        with pytest.raises(AssertionError, match="q1"):
            checks.assert_choice("q1", wrong, "abcd")


def test_assert_raises():
    checks.assert_raises(ZeroDivisionError, lambda: 1 / 0)
    with pytest.raises(AssertionError, match="should raise ValueError"):
        checks.assert_raises(ValueError, len, [1])
    with pytest.raises(ZeroDivisionError):
        checks.assert_raises(ValueError, lambda: 1 / 0)


def test_assert_unchanged_lets_reading_pass_and_catches_writing():
    X, layers = np.ones((2, 2)), [(np.ones(2), np.array([1, 2]))]
    with checks.assert_unchanged(X=X, layers=layers):
        X + 1
    with pytest.raises(AssertionError, match="changes its input X"), checks.assert_unchanged(X=X):
        X[0, 0] = 5
    with (
        pytest.raises(AssertionError, match="changes its input layers"),
        checks.assert_unchanged(X=X, layers=layers),
    ):
        layers[0][1][:] = 0
    with pytest.raises(AssertionError, match="layers"), checks.assert_unchanged(layers=layers):
        layers.append(np.ones(1))


def test_assert_unchanged_takes_nan_as_equal_to_itself():
    X = np.array([np.nan, 1.0])
    with checks.assert_unchanged(X=X):
        pass


def test_an_error_inside_the_block_is_not_hidden():
    with pytest.raises(KeyError), checks.assert_unchanged(X=np.ones(1)):
        raise KeyError


def test_assert_no_warnings_lets_silence_pass_and_catches_overflow():
    with checks.assert_no_warnings():
        np.exp(1.0)
    with (
        pytest.raises(AssertionError, match=r"(?s)overflow encountered in exp.*Hint: shift"),
        checks.assert_no_warnings(hint="shift"),
    ):
        np.exp(np.array([1e4]))
