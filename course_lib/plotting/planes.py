"""Functions of two variables: the sides of a classifier, the contours of a landscape."""

import itertools

import numpy as np

from course_lib.plotting.style import COLORS

__all__ = ["decision_boundary", "trajectories"]


def decision_boundary(ax, score, X, y, resolution=200, margin=0.3):
    """Draw two classes of points and the regions in which a classifier puts each.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    score : callable
        Maps points ``(N, 2)`` to scores ``(N,)``; class 1 where the score is positive.
    X : ndarray, (N, 2)
        Points.
    y : ndarray, (N,)
        Labels, 0 or 1.
    resolution : int
        Grid points per axis.
    margin : float
        Space around the points, in data units.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.

    Raises
    ------
    ValueError
        If the points are not in the plane.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> fig, ax = plt.subplots()
    >>> X = np.array([[0.0, 0.0], [1.0, 1.0]])
    >>> ax = decision_boundary(ax, lambda P: P[:, 0] - 0.5, X, np.array([0, 1]))
    >>> plt.close(fig)
    """
    X, y = np.asarray(X), np.asarray(y)
    if X.ndim != 2 or X.shape[1] != 2:
        raise ValueError(f"X must have shape (N, 2). Received: X.shape={X.shape}")
    low, high = X.min(axis=0) - margin, X.max(axis=0) + margin
    xs, ys = (np.linspace(low[i], high[i], resolution) for i in range(2))
    grid_x, grid_y = np.meshgrid(xs, ys)
    scores = score(np.column_stack([grid_x.ravel(), grid_y.ravel()])).reshape(grid_x.shape)
    sides = np.where(scores > 0, 1, -1)
    ax.contourf(xs, ys, sides, levels=[-2, 0, 2], colors=["#CFE3F1", "#F9E0D1"], zorder=0)
    if scores.min() < 0 < scores.max():
        ax.contour(xs, ys, scores, levels=[0], colors="black", linewidths=1.6)
    for label, color, marker in ((0, COLORS["blue"], "o"), (1, COLORS["orange"], "^")):
        ax.scatter(*X[y == label].T, s=14, color=color, marker=marker, linewidths=0, alpha=0.85)
    ax.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]), aspect="equal")
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    return ax


def trajectories(ax, landscape, paths, n_levels=14, resolution=200):
    """Draw paths of optimizers on the contours of a landscape.

    The levels are spaced evenly in the logarithm of the height above the lowest value drawn. Paths
    differ by colour and marker, and have a legend, because they tend to end in the same place.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    landscape : course_lib.landscapes.Landscape
        Its `value`, `region` and `minimum` (a star) are used.
    paths : dict of str to ndarray, (T, 2)
        Points by label.
    n_levels, resolution : int
        Number of contours, and of grid points per axis.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.

    Raises
    ------
    ValueError
        If a path is not in the plane.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> from course_lib.landscapes import rosenbrock
    >>> fig, ax = plt.subplots()
    >>> ax = trajectories(ax, rosenbrock(), {"nowhere": np.array([[0.0, 0.0], [0.5, 1.0]])})
    >>> plt.close(fig)
    """
    xs, ys = (np.linspace(*ends, resolution) for ends in landscape.region)
    heights = landscape.value(np.stack(np.meshgrid(xs, ys), axis=-1))
    heights = heights - heights.min()
    levels = np.geomspace(heights.max() / 1e4, heights.max(), n_levels)
    ax.contour(xs, ys, heights, levels=levels, colors="#BBBBBB", linewidths=0.8, zorder=0)
    for (label, path), marker in zip(paths.items(), itertools.cycle("os^Dv<>"), strict=False):
        path = np.asarray(path)
        if path.ndim != 2 or path.shape[1] != 2:
            raise ValueError(f"paths[{label!r}] must have shape (T, 2). Received: {path.shape}")
        # About twenty markers a path: enough to tell it, and to see where it slows down.
        every = max(1, len(path) // 20)
        ax.plot(*path.T, marker=marker, markevery=every, markersize=4, linewidth=1.3, label=label)
        ax.plot(*path[0], "o", color="black", markersize=6)
    if landscape.minimum is not None:
        ax.plot(*landscape.minimum, "*", color="black", markersize=11)
    ax.legend()
    ax.set(xlim=landscape.region[0], ylim=landscape.region[1])
    ax.set(xlabel="$\\theta_1$", ylabel="$\\theta_2$")
    return ax
