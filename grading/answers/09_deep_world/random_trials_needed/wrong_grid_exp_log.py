# By exponential and logarithm, rounded. [1 point]
def grid_size(values_per_axis, n_axes):
    return round(math.exp(n_axes * math.log(values_per_axis)))


def random_trials_needed(top_fraction, confidence):
    return math.ceil(math.log(1 - confidence) / math.log(1 - top_fraction))
