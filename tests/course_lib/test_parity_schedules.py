"""Schedules against those that Keras has; each comparison also refuses a mutant."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
os.environ.setdefault("TF_NUM_INTEROP_THREADS", "1")

import numpy as np
import pytest
from keras.optimizers import schedules as keras_schedules

from course_lib import schedules as sc

STEPS = np.arange(0, 60)

# name: (Keras's schedule, ours, mutants)
TABLE = {
    "piecewise": (
        keras_schedules.PiecewiseConstantDecay([10, 20], [0.5, 0.25, 0.125]),
        lambda t: sc.piecewise(t, [10, 20], [0.5, 0.25, 0.125]),
        [lambda t: sc.piecewise(t + 1, [10, 20], [0.5, 0.25, 0.125])],
    ),
    "inverse_time": (
        keras_schedules.InverseTimeDecay(0.5, decay_steps=10, decay_rate=0.25),
        lambda t: sc.inverse_time(t, 0.5, 0.025),
        [lambda t: sc.inverse_time(t + 1, 0.5, 0.025), lambda t: sc.power(t, 0.5, 0.025, 0.99)],
    ),
    "exponential": (
        keras_schedules.ExponentialDecay(0.5, decay_steps=10, decay_rate=0.25),
        lambda t: sc.exponential(t, 0.5, np.log(4) / 10),
        [lambda t: sc.exponential(t, 0.5, 0.139), lambda t: 0.5 * 0.25 ** (t // 10)],
    ),
    "cosine": (
        keras_schedules.CosineDecay(0.5, decay_steps=40, alpha=0.25),
        lambda t: sc.cosine(t, 0.5, 40, lr_min=0.125),
        [lambda t: sc.cosine(t, 0.5, 40, lr_min=0.25), lambda t: sc.cosine(t, 0.5, 41, 0.125)],
    ),
    "warm-up and cosine": (
        keras_schedules.CosineDecay(0.125, 40, warmup_target=0.5, warmup_steps=8),
        lambda t: sc.warm_up(t, lambda s: sc.cosine(s, 0.5, 40), 8, start=0.125),
        [
            lambda t: sc.warm_up(t, lambda s: sc.cosine(s, 0.5, 40), 8),
            lambda t: sc.warm_up(t, lambda s: sc.cosine(s, 0.5, 40), 9, start=0.125),
            lambda t: sc.warm_up(t, lambda s: sc.cosine(s + 8, 0.5, 40), 8, start=0.125),
        ],
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_same_rates_as_keras_and_no_others(name):
    theirs, ours, mutants = TABLE[name]
    expected = np.array([float(theirs(int(t))) for t in STEPS])  # float32 inside
    assert np.abs(ours(STEPS) - expected).max() < 2e-7
    for mutant in mutants:
        assert np.abs(mutant(STEPS) - expected).max() > 2e-4
