# itertools.accumulate.
def ema(values, beta, bias_correction=False):
    from itertools import accumulate

    values = np.asarray(values)
    dtype = values.dtype if values.dtype.kind == "f" else np.dtype(float)
    averages = list(accumulate((1 - beta) * values, lambda m, x: beta * m + x))
    result = np.stack(averages).astype(dtype)
    if bias_correction:
        sums = 1 - beta ** np.arange(1.0, len(values) + 1)
        result = (result.T / sums).T.astype(dtype)
    return result
