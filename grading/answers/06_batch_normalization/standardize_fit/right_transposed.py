# Works on the transpose, row by row.
def standardize_fit(X):
    columns = [np.asarray(c) for c in X.T]
    mean = np.array([c.mean() for c in columns])
    std = np.array([c.std() if len(set(c.tolist())) > 1 else c.std() * 0 for c in columns])
    return mean, std


def standardize(X, mean, std):
    return np.stack([(x - m) / s if s else (x - m) * 0 for x, m, s in zip(X.T, mean, std)], axis=1)


def minmax_fit(X):
    return np.array([min(c) for c in X.T]), np.array([max(c) for c in X.T])


def minmax(X, low, high):
    return np.stack(
        [(x - a) / (b - a) if a != b else x * 0.0 for x, a, b in zip(X.T, low, high)], axis=-1
    )
