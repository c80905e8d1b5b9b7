"""Optimizers: the protocol, closed forms of every rule, and a race over the landscapes.

Parity with Keras is in test_parity_optimizers.py.
"""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from course_lib import landscapes as ls
from course_lib import optimizers as opt

RULES = {name: getattr(opt, name) for name in opt.__all__ if name[0].isupper()}
del RULES["Optimizer"]


def path(rule, gradient, start, n_steps):
    """Parameters after 0, 1, ..., n_steps steps."""
    theta = np.asarray(start, float)
    state, thetas = rule.init(theta), [theta]
    for t in range(n_steps):
        grad = gradient[t] if isinstance(gradient, np.ndarray) else gradient(theta)
        theta, state = rule.step(theta, np.asarray(grad, float), state)
        thetas.append(theta)
    return np.array(thetas)


def steps(rule, gradient):
    """Lengths of the steps (along minus the gradient) for a given sequence of gradients."""
    return -np.diff(
        path(rule, np.asarray(gradient, float), np.zeros_like(gradient[0]), len(gradient)), axis=0
    )


def constant(g, n_steps):
    return np.full(n_steps, float(g))


# --- the protocol ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("shape", [(), (3,), (2, 3)])
def test_steps_keep_shape_and_dtype_and_modify_nothing(name, dtype, shape):
    rule = RULES[name](learning_rate=np.float64(0.01))
    rng = np.random.default_rng(0)
    theta = rng.normal(size=shape).astype(dtype) if shape else np.array(0.5, dtype)
    state = rule.init(theta)
    for _ in range(3):
        grad = np.asarray(rng.uniform(0.1, 1.0, size=shape), dtype)
        inputs = [theta, grad, *(s for s in state if isinstance(s, np.ndarray))]
        before = [a.copy() for a in inputs]
        new_theta, new_state = rule.step(theta, grad, state)
        for a, b in zip(inputs, before, strict=True):
            np.testing.assert_array_equal(a, b)
        assert np.shape(new_theta) == shape
        assert new_theta.dtype == dtype
        for s in new_state:
            assert np.shape(s) == () or (s.dtype == dtype and s.shape == shape)
        assert np.all(new_theta < theta)
        theta, state = new_theta, new_state


@pytest.mark.parametrize("name", RULES)
def test_update_steps_every_array_in_place_as_step_does(name):
    rule, rng = RULES[name](), np.random.default_rng(1)
    params = {"W": rng.normal(size=(2, 3)), "b": rng.normal(size=3).astype(np.float32)}
    arrays, states = dict(params), {}
    expected = {key: value.copy() for key, value in params.items()}
    expected_states = {key: rule.init(value) for key, value in params.items()}
    for _ in range(3):
        grads = {key: rng.normal(size=a.shape).astype(a.dtype) for key, a in params.items()}
        assert rule.update(params, grads, states) is None
        for key in params:
            expected[key], expected_states[key] = rule.step(
                expected[key], grads[key], expected_states[key]
            )
            np.testing.assert_array_equal(params[key], expected[key])
            assert params[key] is arrays[key], "the layers hold these arrays"
    assert set(states) == {"W", "b"}


@pytest.mark.parametrize("name", RULES)
def test_a_learning_rate_for_one_step(name):
    grads = {"w": np.array([0.5, -2.0])}
    a, b = ({"w": np.ones(2)} for _ in range(2))
    RULES[name](learning_rate=0.25).update(a, grads, {})
    RULES[name](learning_rate=0.5).update(b, grads, {}, learning_rate=0.25)
    np.testing.assert_array_equal(a["w"], b["w"])
    RULES[name](learning_rate=0.5).update(b, grads, {}, learning_rate=0.0)
    np.testing.assert_array_equal(a["w"], b["w"])


def test_a_parameter_without_gradient_is_left_alone():
    params = {"W": np.ones(2), "frozen": np.ones(2)}
    opt.SGD(1.0).update(params, {"W": np.ones(2)}, {})
    assert params["W"].tolist() == [0, 0]
    assert params["frozen"].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("params", "grads", "error", "message"),
    [
        ({"W": np.ones(2)}, {"V": np.ones(2)}, ValueError, r"grads\['V'\] has no parameter"),
        ({"W": np.ones((2, 2))}, {"W": np.ones(2)}, ValueError, r"\(2, 2\). Received: \(2,\)"),
        ({"W": np.array([1, 2])}, {"W": np.ones(2)}, TypeError, "Received: int64"),
        ({"W": [1.0]}, {"W": np.ones(1)}, TypeError, "Received: list"),
    ],
)
def test_update_refuses_what_numpy_would_broadcast_or_truncate(params, grads, error, message):
    with pytest.raises(error, match=message):
        opt.Adam().update(params, grads, {})


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: opt.SGD(-0.1), ValueError, r"learning_rate must be in \[0, inf\).*=-0.1"),
        (lambda: opt.SGD(np.nan), ValueError, "learning_rate=nan"),
        (lambda: opt.SGD("0.1"), TypeError, "learning_rate='0.1'"),
        (lambda: opt.Momentum(beta1=1.0), ValueError, r"beta1 must be in \[0, 1\).*beta1=1.0"),
        (lambda: opt.ClassicalMomentum(momentum=1.0), ValueError, "momentum=1.0"),
        (lambda: opt.Adam(beta2=-0.1), ValueError, "beta2=-0.1"),
        (lambda: opt.Adadelta(rho=1.5), ValueError, "rho=1.5"),
        (lambda: opt.DeltaBarDelta(phi=1.0), ValueError, "phi=1.0"),
        (lambda: opt.Rprop(increase=0.9), ValueError, "increase=0.9"),
        (lambda: opt.Rprop(step_min=2.0, step_max=1.0), ValueError, "step_min=2.0, step_max=1.0"),
    ],
)
def test_bad_hyperparameters_are_named(make, error, message):
    with pytest.raises(error, match=message):
        make()


def test_hyperparameters_do_not_change():
    with pytest.raises(FrozenInstanceError):
        opt.Adam().beta1 = 0.5


# --- momentum -------------------------------------------------------------------------------------


def test_the_average_of_a_constant_is_too_small_until_it_is_corrected():
    raw = steps(opt.Momentum(1.0, bias_correction=False), constant(1, 10))
    assert raw.round(3).tolist() == [
        0.1,
        0.19,
        0.271,
        0.344,
        0.41,
        0.469,
        0.522,
        0.57,
        0.613,
        0.651,
    ]
    np.testing.assert_allclose(steps(opt.Momentum(1.0), constant(1, 10)), 1, rtol=1e-14)


def test_each_gradient_contributes_alpha_in_the_average_form_and_ten_times_eta_in_the_classical():
    impulse = np.eye(1, 400)[0]
    for rule, total in [
        (opt.Momentum(0.5, bias_correction=False), 0.5),
        (opt.Nesterov(0.5), 0.5),
        (opt.ClassicalMomentum(0.5), 5.0),
        (opt.ClassicalNesterov(0.5), 5.0),
    ]:
        assert steps(rule, impulse).sum() == pytest.approx(total, rel=1e-12)
    assert steps(opt.Momentum(1.0, bias_correction=False), impulse)[0] == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("average", "classical"),
    [
        (opt.Momentum(0.02, bias_correction=False), opt.ClassicalMomentum(0.02 * (1 - 0.9))),
        (opt.Nesterov(0.02), opt.ClassicalNesterov(0.02 * (1 - 0.9))),
    ],
)
def test_the_two_forms_are_one_with_eta_equal_to_alpha_times_one_minus_beta(average, classical):
    valley = ls.rotated_quadratic((1.0, 30.0))
    a, c = (path(rule, valley.gradient, (1.7, -0.6), 60) for rule in (average, classical))
    np.testing.assert_allclose(a, c, rtol=1e-12, atol=1e-14)
    same_rate = type(classical)(average.learning_rate)
    assert np.abs(path(same_rate, valley.gradient, (1.7, -0.6), 5) - a[:6]).max() > 1


def test_nesterov_is_the_look_ahead_of_the_run_that_looks_ahead():
    valley, alpha, beta1 = ls.rotated_quadratic((1.0, 30.0)), 0.05, 0.9
    theta, m, look_ahead = np.array([1.7, -0.6]), np.zeros(2), []
    for _ in range(60):
        look_ahead.append(theta - alpha * beta1 * m)
        theta, m = opt.look_ahead_step(theta, valley.gradient, m, alpha, beta1)
    simplified = path(opt.Nesterov(alpha, beta1), valley.gradient, (1.7, -0.6), 59)
    np.testing.assert_allclose(simplified, look_ahead, rtol=1e-11, atol=1e-14)
    ordinary = path(opt.Momentum(alpha, beta1, False), valley.gradient, (1.7, -0.6), 59)
    assert np.abs(ordinary - look_ahead).max() > 0.1


# --- one rate per coordinate ----------------------------------------------------------------------


def test_adagrad_steps_shrink_like_one_over_root_t():
    t = np.arange(1, 101)
    for g in (1e-3, 1.0, 1e3):
        np.testing.assert_allclose(
            steps(opt.AdaGrad(0.5, epsilon=0.0), constant(g, 100)), 0.5 / np.sqrt(t), rtol=1e-12
        )


def test_rmsprop_first_steps_are_too_long_until_they_are_corrected():
    raw = steps(opt.RMSProp(1.0, epsilon=0.0), constant(3, 10))
    assert raw[0] == pytest.approx(np.sqrt(10))
    np.testing.assert_allclose(raw**-2, 1 - 0.9 ** np.arange(1, 11), rtol=1e-12)
    corrected = steps(opt.RMSProp(1.0, epsilon=0.0, bias_correction=True), constant(3, 10))
    np.testing.assert_allclose(corrected, 1, rtol=1e-12)


def test_rmsprop_recovers_from_a_steep_past_and_adagrad_does_not():
    grads = np.r_[constant(10, 100), constant(0.1, 2000)]
    rmsprop = steps(opt.RMSProp(1.0), grads)[100:]
    assert np.argmax(rmsprop >= 0.5) + 1 == 77
    assert steps(opt.AdaGrad(1.0), grads)[100:].max() < 0.002


@pytest.mark.parametrize("make", [opt.AdaGrad, lambda *a, **k: opt.RMSProp(*a, beta2=0.0, **k)])
def test_where_epsilon_stands(make):
    """With a first gradient g the denominator is |g| + epsilon, or sqrt(g^2 + epsilon)."""
    g = np.array([1e-3])
    assert steps(make(1.0, epsilon=1e-3), g)[0] == pytest.approx(1 / 2)
    inside = steps(make(1.0, epsilon=1e-6, epsilon_inside=True), g)
    assert inside[0] == pytest.approx(1 / np.sqrt(2))


class SlidesAdadelta(opt.Adadelta):
    """Adadelta with the accumulator of slides 000 and 001: theta^2 instead of delta^2."""

    def step(self, theta, grad, state):
        s, d = state
        theta, (s, _) = super().step(theta, grad, state)
        return theta, (s, self.rho * d + (1 - self.rho) * theta**2)


def test_adadelta_needs_the_square_of_the_step_and_not_of_the_parameter():
    bowl = ls.quadratic((1.0,), minimum=(10.0,))
    wrong = path(SlidesAdadelta(epsilon=1e-8), bowl.gradient, [0.0], 2000)[[200, 1000, 2000], 0]
    np.testing.assert_allclose(np.abs(wrong - 10), [4.95, 5.67, 5.67], atol=0.006)
    right = path(opt.Adadelta(epsilon=1e-6), bowl.gradient, [0.0], 6000)[-1, 0]
    assert abs(right - 10) < 0.1


def test_adadelta_starts_with_epsilon_as_its_learning_rate():
    for epsilon in (1e-8, 1e-4):
        first = steps(opt.Adadelta(epsilon=epsilon), constant(100, 1))[0]
        assert first == pytest.approx(np.sqrt(epsilon / 0.05), rel=1e-5)
    counts = {1e-8: 2303, 1e-7: 1030, 1e-6: 464, 1e-4: 106, 1e-2: 10}
    for epsilon, count in counts.items():
        assert steps_to_tolerance(opt.Adadelta(epsilon=epsilon), ls.quadratic(), (1, 1)) == count
    slow = opt.Adadelta(learning_rate=0.001, epsilon=1e-7)  # the defaults of Keras
    bowl = ls.quadratic()
    assert bowl.value(path(slow, bowl.gradient, (1.0, 1.0), 5000)[-1]) > 38


# --- Adam and its relatives -----------------------------------------------------------------------


@pytest.mark.parametrize("rule", [opt.Adam(1.0, epsilon=0.0), opt.AMSGrad(1.0, epsilon=0.0)])
def test_adam_steps_are_alpha_for_a_constant_gradient_of_any_size(rule):
    grads = np.tile([1e-7, 1.0, 1e3], (20, 1))
    np.testing.assert_allclose(steps(rule, grads), 1, rtol=1e-9)


def test_adam_without_bias_correction_travels_five_times_as_far():
    raw = steps(opt.Adam(1.0, bias_correction=False), constant(1, 1000))
    assert raw[:3].round(2).tolist() == [3.16, 4.25, 4.95]
    assert raw[9].round(2) == 6.53
    assert raw[:10].sum().round(1) == 55.3
    assert (raw.max().round(2), raw.argmax() + 1) == (6.57, 12)
    assert raw[[99, 999]].round(2).tolist() == [3.24, 1.26]


def test_where_the_epsilon_of_adam_stands():
    g = np.array([1e-3])
    assert steps(opt.Adam(1.0, epsilon=1e-3), g)[0] == pytest.approx(1 / 2)
    hat = steps(opt.Adam(1.0, epsilon=1e-3, epsilon_hat=True), g)[0]
    root = np.sqrt(1 - 0.999)
    assert hat == pytest.approx(root / (root + 1))


class SlidesAdam(opt.Adam):
    """Adam as printed in slides 003: without the brackets, epsilon is added to the parameters."""

    def step(self, theta, grad, state):
        theta, state = super().step(theta, grad, state)
        return theta + self.epsilon, state


def test_adam_comes_to_rest_where_the_slides_version_keeps_moving():
    bowl = ls.quadratic((1.0,))
    ends = [
        path(rule(0.001, epsilon=1e-3), bowl.gradient, [0.3], 4000)[-1, 0]
        for rule in (opt.Adam, SlidesAdam)
    ]
    assert abs(ends[0]) < 1e-6
    assert abs(ends[1]) > 1e-3


def test_adam_with_a_zero_gradient_stays():
    for name in ("Adam", "AMSGrad", "Adamax", "Nadam", "RMSProp", "AdaGrad", "Adadelta", "Rprop"):
        assert steps(RULES[name](), np.zeros(3)).tolist() == [0, 0, 0]


def test_amsgrad_converges_where_adam_goes_to_the_worst_point():
    """Reddi et al. (2018), section 3: gradients 4, -1, -1, ... on [-1, 1]; the best point is -1."""
    ends = {}
    for rule in (opt.Adam, opt.AMSGrad):
        tuned = rule(beta1=0.0, beta2=1 / 17, bias_correction=False)
        params, states = {"x": np.zeros(1)}, {}
        for t in range(3000):
            g = 4.0 if t % 3 == 0 else -1.0
            tuned.update(params, {"x": np.array([g])}, states, learning_rate=1 / np.sqrt(t + 1))
            np.clip(params["x"], -1, 1, out=params["x"])
        ends[rule.__name__] = params["x"][0]
    assert ends["Adam"] > 0.9
    assert ends["AMSGrad"] < -0.9


def test_amsgrad_holds_the_step_down_after_a_large_gradient():
    grads = np.r_[100.0, constant(1, 3000)]
    adam, amsgrad = (
        steps(opt.Adam(1.0, beta2=0.9), grads),
        steps(opt.AMSGrad(1.0, beta2=0.9), grads),
    )
    assert adam[-1] == pytest.approx(1, rel=1e-6)
    assert amsgrad[-1] == pytest.approx(1 / np.sqrt(0.1 * 100**2), rel=1e-3)


def test_adamax_remembers_the_largest_gradient_with_decay():
    grads = np.r_[100.0, constant(1, 50)]
    rule = opt.Adamax(1.0, beta1=0.0, beta2=0.9, epsilon=0.0)
    expected = np.r_[1, 1 / np.maximum(100 * 0.9 ** np.arange(1, 51), 1)]
    np.testing.assert_allclose(steps(rule, grads), expected, rtol=1e-12)
    np.testing.assert_allclose(steps(opt.Adamax(1.0), constant(7, 20)), 1, rtol=1e-8)


def test_nadam_on_a_constant_gradient():
    """m_t = (1 - b^t) g; the step is b (1 - b^t) / (1 - b^(t+1)) + (1 - b) / (1 - b^t)."""
    b, t = 0.9, np.arange(1, 31)
    expected = b * (1 - b**t) / (1 - b ** (t + 1)) + (1 - b) / (1 - b**t)
    rule = opt.Nadam(1.0, epsilon=0.0, schedule_decay=0.0)
    np.testing.assert_allclose(steps(rule, constant(2, 30)), expected, rtol=1e-10)


def test_adamw_shrinks_by_one_factor_whatever_the_gradients_were():
    decayed = path(opt.AdamW(0.5, weight_decay=0.1), np.zeros((7, 1)), [2.0], 7)[:, 0]
    np.testing.assert_allclose(decayed, 2 * 0.95 ** np.arange(8), rtol=1e-12)
    # The same penalty inside the gradient is divided away: the first step is alpha
    inside = path(opt.Adam(0.5), lambda w: 0.1 * w, [2.0], 1)[1, 0]
    assert inside == pytest.approx(1.5)


# --- signs ----------------------------------------------------------------------------------------


def test_delta_bar_delta_grows_by_addition_and_shrinks_by_multiplication():
    rule = opt.DeltaBarDelta(1.0, kappa=0.5, phi=0.25, beta=0.0)
    np.testing.assert_allclose(steps(rule, constant(1, 6)), 1 + 0.5 * np.arange(6))
    flips = (-1.0) ** np.arange(6)
    np.testing.assert_allclose(steps(rule, flips), flips * 0.75 ** np.arange(6))


def test_rprop_ignores_the_size_of_the_gradient():
    valley = ls.rosenbrock()
    plain = path(opt.Rprop(), valley.gradient, valley.start, 300)
    scaled = path(opt.Rprop(), lambda theta: 1e6 * valley.gradient(theta), valley.start, 300)
    np.testing.assert_array_equal(plain, scaled)


def test_rprop_grows_shrinks_waits_and_respects_its_limits():
    rule = opt.Rprop(0.5, step_max=1.0, step_min=0.3)
    assert steps(rule, constant(9, 6)).round(4).tolist() == [0.5, 0.6, 0.72, 0.864, 1.0, 1.0]
    # flip: shrink to the smallest step and wait; then go on with that step, then grow again
    assert steps(rule, [1.0, -1.0, -1.0, -1.0]).round(4).tolist() == [0.5, 0.0, -0.3, -0.36]


# --- every rule on every landscape ----------------------------------------------------------------


def steps_to_tolerance(rule, landscape, start=None, tolerance=1e-6, hold=50, n_max=8000):
    """Steps until the value is below the tolerance for `hold` steps in a row; None if never."""
    theta = np.asarray(landscape.start if start is None else start, float)
    lowest = landscape.value(np.array(landscape.minimum))
    state, held = rule.init(theta), 0
    for t in range(1, n_max + 1):
        theta, state = rule.step(theta, landscape.gradient(theta), state)
        held = held + 1 if landscape.value(theta) - lowest < tolerance else 0
        if held == hold:
            return t - hold + 1
    return None


LANDSCAPES = [ls.quadratic(), ls.rotated_quadratic(), ls.rosenbrock(), ls.beale(), ls.saddle()]

# For each rule its best learning rate of .0003, .001, .003, ... 3 on each landscape, and the steps
# that it takes; None: never, at any of these rates. A row per rule, a column per landscape.
RACE = {
    "SGD": [(0.01, 706), (0.01, 669), (0.001, None), (0.03, 546), (0.3, 34)],
    "Momentum": [(0.03, 161), (0.03, 177), (0.001, None), (0.03, 443), (0.3, 147)],
    "ClassicalMomentum": [(0.003, 156), (0.003, 173), (0.003, 450), (0.01, 157), (0.1, 141)],
    "Nesterov": [(0.03, 145), (0.03, 140), (0.01, 1426), (0.1, 174), (1, 63)],
    "ClassicalNesterov": [(0.01, 123), (0.01, 119), (0.001, 1426), (0.01, 174), (0.1, 63)],
    "AdaGrad": [(1, 10), (1, 517), (1, None), (1, 137), (1, 11)],
    "RMSProp": [(0.01, None), (0.01, None), (0.001, None), (0.0003, 6736), (0.03, 76)],
    "Adadelta": [(1, None), (1, None), (1, None), (1, None), (3, 278)],
    "Adam": [(0.1, 152), (1, 176), (0.3, 679), (0.3, 154), (0.03, 137)],
    "AdamW": [(0.03, 163), (0.3, 208), (0.3, None), (0.3, None), (0.03, 137)],
    "Adamax": [(0.3, 142), (1, 361), (1, 1756), (1, 208), (0.1, 121)],
    "AMSGrad": [(0.1, 153), (1, 174), (1, 605), (0.3, 155), (0.03, 138)],
    "Nadam": [(1, 37), (1, 106), (0.03, 2119), (0.3, 121), (0.3, 57)],
    "DeltaBarDelta": [(0.03, 78), (0.01, 263), (0.001, None), (0.03, 205), (0.1, 46)],
    "Rprop": [(0.0003, 60), (1, 160), (0.01, None), (0.0003, 107), (0.0003, 60)],
}
LANDSCAPES = [ls.quadratic(), ls.rotated_quadratic(), ls.rosenbrock(), ls.beale(), ls.saddle()]


def test_every_rule_is_in_the_race():
    assert set(RACE) == set(RULES)


@pytest.mark.parametrize("name", RACE)
@pytest.mark.parametrize("i", range(5), ids=[landscape.name for landscape in LANDSCAPES])
def test_race(name, i):
    (rate, count), landscape = RACE[name][i], LANDSCAPES[i]
    rule = RULES[name](learning_rate=rate)
    if count is not None:
        found = steps_to_tolerance(rule, landscape)
        assert found == pytest.approx(count, rel=0.02, abs=1)
        return
    assert steps_to_tolerance(rule, landscape, n_max=2000) is None
    values = landscape.value(path(rule, landscape.gradient, landscape.start, 2000))
    assert values[-1] < 0.5 * values[0], "it does get somewhere"
