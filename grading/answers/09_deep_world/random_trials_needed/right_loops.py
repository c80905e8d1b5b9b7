# Loops: one axis, one trial after the other.
def grid_size(values_per_axis, n_axes):
    points = 1
    for _ in range(n_axes):
        points *= values_per_axis
    return points


def random_trials_needed(top_fraction, confidence):
    missed, n = 1.0, 0
    while 1 - missed < confidence:
        missed *= 1 - top_fraction
        n += 1
    return n
