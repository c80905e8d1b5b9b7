# The probability after 59 trials. [1 point]
def grid_size(values_per_axis, n_axes):
    return values_per_axis**n_axes


def random_trials_needed(top_fraction, confidence):
    return 1 - (1 - top_fraction) ** 59
