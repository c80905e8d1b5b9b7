"""Schedules: shapes, theorems on their sums, SciPy's triangle wave, and the slides' mistakes."""

import numpy as np
import pytest
from scipy import signal

from course_lib import schedules as sc

TABLE = {
    "constant": lambda t: sc.constant(t, 0.1),
    "piecewise": lambda t: sc.piecewise(t, [10, 20], [0.1, 0.05, 0.01]),
    "inverse_time": lambda t: sc.inverse_time(t, 0.1, 0.01),
    "exponential": lambda t: sc.exponential(t, 0.1, 0.01),
    "power": lambda t: sc.power(t, 0.1, 0.01, 0.6),
    "cosine": lambda t: sc.cosine(t, 0.1, 50),
    "triangular": lambda t: sc.triangular(t, 0.01, 0.1, 7),
    "triangular2": lambda t: sc.triangular(t, 0.01, 0.1, 7, mode="triangular2"),
    "exp_range": lambda t: sc.triangular(t, 0.01, 0.1, 7, mode="exp_range"),
    "warm_up": lambda t: sc.warm_up(t, lambda t: sc.cosine(t, 0.1, 50), 10),
}


@pytest.mark.parametrize("name", TABLE)
def test_numbers_and_arrays_agree_and_nothing_compounds(name):
    schedule = TABLE[name]
    t = np.arange(100)
    rates = schedule(t)
    assert rates.shape == t.shape
    assert rates.dtype == np.float64
    one_by_one = [schedule(int(i)) for i in t[::-1]]
    assert all(np.shape(rate) == () for rate in one_by_one)
    np.testing.assert_allclose(rates, one_by_one[::-1], rtol=1e-14)
    assert rates.min() >= 0
    assert rates.max() == pytest.approx(0.1, rel=0.01)
    np.testing.assert_array_equal(t, np.arange(100))


@pytest.mark.parametrize("name", TABLE)
def test_a_negative_step_is_named(name):
    with pytest.raises(ValueError, match=r"t must not be negative\. Received: t=-1"):
        TABLE[name](-1)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: sc.piecewise(0, [1], [0.1]), r"len\(values\)=1, len\(boundaries\)=1"),
        (lambda: sc.piecewise(0, [2, 1], [1, 2, 3]), r"boundaries=\[2, 1\]"),
        (lambda: sc.inverse_time(0, 0.1, -1), "decay=-1"),
        (lambda: sc.exponential(0, 0.1, -1), "decay=-1"),
        (lambda: sc.power(0, 0.1, 1.0, -0.5), "p=-0.5"),
        (lambda: sc.cosine(0, 0.1, 0), "n_steps=0"),
        (lambda: sc.triangular(0, 0.1, 0.2, 0), "step_size=0"),
        (lambda: sc.triangular(0, 0.1, 0.2, 5, mode="square"), "mode='square'"),
        (lambda: sc.warm_up(0, np.ones_like, 0), "n_steps=0"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_half_lives():
    assert sc.inverse_time(50, 1.0, 1 / 50) == pytest.approx(0.5)
    assert sc.exponential(50, 1.0, np.log(2) / 50) == pytest.approx(0.5)
    assert sc.power(50, 1.0, 1 / 50, 1.0) == pytest.approx(0.5)
    assert sc.cosine(25, 1.0, 50) == pytest.approx(0.5)


def test_an_exponential_travels_a_finite_way_and_inverse_time_does_not():
    t = np.arange(1_000_000)
    rates = sc.exponential(t, 0.1, 0.1)
    assert rates.sum() == pytest.approx(0.1 / (1 - np.exp(-0.1)), rel=1e-12)
    # Slides 003 count from 1 and increment before they step: the first factor is exp(-0.2).
    assert rates[2] == pytest.approx(0.0819, abs=5e-5)
    assert rates[2:].sum() == pytest.approx(0.860, abs=5e-4)
    harmonic = sc.inverse_time(t, 1.0, 1.0).sum()
    assert harmonic == pytest.approx(np.log(1_000_000) + np.euler_gamma, rel=1e-6)


def test_the_slides_code_compounds_and_the_formula_does_not():
    """power_decay of slides 003 multiplies the factor onto the previous rate."""
    for t, formula, compounded in ((100, 0.741, 0.0156), (1000, 0.444, 5e-141)):
        assert sc.power(t, 0.8, 0.0008, 1.0) == pytest.approx(formula, abs=5e-4)
        product = 0.8 * np.prod(sc.power(np.arange(1, t + 1), 1.0, 0.0008, 1.0))
        assert product == pytest.approx(compounded, rel=0.1)


def test_triangular_is_the_triangle_wave():
    t = np.arange(200)
    wave = (1 + signal.sawtooth(np.pi * t / 13, width=0.5)) / 2
    rates = sc.triangular(t, 0.1, 0.6, 13)
    np.testing.assert_allclose(rates, 0.1 + 0.5 * wave, atol=1e-12)
    shifted = sc.triangular(t + 13, 0.1, 0.6, 13)
    assert np.abs(shifted - 0.1 - 0.5 * wave).max() > 0.4, "half a cycle off must not pass"


def test_the_amplitude_of_the_cycles_decays():
    peaks = np.array([13, 39, 65])
    halves = sc.triangular(peaks, 0.1, 0.6, 13, mode="triangular2")
    np.testing.assert_allclose(halves, 0.1 + 0.5 * np.array([1, 0.5, 0.25]), rtol=1e-12)
    powers = sc.triangular(peaks, 0.1, 0.6, 13, mode="exp_range", gamma=0.99)
    np.testing.assert_allclose(np.log((powers - 0.1) / 0.5), peaks * np.log(0.99), rtol=1e-10)


def test_warm_up_is_continuous_and_then_delays():
    t = np.arange(60)
    rates = sc.warm_up(t, lambda t: sc.inverse_time(t, 0.1, 0.1), 10, start=0.02)
    np.testing.assert_allclose(np.diff(rates[:11]), 0.008, rtol=1e-12)
    np.testing.assert_array_equal(rates[10:], sc.inverse_time(t[:50], 0.1, 0.1))


def mean_square(rates):
    """Exact E||x||^2 after SGD on x1^2 + 2 x2^2 from (-5, -2), noise N(0, 1) in each gradient."""
    second_moment, curvature = np.array([25.0, 4.0]), np.array([2.0, 4.0])
    for rate in rates:
        second_moment = (1 - rate * curvature) ** 2 * second_moment + rate**2
    return second_moment.sum()


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (lambda t: sc.constant(t, 0.1), 0.0434),
        (lambda t: sc.exponential(t + 2, 0.1, 0.1), 0.693),  # the slides' example: it freezes
        (lambda t: sc.exponential(t, 0.1, 0.002), 0.00041),
        (lambda t: sc.inverse_time(t, 0.1, 1.0), 0.814),  # it shrinks too early
        (lambda t: sc.inverse_time(t, 0.1, 0.1), 0.00019),
        (lambda t: sc.power(t, 0.1, 0.1, 0.5), 0.00238),
        (lambda t: sc.power(t, 0.1, 0.1, 1.0), 0.00019),
        (lambda t: sc.cosine(t, 0.1, 2500), 0.00084),
    ],
)
def test_what_a_schedule_leaves_of_the_noise(schedule, expected):
    assert mean_square(schedule(np.arange(2500))) == pytest.approx(expected, rel=0.03)
