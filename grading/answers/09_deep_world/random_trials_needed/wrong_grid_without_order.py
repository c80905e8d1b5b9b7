# Combinations without order. [1 point]
def grid_size(values_per_axis, n_axes):
    return math.comb(values_per_axis + n_axes - 1, n_axes)


def random_trials_needed(top_fraction, confidence):
    return math.ceil(math.log(1 - confidence) / math.log(1 - top_fraction))
