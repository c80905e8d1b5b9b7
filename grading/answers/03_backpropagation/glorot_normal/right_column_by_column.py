# One unit after the other.
def glorot_normal(rng, fan_in, fan_out):
    return np.array([rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), fan_in) for _ in range(fan_out)]).T


def he_normal(rng, fan_in, fan_out):
    return np.stack([rng.normal(scale=np.sqrt(2.0 / fan_in), size=fan_in) for _ in range(fan_out)], axis=1)
