r"""Deep world: what is strange about many dimensions and many parameters.

=====================  ============================================================================
:mod:`.space`          many dimensions: volumes, distances, intrinsic dimension
:mod:`.search`         many settings: grids, random trials, splits
:mod:`.interpolation`  many parameters: least-norm fits, double descent and its theory
:mod:`.stationary`     many parameters: kinds of points where gradients vanish
=====================  ============================================================================

Sources: slides 000, 001, 002 and 003, each with its corrections; the papers are named in the
modules.
"""

from course_lib.deep_world.interpolation import (
    double_descent,
    min_norm_fit,
    min_norm_risk,
    random_features,
    regression_task,
)
from course_lib.deep_world.search import grid_size, random_trials_needed, split
from course_lib.deep_world.space import (
    ball_to_cube_ratio,
    distance_contrast,
    intrinsic_dimension,
    log_ball_to_cube_ratio,
)
from course_lib.deep_world.stationary import classify_stationary_point

__all__ = [
    "ball_to_cube_ratio",
    "classify_stationary_point",
    "distance_contrast",
    "double_descent",
    "grid_size",
    "intrinsic_dimension",
    "log_ball_to_cube_ratio",
    "min_norm_fit",
    "min_norm_risk",
    "random_features",
    "random_trials_needed",
    "regression_task",
    "split",
]
