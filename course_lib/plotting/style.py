"""The style of the course, and what every figure needs."""

from importlib.resources import files

import matplotlib.pyplot as plt
import numpy as np

__all__ = ["COLORS", "label_line", "show", "use_style"]

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
