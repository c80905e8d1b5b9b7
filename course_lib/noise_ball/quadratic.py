r"""The quadratic problem on which everything about the noise ball is known.

Sources: slides 000 and 001 for the question; the exact values are sums of a geometric series
(plain SGD) and the solution of a discrete Lyapunov equation (momentum).
"""

import numpy as np

from course_lib.noise_ball.hypotheses import not_negative, positive

__all__ = [
    "exact_mean_square",
    "exact_stationary",
    "exact_stationary_momentum",
    "quadratic_constants",
    "simulate_sgd",
]

#: Runs that step together. A thousand stay in the processor's cache, which is five times as fast
#: as twenty thousand at once.
BLOCK = 1000


def quadratic_constants(eigenvalues, noise_var):
    r"""Constants of the quadratic problem: strong convexity, smoothness, variance.

    Parameters
    ----------
    eigenvalues : array_like, (d,)
        Curvatures :math:`\lambda_i > 0`.
    noise_var : float or array_like, (d,)
        Variances :math:`v_i \ge 0` of the noise in the gradient of one sample.

    Returns
    -------
    mu, L, M : float
        :math:`\min \lambda_i`, :math:`\max \lambda_i` and :math:`\sum_i v_i`: the variance of a
        vector is the trace of its covariance.

    Raises
    ------
    ValueError
        If a curvature is not positive or a variance is negative.

    Examples
    --------
    >>> quadratic_constants([1.0, 2.0, 5.0, 10.0], noise_var=1.0)
    (1.0, 10.0, 4.0)
    """
    positive(eigenvalues=eigenvalues)
    not_negative(noise_var=noise_var)
    lam, v = np.broadcast_arrays(np.atleast_1d(np.asarray(eigenvalues, float)), noise_var)
    return float(lam.min()), float(lam.max()), float(v.sum())


def exact_mean_square(t, alpha, eigenvalues, noise_var, batch_size=1, theta0=1.0):
    r"""Exact mean square distance to the minimum after `t` steps.

    .. math::

        E\|\theta_t\|^2 = \sum_i \Bigl[ q_i^t\, \theta_{0,i}^2
            + \frac{\alpha^2 v_i}{B}\, \frac{1 - q_i^t}{1 - q_i} \Bigr],
        \qquad q_i = (1 - \alpha\lambda_i)^2.

    Parameters
    ----------
    t : int or array_like
        Number of steps.
    alpha : float
        Learning rate, :math:`0 < \alpha < 2/L`.
    eigenvalues, noise_var : array_like, (d,)
        The problem, as for :func:`quadratic_constants`.
    batch_size : int
        :math:`B \ge 1`.
    theta0 : float or array_like, (d,)
        Start.

    Returns
    -------
    float or ndarray
        Same shape as `t`.

    Raises
    ------
    ValueError
        If :math:`\alpha \ge 2/L`, where the runs diverge, or an argument is out of range.

    Examples
    --------
    >>> exact_mean_square([0, 1, 1000], 0.1, [1.0, 2.0, 5.0, 10.0], 1.0).round(4)
    array([4.    , 1.74  , 0.1037])
    """
    positive(alpha=alpha, batch_size=batch_size)
    _, L, _ = quadratic_constants(eigenvalues, noise_var)
    if alpha >= 2 / L:
        raise ValueError(f"no stationary state: alpha < 2 / L = {2 / L:.4g}. Received: {alpha=}")
    lam, t = np.asarray(eigenvalues, float), np.asarray(t)[..., None]
    q = (1 - alpha * lam) ** 2
    added = alpha**2 * np.asarray(noise_var) / batch_size
    return np.sum(q**t * np.square(theta0) + added * (1 - q**t) / (1 - q), axis=-1)


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    r"""Exact mean square distance to the minimum in the long run.

    .. math:: E\|\theta_\infty\|^2 = \sum_i \frac{\alpha v_i}{B \lambda_i (2 - \alpha\lambda_i)}

    Parameters
    ----------
    alpha, eigenvalues, noise_var, batch_size
        As for :func:`exact_mean_square`.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        As for :func:`exact_mean_square`.

    Examples
    --------
    >>> round(exact_stationary(0.1, [1.0, 2.0, 5.0, 10.0], 1.0), 4)
    0.1037
    """
    return exact_stationary_momentum(
        alpha, eigenvalues, noise_var, beta1=0.0, batch_size=batch_size
    )


def exact_stationary_momentum(alpha, eigenvalues, noise_var, beta1=0.9, batch_size=1):
    r"""Exact mean square distance in the long run, with momentum in its average form.

    .. math::

        E\|\theta_\infty\|^2 = \sum_i \frac{\alpha v_i}
            {B \lambda_i \bigl(2 - \alpha\lambda_i \frac{1 - \beta_1}{1 + \beta_1}\bigr)}

    For small :math:`\alpha` this is :math:`\alpha v_i / 2B\lambda_i` whatever :math:`\beta_1`:
    momentum widens the range of stable rates, it does not shrink the ball.

    Parameters
    ----------
    alpha : float
        Learning rate, :math:`0 < \alpha < \tfrac{2}{L} \tfrac{1 + \beta_1}{1 - \beta_1}`.
    eigenvalues, noise_var : array_like, (d,)
        The problem, as for :func:`quadratic_constants`.
    beta1 : float
        Weight of the past, in [0, 1).
    batch_size : int
        :math:`B \ge 1`.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the runs diverge or an argument is out of range.

    Variants
    --------
    For momentum in its classical form (Keras) with rate :math:`\eta`, use
    :math:`\alpha = \eta / (1 - \beta_1)`: the same rate gives a ball ten times as large.

    Examples
    --------
    >>> [round(exact_stationary_momentum(0.1, [1.0], 1.0, beta1), 4) for beta1 in (0.0, 0.9)]
    [0.0526, 0.0501]
    """
    positive(alpha=alpha, batch_size=batch_size)
    if not 0 <= beta1 < 1:
        raise ValueError(f"beta1 must be in [0, 1). Received: beta1={beta1}")
    _, L, _ = quadratic_constants(eigenvalues, noise_var)
    shrink = (1 - beta1) / (1 + beta1)
    limit = 2 / (L * shrink)
    if alpha >= limit:
        raise ValueError(
            f"no stationary state: alpha must be below {limit:.4g}. Received: alpha={alpha}"
        )
    lam = np.asarray(eigenvalues, float)
    terms = alpha * np.asarray(noise_var) / (batch_size * lam * (2 - alpha * lam * shrink))
    return float(np.sum(terms))


def simulate_sgd(eigenvalues, noise_std, alpha, batch_size, n_steps, n_runs, rng, beta1=0.0):
    r"""Mean square distance to the minimum at each step, over many runs at once.

    All runs start at :math:`\theta = 1` and step together as one array ``(d, n_runs)``, in blocks
    of a thousand runs.

    Parameters
    ----------
    eigenvalues : array_like, (d,)
        Curvatures :math:`\lambda_i > 0`.
    noise_std : float or array_like, (d,)
        Standard deviation of the gradient of one sample. The noise is Gaussian, so the mean over a
        batch is drawn directly, with this divided by :math:`\sqrt B`.
    alpha : float
        Learning rate.
    batch_size : int
        :math:`B \ge 1`.
    n_steps, n_runs : int
        How many steps, and how many independent runs.
    rng : numpy.random.Generator
        Source of randomness.
    beta1 : float
        Momentum in its average form, without bias correction; 0 is plain SGD.

    Returns
    -------
    ndarray, (n_steps + 1,)
        Mean of :math:`\|\theta_t\|^2` over the runs, for t = 0, ..., n_steps.

    Raises
    ------
    ValueError
        If an argument is out of range.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> mean_square = simulate_sgd([1.0, 10.0], 1.0, 0.05, 1, 200, 2000, rng)
    >>> mean_square.shape, round(float(mean_square[0]), 1)
    ((201,), 2.0)
    >>> round(float(mean_square[150:].mean()), 2), round(exact_stationary(0.05, [1, 10], 1), 2)
    (0.03, 0.03)
    """
    positive(eigenvalues=eigenvalues, alpha=alpha, batch_size=batch_size, n_runs=n_runs)
    not_negative(noise_std=noise_std, n_steps=n_steps)
    if not 0 <= beta1 < 1:
        raise ValueError(f"beta1 must be in [0, 1). Received: beta1={beta1}")
    lam = np.asarray(eigenvalues, float)[:, None]
    std = np.broadcast_to(np.asarray(noise_std, float) / np.sqrt(batch_size), len(lam))[:, None]
    total = np.zeros(n_steps + 1)
    for first in range(0, n_runs, BLOCK):
        theta = np.ones((len(lam), min(BLOCK, n_runs - first)))
        m = np.zeros_like(theta)
        total[0] += theta.size
        for t in range(1, n_steps + 1):
            grad = lam * theta + std * rng.standard_normal(theta.shape)
            m = beta1 * m + (1 - beta1) * grad
            theta = theta - alpha * m
            total[t] += np.vdot(theta, theta)
    return total / n_runs
