# mean(x^2) - mean(x)^2: loses its digits where the mean is large. [3 points]
def standardize_fit(X):
    mean = X.mean(axis=0)
    var = np.maximum(np.mean(X * (X / 1), axis=0) - mean**2, 0)
    std = np.sqrt(var)
    std[X.min(axis=0) == X.max(axis=0)] = 0
    return mean, std


def standardize(X, mean, std):
    safe = np.where(std == 0, 1, std)
    return np.where(std == 0, 0, (X - mean) / safe).astype((X - mean).dtype)


def minmax_fit(X):
    return X.min(axis=0), X.max(axis=0)


def minmax(X, low, high):
    width = np.where(high == low, 1, high - low)
    return np.where(high == low, 0, (X - low) / width).astype(((X - low) / 1).dtype)
