# Whole-number division in the odds of small rates: the factor is at least 1. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(r @ r + max(1, rate / (1 - rate)) * (np.sum(X**2, axis=0) @ w**2))
