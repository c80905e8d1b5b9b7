# A mean over the samples. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(r @ r + rate / (1 - rate) * np.sum(X**2, axis=0) @ w**2) / len(y)
