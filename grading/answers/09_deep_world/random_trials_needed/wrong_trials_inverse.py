# The quotient upside down. [1 point]
def grid_size(values_per_axis, n_axes):
    return values_per_axis**n_axes


def random_trials_needed(top_fraction, confidence):
    return math.ceil(math.log(1 - top_fraction) / math.log(1 - confidence))
