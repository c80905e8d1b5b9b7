# A factor p (1 - p) too many, as for the squared error. [1 point]
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    p = sigmoid(z)
    e = (p - y) * p * (1 - p)
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ e / len(y), e.mean()
