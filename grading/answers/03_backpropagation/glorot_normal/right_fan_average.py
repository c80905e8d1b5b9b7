# With the average fan, and a helper.
def draw(rng, m, n, variance):
    return np.sqrt(variance) * rng.normal(size=(m, n))


def glorot_normal(rng, fan_in, fan_out):
    return draw(rng, fan_in, fan_out, 1 / ((fan_in + fan_out) / 2))


def he_normal(rng, fan_in, fan_out):
    return draw(rng, fan_in, fan_out, 2 / fan_in)
