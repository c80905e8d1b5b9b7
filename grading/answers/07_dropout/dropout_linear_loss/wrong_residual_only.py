# Without the penalty. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(r @ r)
