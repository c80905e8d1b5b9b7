# Multiplies X by w in place. [1 point]
def dropout_linear_loss(X, y, w, rate):
    X *= w
    r = y - X.sum(axis=1)
    return float(r @ r + rate / (1 - rate) * np.sum(X**2))
