# Makes float64 of float32. [1 point]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values, dtype=float)
    averages, m = np.empty_like(values), np.zeros_like(values[0])
    for i, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[i] = m / (1 - beta ** (i + 1)) if bias_correction else m
    return averages
