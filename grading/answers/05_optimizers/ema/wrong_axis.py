# Along the last axis. [0 points]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    if values.dtype.kind != "f":
        values = values.astype(float)
    averages, m = np.empty_like(values), np.zeros(values.shape[:-1], dtype=values.dtype)
    for i in range(values.shape[-1]):
        m = beta * m + (1 - beta) * values[..., i]
        averages[..., i] = m / (1 - beta ** (i + 1)) if bias_correction else m
    return averages
