# Computes on float64 copies in place, then casts back.
def floating(X):
    return X.dtype if X.dtype == np.float32 else np.float64


def standardize_fit(X):
    D = X.astype(np.float64)
    n = D.shape[0]
    mean = np.einsum("kj->j", D) / n
    D -= mean
    std = np.sqrt(np.einsum("kj,kj->j", D, D) / n)
    std *= ~np.all(X == X[:1], axis=0)
    return mean.astype(floating(X)), std.astype(floating(X))


def standardize(X, mean, std):
    D = X.astype(np.float64)
    D -= mean
    keep = std > 0
    D[:, ~keep] = 0
    D[:, keep] /= std[keep]
    return D.astype(floating(X))


def minmax_fit(X):
    S = np.sort(X, axis=0)
    return S[0], S[-1]


def minmax(X, low, high):
    D = X.astype(np.float64)
    width = np.asarray(high, float) - low
    D -= low
    D *= np.array([1 / w if w else 0.0 for w in width])
    return D.astype(floating(X))
