# `X -= mean` in the z-scores changes the input. [3 points]
def standardize_fit(X):
    std = np.std(X, axis=0)
    std[X.min(axis=0) == X.max(axis=0)] = 0
    return X.mean(axis=0), std


def standardize(X, mean, std):
    if X.dtype.kind != "f":
        X = X.astype(float)
    X -= mean
    return np.where(std == 0, 0 * std, X / np.where(std == 0, np.ones_like(std), std))


def minmax_fit(X):
    return X.min(axis=0), X.max(axis=0)


def minmax(X, low, high):
    width = np.where(high == low, 1, high - low)
    return np.where(high == low, 0, (X - low) / width).astype(((X - low) / 1).dtype)
