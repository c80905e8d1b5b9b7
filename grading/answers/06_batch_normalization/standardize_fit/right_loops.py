# Pure Python loops, column by column; the type is put back at the end.
def standardize_fit(X):
    kind = X.dtype if X.dtype.kind == "f" else float
    means, stds = [], []
    for column in X.T.tolist():
        m = sum(column) / len(column)
        means.append(m)
        constant = all(x == column[0] for x in column)
        stds.append(0.0 if constant else (sum((x - m) ** 2 for x in column) / len(column)) ** 0.5)
    return np.array(means, dtype=kind), np.array(stds, dtype=kind)


def standardize(X, mean, std):
    Z = np.zeros(X.shape, dtype=np.result_type(X.dtype, mean.dtype))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            if std[j] != 0:
                Z[i, j] = (X[i, j] - mean[j]) / std[j]
    return Z


def minmax_fit(X):
    low, high = X[0].copy(), X[0].copy()
    for row in X[1:]:
        for j, x in enumerate(row):
            if x < low[j]:
                low[j] = x
            if x > high[j]:
                high[j] = x
    return low, high


def minmax(X, low, high):
    out = np.zeros(X.shape, dtype=X.dtype if X.dtype.kind == "f" else float)
    for j in range(X.shape[1]):
        if low[j] != high[j]:
            out[:, j] = (X[:, j] - low[j]) / (high[j] - low[j])
    return out
