# beta is always 0.9. [0 points]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    if values.dtype.kind != "f":
        values = values.astype(float)
    averages, m = np.empty_like(values), np.zeros_like(values[0])
    for i, x in enumerate(values):
        m = 0.9 * m + 0.1 * x
        averages[i] = m / (1 - 0.9 ** (i + 1)) if bias_correction else m
    return averages
