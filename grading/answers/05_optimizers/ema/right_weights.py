# A matrix of weights times the values.
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    dtype = values.dtype if values.dtype.kind == "f" else float
    ages = np.subtract.outer(np.arange(len(values)), np.arange(len(values)))
    weights = np.where(ages >= 0, (1 - beta) * beta ** np.maximum(ages, 0), 0.0)
    if bias_correction:
        weights /= weights.sum(axis=1, keepdims=True)
    return np.tensordot(weights, values, axes=1).astype(dtype)
