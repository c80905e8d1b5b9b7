# The squared error instead of the cross-entropy. [0 points]
def logistic_gradient(X, y, w, b):
    p = sigmoid(X @ w + b)
    e = (p - y) * p * (1 - p)
    return np.mean((p - y) ** 2) / 2, X.T @ e / len(y), e.mean()
