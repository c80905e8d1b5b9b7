# The root taken twice. [0 points]
def glorot_normal(rng, fan_in, fan_out):
    return rng.normal(0, np.sqrt(np.sqrt(2 / (fan_in + fan_out))), (fan_in, fan_out))


def he_normal(rng, fan_in, fan_out):
    return rng.normal(0, np.sqrt(np.sqrt(2 / fan_in)), (fan_in, fan_out))
