"""Initialisers: their distributions, and what they do to a signal over many layers."""

import numpy as np
import pytest
from scipy import stats

from course_lib import initializers
from course_lib.activations import relu

SHAPES = [(200, 300), (5, 3, 20, 150)]
VARIANCES = {
    "lecun": lambda i, o: 1 / i,
    "glorot": lambda i, o: 2 / (i + o),
    "he": lambda i, o: 2 / i,
}


def draw(name, shape, seed=0):
    return getattr(initializers, name)(np.random.default_rng(seed), shape)


@pytest.mark.parametrize(("shape", "fans"), [(SHAPES[0], (200, 300)), (SHAPES[1], (300, 2250))])
def test_fans_count_the_connections(shape, fans):
    assert initializers.fans(shape) == fans
    # a unit's inputs, counted: the entries of the array that belong to one output
    assert np.ones(shape)[..., 0].size == fans[0]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", VARIANCES)
def test_samples_come_from_the_distribution_claimed(kind, shape):
    std = VARIANCES[kind](*initializers.fans(shape)) ** 0.5
    normal = stats.norm(scale=std)
    uniform = stats.uniform(-std * 3**0.5, 2 * std * 3**0.5)
    for name, distribution in ((f"{kind}_normal", normal), (f"{kind}_uniform", uniform)):
        W = draw(name, shape)
        assert W.shape == shape
        assert stats.kstest(W.ravel(), distribution.cdf).pvalue > 1e-3, name
        # the test can fail: a spread 5 % too large is noticed
        assert stats.kstest(1.05 * W.ravel(), distribution.cdf).pvalue < 1e-4, name


def test_normal_and_zeros():
    W = initializers.normal(np.random.default_rng(0), (100, 50), std=0.3)
    assert stats.kstest(W.ravel(), stats.norm(scale=0.3).cdf).pvalue > 1e-3
    assert not draw("zeros", (3, 4)).any()


@pytest.mark.parametrize("shape", [(6, 4), (4, 6), (5, 5), (3, 3, 2, 7), (2, 2, 3, 40)])
def test_orthogonal_has_equal_singular_values(shape):
    W = initializers.orthogonal(np.random.default_rng(1), shape, gain=1.5)
    assert W.shape == shape
    np.testing.assert_allclose(
        np.linalg.svd(W.reshape(-1, shape[-1]), compute_uv=False), 1.5, rtol=1e-12
    )


def test_orthogonal_keeps_lengths_unless_told_otherwise():
    W = draw("orthogonal", (4, 7))
    np.testing.assert_allclose(W @ W.T, np.eye(4), atol=1e-12)


def test_orthogonal_is_uniform_among_rotations_and_reflections():
    # in the plane the first column's angle is uniform
    def pvalue(draw):
        columns = np.array([draw()[:, 0] for _ in range(2000)])
        return stats.kstest(np.arctan2(*columns.T[::-1]) / (2 * np.pi) + 0.5, "uniform").pvalue

    rng = np.random.default_rng(2)
    assert pvalue(lambda: initializers.orthogonal(rng, (2, 2))) > 1e-3
    # the bare factorisation, signs not fixed, covers half of the circle
    assert pvalue(lambda: np.linalg.qr(rng.normal(size=(2, 2)))[0]) < 1e-6


@pytest.mark.parametrize("name", ["he_normal", "he_uniform"])
def test_he_keeps_the_mean_square_through_thirty_relu_layers(name):
    rng = np.random.default_rng(3)
    Z = Z0 = rng.normal(size=(100, 300)) @ draw("lecun_normal", (300, 300))
    for _ in range(30):
        Z = relu(Z) @ getattr(initializers, name)(rng, (300, 300))
    assert 0.2 < np.mean(Z**2) / np.mean(Z0**2) < 5  # with Glorot it would be 2**-30


@pytest.mark.parametrize("name", initializers.__all__)
def test_the_generator_decides(name):
    if name in ("fans", "zeros"):
        return
    np.testing.assert_array_equal(draw(name, (4, 3), seed=5), draw(name, (4, 3), seed=5))
    assert np.any(draw(name, (4, 3), seed=5) != draw(name, (4, 3), seed=6))


@pytest.mark.parametrize("shape", [(), (3,), (0, 2), (3, 3, 0, 1)])
def test_bad_shapes_are_named(shape):
    for name in ("glorot_normal", "he_uniform", "lecun_normal", "orthogonal"):
        with pytest.raises(ValueError, match="shape="):
            draw(name, shape)
