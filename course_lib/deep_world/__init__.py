r"""Deep world: what is strange about many dimensions and many parameters.

Sources: slides 000, 001, 002 and 003, each with its corrections; the papers are named in
:mod:`.space` and :mod:`.parameters`.
"""

from course_lib.deep_world.parameters import (
    classify_stationary_point,
    double_descent,
    min_norm_fit,
    random_features,
)
from course_lib.deep_world.space import (
    ball_to_cube_ratio,
    distance_contrast,
    grid_size,
    log_ball_to_cube_ratio,
    random_trials_needed,
    split,
)

__all__ = [
    "ball_to_cube_ratio",
    "classify_stationary_point",
    "distance_contrast",
    "double_descent",
    "grid_size",
    "log_ball_to_cube_ratio",
    "min_norm_fit",
    "random_features",
    "random_trials_needed",
    "split",
]
