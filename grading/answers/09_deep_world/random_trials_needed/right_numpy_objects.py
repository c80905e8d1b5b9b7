# NumPy with Python's whole numbers; the logarithms by NumPy.
def grid_size(values_per_axis, n_axes):
    return int(np.prod(np.full(n_axes, values_per_axis, dtype=object)))


def random_trials_needed(top_fraction, confidence):
    return int(np.ceil(np.log2(1 - confidence) / np.log2(1 - top_fraction)))
