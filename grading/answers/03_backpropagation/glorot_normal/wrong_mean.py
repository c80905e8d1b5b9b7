# The standard deviation passed as the mean. [0 points]
def glorot_normal(rng, fan_in, fan_out):
    return rng.normal(np.sqrt(2 / (fan_in + fan_out)), size=(fan_in, fan_out))


def he_normal(rng, fan_in, fan_out):
    return rng.normal(np.sqrt(2 / fan_in), size=(fan_in, fan_out))
