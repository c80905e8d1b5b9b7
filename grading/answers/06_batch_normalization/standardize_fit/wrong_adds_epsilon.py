# Adds 1e-8 to the spread instead of a rule for constant features. [2 points]
def standardize_fit(X):
    std = np.std(X, axis=0)
    std[X.min(axis=0) == X.max(axis=0)] = 0
    return X.mean(axis=0), std


def standardize(X, mean, std):
    return (X - mean) / (std + 1e-8)


def minmax_fit(X):
    return X.min(axis=0), X.max(axis=0)


def minmax(X, low, high):
    width = np.where(high == low, 1, high - low)
    return np.where(high == low, 0, (X - low) / width).astype(((X - low) / 1).dtype)
