# One loss for each sample. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return r**2 + rate / (1 - rate) * (X**2 @ w**2)
