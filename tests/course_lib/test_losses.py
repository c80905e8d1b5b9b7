"""Losses against SciPy's entropies and finite differences, and what they refuse."""

import numpy as np
import pytest
from scipy import special, stats
from scipy.optimize import approx_fprime

from course_lib import losses

rng = np.random.default_rng(0)
LOGITS = 3 * rng.normal(size=(6, 4))
INTEGERS = rng.integers(0, 4, size=6)
ONE_HOT = (INTEGERS[:, None] == np.arange(4)).astype(int)
SOFT = rng.dirichlet(np.ones(4), size=6)
BITS = rng.integers(0, 2, size=(6, 4))

# loss, outputs, targets; the gradient's name follows from the loss's
TABLE = {
    "mse": ("mean_squared_error", LOGITS, SOFT),
    "mse of a vector": ("mean_squared_error", LOGITS[:, 0], SOFT[:, 0]),
    "binary": ("binary_cross_entropy", LOGITS, BITS),
    "binary of a vector": ("binary_cross_entropy", LOGITS[:, 0], BITS[:, 0]),
    "binary, soft": ("binary_cross_entropy", LOGITS, SOFT),
    "integers": ("cross_entropy", LOGITS, INTEGERS),
    "one-hot": ("cross_entropy", LOGITS, ONE_HOT),
    "soft": ("cross_entropy", LOGITS, SOFT),
    "in time": ("cross_entropy", LOGITS.reshape(2, 3, 4), INTEGERS.reshape(2, 3)),
}
case = pytest.mark.parametrize(("name", "outputs", "targets"), TABLE.values(), ids=TABLE)


def pair(name):
    return getattr(losses, name), getattr(losses, f"{name}_gradient")


def test_values_are_scipys_entropies():
    p = special.softmax(LOGITS, axis=1)
    kl = stats.entropy(SOFT, p, axis=1) + stats.entropy(SOFT, axis=1)
    assert losses.cross_entropy(LOGITS, SOFT) == pytest.approx(kl.mean(), rel=1e-12)
    surprise = -stats.bernoulli.logpmf(BITS, special.expit(LOGITS))
    assert losses.binary_cross_entropy(LOGITS, BITS) == pytest.approx(surprise.mean(), rel=1e-10)
    distance = np.linalg.norm(LOGITS - SOFT) ** 2 / LOGITS.size
    assert losses.mean_squared_error(LOGITS, SOFT) == pytest.approx(distance, rel=1e-12)


@case
def test_gradients_are_those_of_a_finite_difference(name, outputs, targets):
    loss, gradient = pair(name)
    numerical = approx_fprime(
        outputs.ravel(), lambda v: loss(v.reshape(outputs.shape), targets), 1e-6
    ).reshape(outputs.shape)
    assert np.abs(numerical).max() > 1e-2, "a zero gradient would pass for anything"
    np.testing.assert_allclose(gradient(outputs, targets), numerical, atol=2e-6)


@case
def test_a_batch_twice_over_has_the_same_loss_and_half_the_gradient_each(name, outputs, targets):
    loss, gradient = pair(name)
    double = np.concatenate([outputs, outputs]), np.concatenate([targets, targets])
    assert loss(*double) == pytest.approx(loss(outputs, targets), rel=1e-12)
    np.testing.assert_allclose(
        gradient(*double)[: len(outputs)], gradient(outputs, targets) / 2, rtol=1e-12
    )


@case
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_is_kept_huge_outputs_stay_finite_and_inputs_unchanged(name, outputs, targets, dtype):
    loss, gradient = pair(name)
    huge = np.where(outputs > 0, 1e4, -1e4).astype(dtype)
    before = huge.copy(), targets.copy()
    assert isinstance(loss(huge, targets), float)
    assert 0 < loss(huge, targets) < 1e9
    assert gradient(huge, targets).dtype == dtype
    assert np.isfinite(gradient(huge, targets)).all()
    np.testing.assert_array_equal(huge, before[0])
    np.testing.assert_array_equal(targets, before[1])


def test_a_confident_and_right_answer_costs_its_tiny_probability_not_zero():
    z = np.float32(30)
    assert losses.binary_cross_entropy(z, 1) == pytest.approx(np.exp(-30.0), rel=1e-5)


def test_integer_and_one_hot_labels_agree():
    for function in (losses.cross_entropy, losses.cross_entropy_gradient, losses.accuracy):
        np.testing.assert_array_equal(function(LOGITS, INTEGERS), function(LOGITS, ONE_HOT))


def test_two_classes_are_the_binary_case():
    two = np.stack([np.zeros(6), LOGITS[:, 0]], axis=1)
    binary = losses.binary_cross_entropy(LOGITS[:, 0], BITS[:, 0])
    assert losses.cross_entropy(two, BITS[:, 0]) == pytest.approx(binary, rel=1e-12)


def test_equal_scores_cost_log_k():
    assert losses.cross_entropy(np.ones((5, 7)), np.arange(5)) == pytest.approx(np.log(7))


def test_accuracy_of_a_permutation():
    assert losses.accuracy(np.eye(4), [0, 1, 3, 2]) == 0.5


BAD = [
    ("mean_squared_error", np.ones(3), np.ones((3, 1)), ValueError, r"targets.shape=\(3, 1\)"),
    ("mean_squared_error", np.ones(0), np.ones(0), ValueError, "empty"),
    ("binary_cross_entropy", np.ones((3, 1)), np.ones(3), ValueError, r"labels.shape=\(3,\)"),
    ("binary_cross_entropy", np.ones(2), [-1, 1], ValueError, "from -1 to 1"),
    ("binary_cross_entropy", np.ones(2), [0, 1.5], ValueError, "from 0 to 1.5"),
    ("cross_entropy", np.ones((2, 3)), [0, 3], ValueError, "from 0 to 3"),
    ("cross_entropy", np.ones((2, 3)), [-1, 0], ValueError, "from -1 to 0"),
    ("cross_entropy", np.ones((2, 3)), [0.0, 1.0], TypeError, "float64"),
    ("cross_entropy", np.ones((2, 3)), [0, 1, 2], ValueError, r"labels.shape=\(3,\)"),
    ("cross_entropy", np.ones((2, 3)), np.ones((2, 3)), ValueError, "add up to 1"),
    ("cross_entropy", np.ones((0, 3)), np.ones(0, int), ValueError, "empty"),
]


@pytest.mark.parametrize(("name", "outputs", "targets", "error", "message"), BAD)
def test_bad_input_is_named(name, outputs, targets, error, message):
    for function in pair(name):
        with pytest.raises(error, match=message):
            function(outputs, targets)
