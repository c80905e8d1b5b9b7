# n q = p: as if hits could not repeat. [1 point]
def grid_size(values_per_axis, n_axes):
    return values_per_axis**n_axes


def random_trials_needed(top_fraction, confidence):
    return math.ceil(confidence / top_fraction)
