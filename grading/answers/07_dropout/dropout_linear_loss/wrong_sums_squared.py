# Squares of the column sums. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(r @ r + rate / (1 - rate) * (X.sum(axis=0) ** 2 @ w**2))
