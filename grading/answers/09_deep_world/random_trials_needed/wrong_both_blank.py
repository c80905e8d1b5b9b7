# Neither returns anything. [0 points]
def grid_size(values_per_axis, n_axes):
    size = values_per_axis**n_axes


def random_trials_needed(top_fraction, confidence):
    n = math.log(1 - confidence) / math.log(1 - top_fraction)
