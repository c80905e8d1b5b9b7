# Plain mean of the last 1 / (1 - beta) values. [0 points]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    if values.dtype.kind != "f":
        values = values.astype(float)
    window = max(1, round(1 / (1 - beta)))
    sums = [values[max(0, i + 1 - window) : i + 1].sum(axis=0) for i in range(len(values))]
    return np.array([s / (min(i + 1, window) if bias_correction else window) for i, s in enumerate(sums)])
