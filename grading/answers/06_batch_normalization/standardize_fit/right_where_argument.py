# np.divide with `where` and `out`; constant if the range is zero.
def standardize_fit(X):
    mean = np.mean(X, axis=0)
    centred = X - mean
    std = np.sqrt(np.mean(centred * centred, axis=0))
    std[np.ptp(X, axis=0) == 0] = 0
    return mean, std


def divide(top, bottom):
    out = np.zeros_like(top)
    np.divide(top, bottom, out=out, where=np.broadcast_to(bottom != 0, top.shape))
    return out


def standardize(X, mean, std):
    return divide(X - mean, std)


def minmax_fit(X):
    return np.min(X, axis=0), np.max(X, axis=0)


def minmax(X, low, high):
    return divide((X - low) * 1.0, (high - low) * 1.0)
