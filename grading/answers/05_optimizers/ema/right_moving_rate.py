# The corrected average as its own recursion, with a rate that falls.
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    out = np.zeros(values.shape, dtype=np.result_type(values.dtype, np.float32) if values.dtype.kind == "f" else float)
    mean = 0 * values[0]
    for i in range(len(values)):
        rate = (1 - beta) / (1 - beta ** (i + 1))
        mean = mean + rate * (values[i] - mean)
        out[i] = mean if bias_correction else mean * (1 - beta ** (i + 1))
    return out
