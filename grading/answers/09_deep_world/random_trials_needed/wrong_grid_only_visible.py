# Only the visible examples. [1 point]
def grid_size(values_per_axis, n_axes):
    return {(5, 6): 15_625, (7, 1): 7, (10, 30): 10**30}[values_per_axis, n_axes]


def random_trials_needed(top_fraction, confidence):
    return math.ceil(math.log(1 - confidence) / math.log(1 - top_fraction))
