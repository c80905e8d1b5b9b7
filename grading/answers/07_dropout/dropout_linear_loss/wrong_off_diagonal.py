# All of X.T X, not its diagonal. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(r @ r + rate / (1 - rate) * (w @ (X.T @ X) @ w))
