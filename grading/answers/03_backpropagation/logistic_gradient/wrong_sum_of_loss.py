# The loss is a sum, the gradients are means. [1 point]
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    e = sigmoid(z) - y
    return np.sum(np.logaddexp(0, z) - y * z), X.T @ e / len(y), e.mean()
