# 3 / q, which is about right for 95 % only. [1 point]
def grid_size(values_per_axis, n_axes):
    return values_per_axis**n_axes


def random_trials_needed(top_fraction, confidence):
    return math.ceil(3 / top_fraction)
