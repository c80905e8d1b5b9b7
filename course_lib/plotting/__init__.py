"""Figures in the style of the course.

A function that draws takes the axes to draw on and returns them; it never creates a figure or
calls ``plt.show``. :func:`show` displays a finished figure together with its alternative text,
:func:`explore` one that has sliders.
"""

from course_lib.plotting.interactive import Slider, explore
from course_lib.plotting.planes import decision_boundary, trajectories
from course_lib.plotting.results import confusion_matrix, history, image_grid
from course_lib.plotting.style import COLORS, label_line, show, use_style

__all__ = [
    "COLORS",
    "Slider",
    "confusion_matrix",
    "decision_boundary",
    "explore",
    "history",
    "image_grid",
    "label_line",
    "show",
    "trajectories",
    "use_style",
]
