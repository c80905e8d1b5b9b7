# One step late. [0 points]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    if values.dtype.kind != "f":
        values = values.astype(float)
    averages, m = np.empty_like(values), np.zeros_like(values[0])
    for i, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[i] = averages[i - 1] if i else 0 * m
    return averages
