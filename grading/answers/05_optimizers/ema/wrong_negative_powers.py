# Divides by powers of beta: NaN for beta = 0. [0 points]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    dtype = values.dtype if values.dtype.kind == "f" else float
    powers = (np.float64(beta) ** np.arange(len(values))).reshape(-1, *[1] * (values.ndim - 1))
    m = (1 - beta) * np.cumsum(values / powers, axis=0) * powers
    if bias_correction:
        m = m / (1 - beta * powers)
    return m.astype(dtype)
