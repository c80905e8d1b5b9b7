# Whole numbers are cut off. [0 points]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    averages, m = np.zeros_like(values), np.zeros(values.shape[1:])
    for i, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[i] = m / (1 - beta ** (i + 1)) if bias_correction else m
    return averages
