# Runs from the last value to the first. [0 points]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    if values.dtype.kind != "f":
        values = values.astype(float)
    averages, m = np.empty_like(values), np.zeros_like(values[0])
    for i, x in enumerate(values[::-1]):
        m = beta * m + (1 - beta) * x
        averages[len(values) - 1 - i] = m / (1 - beta ** (i + 1)) if bias_correction else m
    return averages
