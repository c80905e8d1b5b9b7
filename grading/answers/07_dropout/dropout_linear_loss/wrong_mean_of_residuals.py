# The residuals as a mean, the penalty as a sum. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(np.mean(r**2) + rate / (1 - rate) * np.sum(X**2, axis=0) @ w**2)
