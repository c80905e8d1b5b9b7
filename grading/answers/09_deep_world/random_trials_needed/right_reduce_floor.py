# functools.reduce, and the whole part plus one.
from functools import reduce


def grid_size(values_per_axis, n_axes):
    return reduce(lambda points, _: points * values_per_axis, range(n_axes), 1)


def random_trials_needed(top_fraction, confidence):
    return 1 + int(math.log1p(-confidence) // math.log1p(-top_fraction))
