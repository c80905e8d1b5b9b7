# The loop returns the number before the one that suffices. [1 point]
def grid_size(values_per_axis, n_axes):
    return values_per_axis**n_axes


def random_trials_needed(top_fraction, confidence):
    n = 1
    while 1 - (1 - top_fraction) ** n < confidence:
        n += 1
    return n - 1
