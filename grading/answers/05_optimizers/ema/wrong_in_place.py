# Works in the input. [1 point]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    if values.dtype.kind != "f":
        values = values.astype(float)
    values *= 1 - beta
    for i in range(1, len(values)):
        values[i] += beta * values[i - 1]
    if bias_correction:
        values /= (1 - beta ** np.arange(1, len(values) + 1)).reshape(-1, *[1] * (values.ndim - 1))
    return values
