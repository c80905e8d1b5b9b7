# Keeps the residual in y. [1 point]
def dropout_linear_loss(X, y, w, rate):
    y -= X @ w
    return float(y @ y + rate / (1 - rate) * (np.sum(X**2, axis=0) @ w**2))
