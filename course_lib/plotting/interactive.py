r"""Figures with sliders, where somebody is there to move them.

:func:`explore` draws a figure for the values that its sliders start with. Where nobody can move a
slider that is all: an ordinary picture with its alternative text, the same in every run.

**When is somebody there?** A front end says with every cell that it runs whether it can answer
``input()``: ``allow_stdin`` in Jupyter's ``execute_request``. JupyterLab, Notebook and VS Code say
yes. Programs that run notebooks say no: nbclient (and so nbconvert, nbgrader and ``course``), nbval
and papermill. A slider, too, needs somebody to answer, so this is the rule here.

With sliders the picture is part of one output of several forms: the widget, and the static picture
for whoever cannot show widgets (GitHub, a feedback page, PDF).
"""

import html
from dataclasses import dataclass, field
from functools import cache

from course_lib.plotting.style import show

__all__ = ["Slider", "explore", "front_end_answers"]

WIDGET = "application/vnd.jupyter.widget-view+json"
NOT_INSTALLED = "To move this figure's sliders, install ipywidgets and run this cell again."


@dataclass(frozen=True)
class Slider:
    """A parameter that the reader turns.

    Parameters
    ----------
    label : str
        Its name and symbol, as in the text, with its unit if it has one: ``"learning rate α"``.
    values : sequence
        The values that it can take, in order.
    start : object
        The one that it starts with.
    form : str
        How a value is written, as in ``"{:g}".format(value)``.

    Raises
    ------
    ValueError
        If the label is empty, `start` is none of the values, or there are fewer than two of them.

    Examples
    --------
    >>> Slider("learning rate α", (0.01, 0.1, 1.0), start=0.1).say(0.1)
    'learning rate α = 0.1'
    """

    label: str
    values: tuple
    start: object = field(kw_only=True)
    form: str = "{:g}"

    def __post_init__(self):
        """Check the arguments; the values may be an array."""
        object.__setattr__(self, "values", tuple(self.values))
        if not self.label.strip():
            raise ValueError("label must name the parameter. Received an empty text.")
        if len(set(self.values)) < max(2, len(self.values)):
            raise ValueError(f"values must be two or more, all different. Received: {self.values}")
        if self.start not in self.values:
            raise ValueError(f"start must be one of {self.values}. Received: start={self.start}")

    def say(self, value):
        """Return the parameter with a value, for a reader."""
        return f"{self.label} = {self.form.format(value)}"


def explore(draw, alt, **sliders):
    """Show a figure, with sliders that redraw it where somebody can move them.

    Parameters
    ----------
    draw : callable
        ``draw(**values)`` returns a finished figure and its *reading*: a sentence with the numbers
        to look at, which is printed below it. The same values must give the same figure; each is
        drawn once. Aim at 0.2 seconds.
    alt : str
        What the figure shows at the start, for a reader who cannot see it. Where a slider was
        moved, its value and the reading stand in for it.
    **sliders : Slider
        One for each argument of `draw`.

    Raises
    ------
    ValueError
        If `alt` is empty or there is no slider.
    TypeError
        If a slider is something else.

    Notes
    -----
    No output depends on the run unless a front end answers (see `front_end_answers`), and
    ipywidgets is not needed then.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> def parabola(a):
    ...     fig, ax = plt.subplots()
    ...     ax.plot([-1, 0, 1], [a, 0, a])
    ...     return fig, f"It is {a} high at 1."
    >>> explore(parabola, alt="A parabola.", a=Slider("steepness a", (1, 2, 4), start=2))
    Figure(...)
    It is 2 high at 1.
    """
    if not alt.strip():
        raise ValueError("alt must say what the figure shows. Received an empty text.")
    if not sliders:
        raise ValueError("explore needs a slider. Received none: use plotting.show instead.")
    for name, slider in sliders.items():
        if not isinstance(slider, Slider):
            raise TypeError(f"{name} must be a plotting.Slider. Received: {slider!r}")
    note = ""
    if front_end_answers():
        try:
            _display(draw, " ".join(alt.split()), sliders)
            return
        except ImportError:
            note = f"\n{NOT_INSTALLED}"
    fig, reading = draw(**{name: slider.start for name, slider in sliders.items()})
    show(fig, alt=alt)
    print(f"{reading}{note}")


def front_end_answers():
    """Tell whether the running cell comes from a front end that can answer.

    >>> front_end_answers()
    False
    """
    try:
        from IPython import get_ipython
    except ImportError:
        return False
    get_parent = getattr(get_ipython(), "get_parent", dict)
    request = get_parent() or {}
    return bool(request.get("content", {}).get("allow_stdin", False))


def _display(draw, alt, sliders):
    """Display the sliders above their picture; and the picture alone for who has no widgets."""
    from IPython.display import display

    panel, png, reading = _panel(draw, alt, sliders)
    data = {
        "text/plain": reading,
        "image/png": png,
        WIDGET: {"version_major": 2, "version_minor": 0, "model_id": panel.model_id},
    }
    display(data, raw=True, metadata={"image/png": {"alt": alt}})


def _panel(draw, alt, sliders):
    """Make the widget; return it with the first picture, in base 64, and its reading."""
    import ipywidgets
    import matplotlib.pyplot as plt
    from IPython.core.pylabtools import print_figure

    @cache
    def picture(*values):
        fig, reading = draw(**dict(zip(sliders, values, strict=True)))
        png = print_figure(fig, "png", base64=True)
        plt.close(fig)
        return png.replace("\n", ""), reading

    controls = [
        ipywidgets.SelectionSlider(
            options=[(slider.form.format(value), value) for value in slider.values],
            value=slider.start,
            description=slider.label,
            # Dragging sends no more than the kernel has drawn: ipywidgets holds back the rest.
            continuous_update=True,
            style={"description_width": "12em"},
            layout={"width": "36em", "max_width": "100%"},
        )
        for slider in sliders.values()
    ]
    shown, below = ipywidgets.HTML(), ipywidgets.HTML()
    start = tuple(slider.start for slider in sliders.values())

    def redraw(change=None):
        values = tuple(control.value for control in controls)
        png, reading = picture(*values)
        said = (slider.say(value) for slider, value in zip(sliders.values(), values, strict=True))
        text = alt if values == start else f"{', '.join(said)}. {reading}"
        source = f'src="data:image/png;base64,{png}" style="max-width: 100%"'
        shown.value = f'<img alt="{html.escape(text)}" {source}>'
        below.value = f'<pre style="margin: 0">{html.escape(reading)}</pre>'

    for control in controls:
        control.observe(redraw, names="value")
    redraw()
    return ipywidgets.VBox([*controls, shown, below]), *picture(*start)
