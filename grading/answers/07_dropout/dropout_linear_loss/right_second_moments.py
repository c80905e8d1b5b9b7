# Second moments of the mask: 1 off the diagonal, 1 / (1 - p) on it.
def dropout_linear_loss(X, y, w, rate):
    m = len(w)
    moments = np.ones((m, m)) + rate / (1 - rate) * np.eye(m)
    return float(y @ y - 2 * y @ X @ w + w @ (X.T @ X * moments) @ w)
