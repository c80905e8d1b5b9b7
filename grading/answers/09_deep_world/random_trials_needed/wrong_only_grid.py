# random_trials_needed does not exist. [1 point]
def grid_size(values_per_axis, n_axes):
    return values_per_axis**n_axes


n_trials = 59
