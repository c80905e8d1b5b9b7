# Exact for a mask that is not scaled up. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - (1 - rate) * X @ w
    return float(r @ r + rate * (1 - rate) * (np.sum(X**2, axis=0) @ w**2))
