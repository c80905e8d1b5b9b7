# Variances of the columns for their squared lengths. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(r @ r + rate / (1 - rate) * (len(X) * X.var(axis=0) @ w**2))
