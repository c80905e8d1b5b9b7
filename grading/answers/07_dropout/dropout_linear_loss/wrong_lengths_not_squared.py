# Lengths instead of squared lengths. [0 points]
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    return float(r @ r + rate / (1 - rate) * (np.linalg.norm(X, axis=0) @ w**2))
