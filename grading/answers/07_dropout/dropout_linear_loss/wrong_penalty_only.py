# Without the residuals. [0 points]
def dropout_linear_loss(X, y, w, rate):
    return float(rate / (1 - rate) * (np.sum(X**2, axis=0) @ w**2))
