# Moves each feature by its first entry before anything is squared; errstate around the division.
def standardize_fit(X):
    first = X[0]
    moved = X - first
    n = len(X)
    shift = moved.sum(axis=0) / n
    var = ((moved - shift) ** 2).sum(axis=0) / n
    return first + shift, np.where(np.abs(moved).max(axis=0) == 0, 0 * var, np.sqrt(var))


def standardize(X, mean, std):
    with np.errstate(divide="ignore", invalid="ignore"):
        Z = (X - mean) / std
    Z[:, std == 0] = 0
    return Z


def minmax_fit(X):
    return np.quantile(X, 0, axis=0), np.quantile(X, 1, axis=0)


def minmax(X, low, high):
    with np.errstate(divide="ignore", invalid="ignore"):
        U = np.true_divide(np.subtract(X, low), np.subtract(high, low))
    U[:, low == high] = 0
    return U
