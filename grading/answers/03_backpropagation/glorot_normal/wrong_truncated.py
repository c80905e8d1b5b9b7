# Clipped at two standard deviations. [0 points]
def glorot_normal(rng, fan_in, fan_out):
    s = np.sqrt(2 / (fan_in + fan_out)); return np.clip(rng.normal(0, s, (fan_in, fan_out)), -2 * s, 2 * s)


def he_normal(rng, fan_in, fan_out):
    s = np.sqrt(2 / fan_in); return np.clip(rng.normal(0, s, (fan_in, fan_out)), -2 * s, 2 * s)
