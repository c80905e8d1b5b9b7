# An L2 penalty with the mean length. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(r @ r + rate / (1 - rate) * np.mean(np.sum(X**2, axis=0)) * (w @ w))
