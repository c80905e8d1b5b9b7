# A loop that gives up after 10 000 trials. [1 point]
def grid_size(values_per_axis, n_axes):
    return values_per_axis**n_axes


def random_trials_needed(top_fraction, confidence):
    for n in range(1, 10_000):
        if 1 - (1 - top_fraction) ** n >= confidence:
            return n
