# math.prod, and the quantile of SciPy's geometric distribution.
def grid_size(values_per_axis, n_axes):
    return math.prod([values_per_axis] * n_axes)


def random_trials_needed(top_fraction, confidence):
    from scipy.stats import geom

    return int(geom.ppf(confidence, top_fraction))
