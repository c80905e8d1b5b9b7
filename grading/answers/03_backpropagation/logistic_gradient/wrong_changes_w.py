# Takes a gradient step in its input w, in place. [2 points]
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    w -= 0.1 * X.T @ (sigmoid(z) - y) / len(y)
    e = sigmoid(z) - y
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ e / len(y), e.mean()
