# A function that calls itself, and a bisection.
def grid_size(values_per_axis, n_axes):
    if n_axes == 0:
        return 1
    return values_per_axis * grid_size(values_per_axis, n_axes - 1)


def random_trials_needed(top_fraction, confidence):
    def reached(n):
        return 1 - (1 - top_fraction) ** n >= confidence

    high = 1
    while not reached(high):
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        if reached(middle):
            high = middle
        else:
            low = middle
    return high
