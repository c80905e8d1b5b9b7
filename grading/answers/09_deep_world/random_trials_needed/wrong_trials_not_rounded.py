# Not rounded at all. [1 point]
def grid_size(values_per_axis, n_axes):
    return values_per_axis**n_axes


def random_trials_needed(top_fraction, confidence):
    return math.log(1 - confidence) / math.log(1 - top_fraction)
