"""Figures in the style of the course.

A function that draws takes the axes to draw on and returns them; it never creates a figure or
calls ``plt.show``. :func:`show` displays a finished figure together with its alternative text.
"""

from importlib.resources import files

import matplotlib.pyplot as plt
import numpy as np

__all__ = ["COLORS", "decision_boundary", "label_line", "show", "use_style"]

#: The palette of ``course.mplstyle`` (Okabe and Ito) by name.
COLORS = {
    "blue": "#0072B2",
    "orange": "#D55E00",
    "green": "#009E73",
    "pink": "#CC79A7",
    "yellow": "#E69F00",
    "sky": "#56B4E9",
    "black": "#000000",
    "grey": "#777777",
}


def use_style():
    """Use the style of the course for all figures from here on.

    Examples
    --------
    >>> use_style()
    >>> plt.rcParams["axes.spines.top"]
    False
    """
    plt.style.use(str(files("course_lib") / "course.mplstyle"))


def show(fig, alt):
    """Display a figure with alternative text, then close it.

    The text reaches screen readers through the notebook's HTML and the reading site. Outside
    IPython nothing is displayed.

    Parameters
    ----------
    fig : matplotlib.figure.Figure
        The finished figure.
    alt : str
        What the figure shows, for a reader who cannot see it.

    Raises
    ------
    ValueError
        If `alt` is empty.
    """
    if not alt.strip():
        raise ValueError("alt must say what the figure shows. Received an empty text.")
    try:
        from IPython.display import display
    except ImportError:
        plt.close(fig)
        return
    text = " ".join(alt.split())
    display(fig, metadata={"image/png": {"alt": text}})
    plt.close(fig)


def label_line(line, text, x=None, dx=4, dy=0, **kwargs):
    """Write `text` beside a line, in the line's colour: a direct label instead of a legend.

    Parameters
    ----------
    line : matplotlib.lines.Line2D
        The line.
    text : str
        The label.
    x : float, optional
        Where along the line; the point of the line nearest to it is labelled. Default: its end.
    dx, dy : float
        Offset in points.
    **kwargs
        Passed on to ``Axes.annotate``.

    Returns
    -------
    matplotlib.axes.Axes
        The axes of the line.
    """
    xs, ys = np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float)
    i = len(xs) - 1 if x is None else int(np.argmin(np.abs(xs - x)))
    style = {"color": line.get_color(), "va": "center", "fontsize": 11.5} | kwargs
    line.axes.annotate(text, (xs[i], ys[i]), (dx, dy), textcoords="offset points", **style)
    return line.axes


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
