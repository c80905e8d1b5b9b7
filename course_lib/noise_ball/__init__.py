r"""The noise ball: how close stochastic gradient descent with a constant rate comes to a minimum.

On :math:`f(\theta) = \tfrac12 \sum_i \lambda_i \theta_i^2` each step uses the gradient plus the
mean of :math:`B` independent noises of variance :math:`v_i`:

.. math::

    \theta_{t+1} = \theta_t - \alpha\,(\lambda\,\theta_t + \bar\xi_t), \qquad
    E\,\bar\xi_t = 0, \quad \operatorname{var} \bar\xi_{t,i} = v_i / B.

The mean of :math:`\theta_t` goes to the minimum; the variance does not go to zero. Here everything
is known: :math:`\mu = \min \lambda_i`, :math:`L = \max \lambda_i`, :math:`M = \sum_i v_i`, and the
exact value of :math:`E\|\theta_t - \theta^*\|^2`, so that the bounds of the slides can be compared
with the truth.

Sources: slides 000 (bound by smoothness and bounded variance), 001 (bound by bounded gradients,
after G. Turinici (2021), *The convergence of the stochastic gradient descent: a self-contained
proof*).
"""

from course_lib.noise_ball.bounds import (
    bounded_gradient_ball,
    largest_learning_rate,
    noise_ball,
)
from course_lib.noise_ball.hypotheses import HypothesisWarning
from course_lib.noise_ball.quadratic import (
    exact_mean_square,
    exact_stationary,
    exact_stationary_momentum,
    quadratic_constants,
    simulate_sgd,
)

__all__ = [
    "HypothesisWarning",
    "bounded_gradient_ball",
    "exact_mean_square",
    "exact_stationary",
    "exact_stationary_momentum",
    "largest_learning_rate",
    "noise_ball",
    "quadratic_constants",
    "simulate_sgd",
]
