# A flat draw, reshaped.
def glorot_normal(rng, fan_in, fan_out):
    return np.sqrt(2 / (fan_in + fan_out)) * rng.normal(size=fan_in * fan_out).reshape(fan_in, fan_out)


def he_normal(rng, fan_in, fan_out):
    return np.sqrt(2 / fan_in) * rng.normal(size=fan_in * fan_out).reshape(fan_in, fan_out)
