# Counts from 0 in the correction. [1 point]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    if values.dtype.kind != "f":
        values = values.astype(float)
    averages, m = np.empty_like(values), np.zeros_like(values[0])
    for i, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[i] = m / np.float64(1 - beta**i) if bias_correction else m
    return averages
