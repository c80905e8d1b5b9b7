"""Moons, spirals and the teacher: where the points lie, and what can be learnt of them."""

import numpy as np
import pytest
from scipy.spatial import cKDTree

from course_lib import datasets
from course_lib.activations import relu
from course_lib.approximation import shallow_network


def nearest_neighbour_accuracy(X, y):
    """Leave-one-out."""
    _, nearest = cKDTree(X).query(X, k=2)
    return np.mean(y[nearest[:, 1]] == y)


def linear_accuracy(X, y):
    features = np.column_stack([X, np.ones(len(X))])
    w = np.linalg.lstsq(features, 2.0 * y - 1, rcond=None)[0]
    return np.mean((features @ w > 0) == y)


def test_moons_lie_on_their_half_circles():
    X, y = datasets.moons(np.random.default_rng(0), n_samples=2001, noise=0.05)
    assert np.bincount(y).tolist() == [1001, 1000]
    for k, center, half in ((0, [0, 0], 1), (1, [1, 0.5], -1)):
        offset = X[y == k] - center
        assert np.hypot(*offset.T).mean() == pytest.approx(1, abs=0.01)
        assert np.hypot(*offset.T).std() == pytest.approx(0.05, rel=0.1)
        assert np.mean(half * offset[:, 1] > -0.2) > 0.999


@pytest.mark.parametrize("make", [datasets.moons, datasets.spirals, datasets.rings])
def test_no_line_separates_what_a_neighbour_can_tell(make):
    X, y = make(np.random.default_rng(0), n_samples=600)
    assert linear_accuracy(X, y) < 0.92
    assert nearest_neighbour_accuracy(X, y) > 0.95


@pytest.mark.parametrize("n_classes", [2, 3, 5])
def test_the_arms_are_one_arm_turned(n_classes):
    X, y = datasets.spirals(np.random.default_rng(0), 1000, 0.0, n_classes, turns=0.75)
    assert np.bincount(y).max() - np.bincount(y).min() <= 1
    radius, angle = np.hypot(*X.T), np.arctan2(X[:, 1], X[:, 0])
    assert 0.1 <= radius.min() < radius.max() <= 1
    turned_back = angle - 2 * np.pi * (0.75 * (radius - 0.1) / 0.9 + y / n_classes)
    np.testing.assert_allclose(np.cos(turned_back), 1, atol=1e-12)


def test_a_student_can_be_as_good_as_the_teacher():
    rng = np.random.default_rng(0)
    X, y, (W, b, alpha) = datasets.teacher(rng, n_samples=20_000, n_in=7, n_units=4, noise=0.3)
    residual = y - shallow_network(X, W, b, alpha, relu)
    assert residual.std() == pytest.approx(0.3, rel=0.02)
    assert abs(np.corrcoef(residual, X[:, 0])[0, 1]) < 0.03
    assert (W.shape, b.shape, alpha.shape) == ((7, 4), (4,), (4,))
    assert y.var() > 0.3**2 * 1.5, "the network is not constant"


@pytest.mark.parametrize("make", [datasets.moons, datasets.spirals, datasets.teacher])
def test_the_generator_decides(make):
    (a, *_), (b, *_), (c, *_) = (make(np.random.default_rng(s), n_samples=20) for s in (0, 0, 1))
    np.testing.assert_array_equal(a, b)
    assert not np.array_equal(a, c)


@pytest.mark.parametrize(
    ("make", "arguments", "message"),
    [
        (datasets.moons, {"n_samples": 1}, "n_samples=1"),
        (datasets.moons, {"noise": -1.0}, "noise=-1.0"),
        (datasets.spirals, {"n_samples": 2, "n_classes": 3}, "n_samples=2"),
        (datasets.spirals, {"n_classes": 1}, "n_classes=1"),
        (datasets.teacher, {"n_units": 0}, "n_units=0"),
        (datasets.teacher, {"noise": -1.0}, "noise=-1.0"),
    ],
)
def test_bad_input_is_named(make, arguments, message):
    with pytest.raises(ValueError, match=message):
        make(np.random.default_rng(0), **arguments)
