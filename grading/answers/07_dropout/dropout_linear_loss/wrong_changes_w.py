# Squares w in place. [1 point]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    w **= 2
    return float(r @ r + rate / (1 - rate) * (np.sum(X**2, axis=0) @ w))
