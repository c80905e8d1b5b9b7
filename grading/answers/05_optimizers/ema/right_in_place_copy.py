# In place, on a copy.
def ema(values, beta, bias_correction=False):
    out = np.array(values)
    if not np.issubdtype(out.dtype, np.floating):
        out = out.astype(np.float64)
    out *= 1 - beta
    for i in range(1, len(out)):
        out[i] += beta * out[i - 1]
    if bias_correction:
        for i in range(len(out)):
            out[i] /= 1 - beta ** (i + 1)
    return out
