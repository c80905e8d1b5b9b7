# Sums instead of means. [0 points]
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    e = sigmoid(z) - y
    return np.sum(np.logaddexp(0, z) - y * z), X.T @ e, e.sum()
