"""Figures in the style of the course.

A function that draws takes the axes to draw on and returns them; it never creates a figure or
calls ``plt.show``. :func:`show` displays a finished figure together with its alternative text.
"""

import itertools
from importlib.resources import files

import matplotlib.pyplot as plt
import numpy as np

__all__ = [
    "COLORS",
    "confusion_matrix",
    "decision_boundary",
    "history",
    "image_grid",
    "label_line",
    "show",
    "trajectories",
    "use_style",
]

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


def history(ax, record, names=None, ylabel="loss"):
    """Draw what was recorded during training, one labelled line per quantity.

    A quantity ``"val_..."`` has the colour of the quantity without the prefix, and is dashed.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    record : dict of str to list of float
        From :func:`course_lib.training.fit`: one value per epoch.
    names : sequence of str, optional
        Which quantities; ``"loss"`` and, if there, ``"val_loss"`` by default.
    ylabel : str
        What they are.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.

    Raises
    ------
    ValueError
        If a name is not in the record.

    Examples
    --------
    >>> fig, ax = plt.subplots()
    >>> ax = history(ax, {"loss": [1.0, 0.5], "val_loss": [1.1, 0.7]})
    >>> [line.get_linestyle() for line in ax.lines]
    ['-', '--']
    >>> plt.close(fig)
    """
    names = [n for n in ("loss", "val_loss") if n in record] if names is None else names
    colors = {}
    for name in names:
        if name not in record:
            raise ValueError(f"names must be among {sorted(record)}. Received: {name!r}")
        quantity = name.removeprefix("val_")
        epochs = np.arange(1, len(record[name]) + 1)
        style = "-" if quantity == name else "--"
        (line,) = ax.plot(epochs, record[name], style, color=colors.get(quantity))
        colors[quantity] = line.get_color()
        label_line(line, name.replace("_", " "))
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.set(xlabel="epoch", ylabel=ylabel)
    return ax


def image_grid(ax, images, titles=None, n_columns=10, gap=2):
    """Draw small grey images side by side, dark on white, with a title above each.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    images : ndarray, (N, H, W) or (N, H, W, 1)
        Grey values; the largest is black, the smallest white.
    titles : sequence of str, optional
        One for each image.
    n_columns : int
        Images in a row.
    gap : int
        Pixels between two images.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.

    Raises
    ------
    ValueError
        If the images have another shape, or there is not one title for each.

    Examples
    --------
    >>> fig, ax = plt.subplots()
    >>> ax = image_grid(ax, np.random.default_rng(0).uniform(size=(12, 8, 8, 1)), n_columns=6)
    >>> ax.images[0].get_array().shape
    (18, 58)
    >>> plt.close(fig)
    """
    images = np.asarray(images)
    if images.ndim == 4 and images.shape[-1] == 1:
        images = images[..., 0]
    if images.ndim != 3 or len(images) == 0:
        raise ValueError(f"images must be (N, H, W) or (N, H, W, 1). Received: {images.shape}")
    if titles is not None and len(titles) != len(images):
        raise ValueError(
            f"titles must be one for each of {len(images)} images. Received: {len(titles)}"
        )
    n, height, width = images.shape
    gap_above = gap if titles is None else max(gap, height // 3)
    n_columns = min(n_columns, n)
    n_rows = -(-n // n_columns)
    # Rows of the mosaic above the first images hold their titles, if there are any.
    top = 0 if titles is None else gap_above
    mosaic = np.full(
        (top + n_rows * (height + gap_above) - gap_above, n_columns * (width + gap) - gap),
        images.min(),
        dtype=images.dtype,
    )
    for i, image in enumerate(images):
        row = top + i // n_columns * (height + gap_above)
        column = i % n_columns * (width + gap)
        mosaic[row : row + height, column : column + width] = image
        if titles is not None:
            ax.text(column + width / 2, row - 1, titles[i], ha="center", va="bottom", fontsize=10)
    ax.imshow(mosaic, cmap="gray_r", interpolation="nearest")
    ax.set_axis_off()
    return ax


def confusion_matrix(ax, y_true, y_predicted, labels=None):
    """Draw how often each class was taken for each class; right answers are on the diagonal.

    The shade is the share of a row, the numbers are counts; zeros are left blank.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    y_true, y_predicted : ndarray of int, (N,)
        Classes 0, 1, ...
    labels : sequence of str, optional
        Their names; the numbers by default.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.

    Raises
    ------
    ValueError
        If the lengths differ, or there are not enough labels.

    Examples
    --------
    >>> fig, ax = plt.subplots()
    >>> ax = confusion_matrix(ax, np.array([0, 0, 1]), np.array([0, 1, 1]))
    >>> [text.get_text() for text in ax.texts]
    ['1', '1', '1']
    >>> plt.close(fig)
    """
    y_true, y_predicted = np.asarray(y_true), np.asarray(y_predicted)
    if y_true.shape != y_predicted.shape or y_true.ndim != 1 or len(y_true) == 0:
        raise ValueError(
            "y_true and y_predicted must have the same shape (N,). "
            f"Received: {y_true.shape} and {y_predicted.shape}"
        )
    n_classes = int(max(y_true.max(), y_predicted.max())) + 1
    labels = [str(k) for k in range(n_classes)] if labels is None else list(labels)
    if len(labels) < n_classes:
        raise ValueError(f"labels must name {n_classes} classes. Received: labels={labels}")
    counts = np.zeros((len(labels), len(labels)), dtype=int)
    np.add.at(counts, (y_true, y_predicted), 1)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    ax.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for i, j in np.argwhere(counts):
        color = "white" if shares[i, j] > 0.5 else "black"
        ax.text(j, i, str(counts[i, j]), ha="center", va="center", color=color, fontsize=9)
    ticks = range(len(labels))
    ax.set(xticks=ticks, yticks=ticks, xticklabels=labels, yticklabels=labels)
    ax.set(xlabel="predicted class", ylabel="true class")
    return ax
