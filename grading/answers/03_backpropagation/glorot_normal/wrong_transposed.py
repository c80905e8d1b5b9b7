# Shape (fan_out, fan_in). [0 points]
def glorot_normal(rng, fan_in, fan_out):
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_out, fan_in))


def he_normal(rng, fan_in, fan_out):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in))
