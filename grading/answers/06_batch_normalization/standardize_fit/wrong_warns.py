# Right values, but the division by zero is done first. [2 points]
def standardize_fit(X):
    std = np.std(X, axis=0)
    std[X.min(axis=0) == X.max(axis=0)] = 0
    return X.mean(axis=0), std


def standardize(X, mean, std):
    Z = (X - mean) / std
    Z[:, std == 0] = 0
    return Z


def minmax_fit(X):
    return X.min(axis=0), X.max(axis=0)


def minmax(X, low, high):
    U = (X - low) / (high - low)
    U[:, high == low] = 0
    return U
