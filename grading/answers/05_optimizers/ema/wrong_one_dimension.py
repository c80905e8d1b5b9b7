# Numbers only, no rows. [0 points]
def ema(values, beta, bias_correction=False):
    averages, m = [], 0.0
    for i, x in enumerate(values):
        m = beta * m + (1 - beta) * float(x)
        averages.append(m / (1 - beta ** (i + 1)) if bias_correction else m)
    return np.array(averages, dtype=np.asarray(values).dtype if np.asarray(values).dtype.kind == "f" else float)
