"""The gradient check: right gradients pass, planted errors do not, zero gradients are refused."""

import numpy as np
import pytest
from scipy.optimize import rosen, rosen_der

from course_lib import gradient_check

POINT = np.array([-1.2, 1.0, 0.3, 1.7])
GRADIENT = rosen_der(POINT)


def directional(gradient, point=POINT, f=rosen, **options):
    return gradient_check.directional_error(f, point, gradient, np.random.default_rng(0), **options)


def test_numerical_gradient_of_rosenbrock():
    numerical = gradient_check.numerical_gradient(rosen, POINT)
    np.testing.assert_allclose(numerical, GRADIENT, rtol=1e-7)
    assert gradient_check.gradient_error(rosen, POINT, GRADIENT) < 1e-9
    assert directional(GRADIENT) < 1e-9


@pytest.mark.parametrize(
    "theta", [2, [1, 2], np.ones((2, 3), np.float32), np.arange(4).reshape(2, 2)]
)
def test_numerical_gradient_of_any_shape_and_type(theta):
    before = np.array(theta)
    numerical = gradient_check.numerical_gradient(lambda t: np.sum(t**2), theta)
    np.testing.assert_allclose(numerical, 2.0 * before, atol=1e-9)
    np.testing.assert_array_equal(theta, before)


def test_the_error_of_central_differences_is_of_second_order():
    errors = [
        gradient_check.gradient_error(np.exp, 1.0, np.exp(1.0), epsilon) for epsilon in (0.1, 0.01)
    ]
    # f'''/f' epsilon**2 / 6, for the exponential; forward differences would give a ratio of 10
    assert errors[0] == pytest.approx(0.1**2 / 6, rel=0.01)
    assert errors[0] / errors[1] == pytest.approx(100, rel=0.01)


@pytest.mark.parametrize("index", range(4))
def test_a_planted_error_of_one_in_a_million_is_caught(index):
    wrong = GRADIENT.copy()
    wrong[index] += 1e-6 * np.abs(GRADIENT).max()
    assert gradient_check.gradient_error(rosen, POINT, wrong) > 5e-7
    assert directional(wrong) > 1e-7


def test_a_planted_sign_is_caught_among_ten_thousand_coordinates():
    theta = np.linspace(1, 2, 10_000)
    right = 3 * theta**2
    wrong = right.copy()
    wrong[5000] *= -1
    cubes = {"point": theta, "f": lambda t: np.sum(t**3)}
    assert directional(right, **cubes) < 1e-6
    assert directional(wrong, **cubes) > 1e-3


def test_a_zero_gradient_is_refused_on_either_side():
    zero = np.zeros(4)
    for check in (
        lambda f, g: gradient_check.gradient_error(f, POINT, g),
        lambda f, g: directional(g, f=f),
    ):
        with pytest.raises(ValueError, match="the gradient is zero everywhere"):
            check(rosen, zero)
        with pytest.raises(ValueError, match="the numerical one is zero everywhere"):
            check(lambda theta: 1.0, GRADIENT)


def test_bad_input_is_named():
    with pytest.raises(ValueError, match="epsilon=0"):
        gradient_check.numerical_gradient(rosen, POINT, epsilon=0)
    for check in (lambda g: gradient_check.gradient_error(rosen, POINT, g), directional):
        with pytest.raises(ValueError, match=r"\(4,\).*\(4, 1\)"):
            check(GRADIENT[:, None])
    with pytest.raises(ValueError, match="n_directions"):
        directional(GRADIENT, n_directions=0)


class Scale:
    """A layer y = w * x, with its gradient as an argument, right or wrong."""

    def __init__(self, backward):
        self.params, self.grads = {"w": np.array([2.0, -3.0])}, {}
        self.gradient = backward

    def forward(self, x, training=False):
        self.x = x
        return self.params["w"] * x

    def backward(self, dy):
        return self.gradient(self, dy)


def scale_backward(layer, dy):
    layer.grads = {"w": np.sum(dy * layer.x, axis=0)}
    return layer.params["w"] * dy


def without_grads(layer, dy):
    return layer.params["w"] * dy


def mean_for_sum(layer, dy):
    layer.grads = {"w": np.mean(dy * layer.x, axis=0)}
    return layer.params["w"] * dy


def weights_forgotten(layer, dy):
    scale_backward(layer, dy)
    return dy


def layer_errors(backward):
    rng = np.random.default_rng(1)
    return gradient_check.layer_errors(Scale(backward), rng.normal(size=(5, 2)), rng)


def test_layer_errors_names_the_gradient_that_is_wrong():
    assert max(layer_errors(scale_backward).values()) < 1e-9
    errors = layer_errors(mean_for_sum)
    assert errors["w"] > 0.5
    assert errors["x"] < 1e-9
    errors = layer_errors(weights_forgotten)
    assert errors["x"] > 0.5
    assert errors["w"] < 1e-9
    with pytest.raises(ValueError, match=r"\['w'\]. Received: \[\]"):
        layer_errors(without_grads)


def test_layer_errors_leaves_the_layer_as_it_was():
    layer, rng = Scale(scale_backward), np.random.default_rng(1)
    gradient_check.layer_errors(layer, rng.normal(size=(5, 2)), rng)
    assert layer.grads == {}
    np.testing.assert_array_equal(layer.params["w"], [2.0, -3.0])
