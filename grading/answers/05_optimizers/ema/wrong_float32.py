# Computes in float32. [0 points]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values, dtype=np.float32)
    averages, m = np.empty_like(values), np.zeros_like(values[0])
    for i, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[i] = m / (1 - beta ** (i + 1)) if bias_correction else m
    return averages
