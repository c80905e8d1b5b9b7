# itertools.count, and NumPy's integer.
def grid_size(values_per_axis, n_axes):
    return pow(values_per_axis, n_axes)


def random_trials_needed(top_fraction, confidence):
    for n in itertools.count(1):
        if (1 - top_fraction) ** n <= 1 - confidence:
            return np.int64(n)
