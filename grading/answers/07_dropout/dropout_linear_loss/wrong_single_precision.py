# Single precision. [0 points]
def dropout_linear_loss(X, y, w, rate):
    X, y, w = (a.astype(np.float32) for a in (X, y, w))
    r = y - X @ w
    return float(r @ r + rate / (1 - rate) * np.sum(X**2, axis=0) @ w**2)
