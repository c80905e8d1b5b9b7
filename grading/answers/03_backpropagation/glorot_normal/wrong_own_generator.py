# A generator of its own, always the same. [0 points]
def glorot_normal(rng, fan_in, fan_out):
    return np.random.default_rng(0).normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))


def he_normal(rng, fan_in, fan_out):
    return np.random.default_rng(0).normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
