# Glorot with the geometric mean of the fans. [1 point]
def glorot_normal(rng, fan_in, fan_out):
    return rng.normal(0, (fan_in * fan_out) ** -0.25, (fan_in, fan_out))


def he_normal(rng, fan_in, fan_out):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
