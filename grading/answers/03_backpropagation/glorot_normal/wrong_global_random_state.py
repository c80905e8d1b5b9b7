# Global random numbers instead of rng. [0 points]
def glorot_normal(rng, fan_in, fan_out):
    return np.random.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))


def he_normal(rng, fan_in, fan_out):
    return np.random.randn(fan_in, fan_out) * np.sqrt(2 / fan_in)
