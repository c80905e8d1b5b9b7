# Centres the input in place to compute the spread. [3 points]
def standardize_fit(X):
    if X.dtype.kind != "f":
        X = X.astype(float)
    flat = X.min(axis=0) == X.max(axis=0)
    mean = X.mean(axis=0)
    X -= mean
    std = np.sqrt((X**2).mean(axis=0))
    std[flat] = 0
    return mean, std


def standardize(X, mean, std):
    safe = np.where(std == 0, 1, std)
    return np.where(std == 0, 0, (X - mean) / safe).astype((X - mean).dtype)


def minmax_fit(X):
    return X.min(axis=0), X.max(axis=0)


def minmax(X, low, high):
    width = np.where(high == low, 1, high - low)
    return np.where(high == low, 0, (X - low) / width).astype(((X - low) / 1).dtype)
