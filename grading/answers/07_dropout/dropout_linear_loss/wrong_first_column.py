# Only the first column is penalised. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(r @ r + rate / (1 - rate) * np.sum(X[:, 0] ** 2) * w[0] ** 2)
