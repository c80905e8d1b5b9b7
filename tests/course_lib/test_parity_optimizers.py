"""Optimizers against Keras, over 25 steps with gradients from 1 down to 1e-7.

Keras keeps the learning rate and some of its betas in float32. Hyperparameters that float32
represents exactly (multiples of powers of two) leave nothing but rounding in float64, so that the
tolerance can be tight: for each rule there are mutants, and each of them must fail.
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
os.environ.setdefault("TF_NUM_INTEROP_THREADS", "1")

import keras
import numpy as np
import pytest

from course_lib import optimizers as opt

LR, B1, B2, RHO, EPS, WD = 2.0**-6, 0.875, 1 - 2.0**-7, 0.9375, 2.0**-23, 2.0**-4
# Keras rounds Nadam's 0.96 to float32 where it takes mu, but not where it multiplies their product.
PSI = float(np.float32(0.96))
TOLERANCE = 1e-13
TOLERANCES = {"Nadam": 1e-7}


class NoMaximum(opt.AMSGrad):
    """AMSGrad as Adam: the maximum is forgotten."""

    def step(self, theta, grad, state):
        m, v, _, t = state
        return super().step(theta, grad, (m, v, np.zeros_like(v), t))


class MaximumOfGradients(opt.AMSGrad):
    """AMSGrad with its maximum over squared gradients."""

    def step(self, theta, grad, state):
        m, v, v_max, t = state
        return super().step(theta, grad, (m, v, np.maximum(v_max, grad**2), t))


class DeltaFirst(opt.Adadelta):
    """Adadelta that updates its second average before it uses it."""

    def step(self, theta, grad, state):
        _, (_, d) = super().step(theta, grad, state)
        return super().step(theta, grad, (state[0], d))


class LateClock(opt.Adam):
    """Adam that counts its steps from 2."""

    def init(self, theta):
        return (*super().init(theta)[:2], 1)


ADAM = {"learning_rate": LR, "beta1": B1, "beta2": B2, "epsilon": EPS}
RMS = {"learning_rate": LR, "beta2": RHO, "epsilon": EPS, "epsilon_inside": True}
# An accumulator that starts as low as this one leaves the epsilon something to do.
SUM = {"learning_rate": LR, "epsilon": EPS, "epsilon_inside": True, "initial_accumulator": 2.0**-16}
DELTA = {"learning_rate": LR, "rho": RHO, "epsilon": EPS}
VELOCITY = {"learning_rate": LR, "momentum": B1}


def adam(cls=opt.Adam, **changes):
    return cls(**ADAM | {"epsilon_hat": True} | changes)


def adamw(**changes):
    return adam(opt.AdamW, **{"weight_decay": WD} | changes)


def amsgrad(cls=opt.AMSGrad, **changes):
    return adam(cls, **changes)


def adamax(**changes):
    return opt.Adamax(**ADAM | changes)


def nadam(**changes):
    return opt.Nadam(**ADAM | {"schedule_decay": PSI} | changes)


def rmsprop(**changes):
    return opt.RMSProp(**RMS | changes)


def adagrad(**changes):
    return opt.AdaGrad(**SUM | changes)


def adadelta(cls=opt.Adadelta, **changes):
    return cls(**DELTA | changes)


def momentum(cls=opt.ClassicalMomentum, **changes):
    return cls(**VELOCITY | changes)


# name: (Keras's rule, ours, mutants)
TABLE = {
    "SGD": (
        lambda: keras.optimizers.SGD(LR),
        opt.SGD(LR),
        {"rate": opt.SGD(1.001 * LR)},
    ),
    "ClassicalMomentum": (
        lambda: keras.optimizers.SGD(LR, momentum=B1),
        momentum(),
        {
            "momentum": momentum(momentum=B1 - 0.01),
            "nesterov": momentum(opt.ClassicalNesterov),
            "average scale": opt.Momentum(LR, beta1=B1, bias_correction=False),
        },
    ),
    "Momentum": (
        lambda: keras.optimizers.SGD(LR * (1 - B1), momentum=B1),
        opt.Momentum(LR, beta1=B1, bias_correction=False),
        {
            "bias correction": opt.Momentum(LR, beta1=B1),
            "beta": opt.Momentum(LR, beta1=B1 + 0.01, bias_correction=False),
        },
    ),
    "ClassicalNesterov": (
        lambda: keras.optimizers.SGD(LR, momentum=B1, nesterov=True),
        momentum(opt.ClassicalNesterov),
        {
            "momentum": momentum(opt.ClassicalNesterov, momentum=B1 - 0.01),
            "no look ahead": momentum(),
        },
    ),
    "Nesterov": (
        lambda: keras.optimizers.SGD(LR * (1 - B1), momentum=B1, nesterov=True),
        opt.Nesterov(LR, beta1=B1),
        {
            "beta": opt.Nesterov(LR, beta1=B1 + 0.01),
            "no look ahead": opt.Momentum(LR, beta1=B1, bias_correction=False),
        },
    ),
    "AdaGrad": (
        lambda: keras.optimizers.Adagrad(LR, initial_accumulator_value=2.0**-16, epsilon=EPS),
        adagrad(),
        {
            "epsilon outside": adagrad(epsilon_inside=False),
            "epsilon": adagrad(epsilon=2 * EPS),
            "accumulator": adagrad(initial_accumulator=0.0),
        },
    ),
    "RMSProp": (
        lambda: keras.optimizers.RMSprop(LR, rho=RHO, epsilon=EPS),
        rmsprop(),
        {
            "epsilon outside": rmsprop(epsilon_inside=False),
            "epsilon": rmsprop(epsilon=2 * EPS),
            "beta": rmsprop(beta2=RHO - 0.01),
            "bias correction": rmsprop(bias_correction=True),
        },
    ),
    "Adadelta": (
        lambda: keras.optimizers.Adadelta(LR, rho=RHO, epsilon=EPS),
        adadelta(),
        {
            "rho": adadelta(rho=RHO - 0.01),
            "epsilon": adadelta(epsilon=2 * EPS),
            "second average first": adadelta(DeltaFirst),
        },
    ),
    "Adam": (
        lambda: keras.optimizers.Adam(LR, beta_1=B1, beta_2=B2, epsilon=EPS),
        adam(),
        {
            "epsilon": adam(epsilon=2 * EPS),
            "epsilon of the paper": adam(epsilon_hat=False),
            "bias correction": adam(bias_correction=False),
            "beta1": adam(beta1=B1 - 0.01),
            "beta2": adam(beta2=B2 - 0.01),
            "clock": adam(LateClock),
        },
    ),
    "AdamW": (
        lambda: keras.optimizers.AdamW(LR, weight_decay=WD, beta_1=B1, beta_2=B2, epsilon=EPS),
        adamw(),
        {
            "decay": adamw(weight_decay=1.01 * WD),
            "no decay": adam(),
            "epsilon of the paper": adamw(epsilon_hat=False),
            "beta2": adamw(beta2=B2 - 0.01),
        },
    ),
    "Adamax": (
        lambda: keras.optimizers.Adamax(LR, beta_1=B1, beta_2=B2, epsilon=EPS),
        adamax(),
        {
            "epsilon": adamax(epsilon=0.0),
            "beta1": adamax(beta1=B1 - 0.01),
            "beta2": adamax(beta2=B2 - 0.01),
        },
    ),
    "AMSGrad": (
        lambda: keras.optimizers.Adam(LR, beta_1=B1, beta_2=B2, epsilon=EPS, amsgrad=True),
        amsgrad(),
        {
            "no maximum": amsgrad(NoMaximum),
            "maximum of gradients": amsgrad(MaximumOfGradients),
            "epsilon of PyTorch": amsgrad(epsilon_hat=False),
            "bias correction": amsgrad(bias_correction=False),
            "beta2": amsgrad(beta2=B2 - 0.01),
        },
    ),
    "Nadam": (
        lambda: keras.optimizers.Nadam(LR, beta_1=B1, beta_2=B2, epsilon=EPS),
        nadam(),
        {
            "epsilon": nadam(epsilon=2 * EPS),
            "constant momentum": nadam(schedule_decay=0.0),
            "beta1": nadam(beta1=B1 - 0.01),
            "beta2": nadam(beta2=B2 - 0.01),
            "Adam": adam(epsilon_hat=False),
        },
    ),
}
MUTANTS = [(name, mutant) for name in TABLE for mutant in TABLE[name][2]]


def gradients(n_steps=25, dtype=np.float64):
    """One gradient per row; column i has size 10^-i, and a rare large entry (for AMSGrad)."""
    rng = np.random.default_rng(0)
    g = rng.normal(0.5, 1.0, size=(n_steps, 8))
    g[4] *= 3
    return (g * 10.0 ** -np.arange(8)).astype(dtype)


START = 2.0 ** -np.arange(0, 32, 4)


def keras_path(make, grads, start):
    optimizer, variable = make(), keras.Variable(start, dtype=str(start.dtype))
    path = []
    for g in grads:
        optimizer.apply([keras.ops.convert_to_tensor(g)], [variable])
        path.append(variable.numpy())
    return np.array(path)


def our_path(rule, grads, start):
    params, states, path = {"theta": start.copy()}, {}, []
    for g in grads:
        rule.update(params, {"theta": g}, states)
        path.append(params["theta"].copy())
    return np.array(path)


@pytest.fixture(scope="module")
def reference():
    return {name: keras_path(row[0], gradients(), START) for name, row in TABLE.items()}


def disagreement(path, reference):
    """Largest difference, for each coordinate relative to how far it has travelled."""
    travelled = np.abs(reference - START).max(axis=0)
    assert travelled.min() > 0
    return (np.abs(path - reference).max(axis=0) / travelled).max()


@pytest.mark.parametrize("name", TABLE)
def test_same_path_as_keras(name, reference):
    path = our_path(TABLE[name][1], gradients(), START)
    assert disagreement(path, reference[name]) < TOLERANCES.get(name, TOLERANCE)


@pytest.mark.parametrize(("name", "mutant"), MUTANTS, ids=[": ".join(m) for m in MUTANTS])
def test_a_mutant_leaves_the_path(name, mutant, reference):
    path = our_path(TABLE[name][2][mutant], gradients(), START)
    assert disagreement(path, reference[name]) > 1000 * TOLERANCES.get(name, TOLERANCE)


@pytest.mark.parametrize("name", TABLE)
def test_float32_follows_keras_in_float32(name):
    start, grads = START.astype(np.float32), gradients(dtype=np.float32)
    path = our_path(TABLE[name][1], grads, start)
    assert path.dtype == np.float32
    np.testing.assert_allclose(path, keras_path(TABLE[name][0], grads, start), rtol=1e-5, atol=1e-6)


def test_keras_defaults_are_what_the_docstrings_say():
    k = keras.optimizers
    assert (k.Adam().epsilon, k.RMSprop().epsilon, k.Adagrad().epsilon) == (1e-7,) * 3
    assert (k.Adadelta().epsilon, k.Adamax().epsilon, k.Nadam().epsilon) == (1e-7,) * 3
    assert float(k.Adadelta().learning_rate) == pytest.approx(0.001)
    assert k.Adagrad().initial_accumulator_value == 0.1
    assert k.AdamW().weight_decay == opt.AdamW().weight_decay
