# Each with its arguments in the other order. [0 points]
def grid_size(n_axes, values_per_axis):
    return values_per_axis**n_axes


def random_trials_needed(confidence, top_fraction):
    return math.ceil(math.log(1 - confidence) / math.log(1 - top_fraction))
