# Weights and einsum, corrected at the end.
def ema(values, beta, bias_correction=False):
    x = np.asarray(values)
    keep = x.dtype if np.issubdtype(x.dtype, np.floating) else np.float64
    T = x.shape[0]
    W = np.array([[(1 - beta) * beta ** (i - j) if j <= i else 0.0 for j in range(T)] for i in range(T)])
    m = np.einsum("ij,j...->i...", W, x)
    if bias_correction:
        m = np.einsum("i...,i->i...", m, 1 / (1 - beta ** np.arange(1, T + 1)))
    return m.astype(keep)
