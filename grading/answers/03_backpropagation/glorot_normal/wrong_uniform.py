# Uniform with the right variance. [0 points]
def glorot_normal(rng, fan_in, fan_out):
    return rng.uniform(-1, 1, (fan_in, fan_out)) * np.sqrt(6 / (fan_in + fan_out))


def he_normal(rng, fan_in, fan_out):
    return rng.uniform(-1, 1, (fan_in, fan_out)) * np.sqrt(6 / fan_in)
