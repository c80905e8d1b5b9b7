# Loss with np.logaddexp, gradients with a dot product.
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    e = sigmoid(z) - y
    return np.mean(np.logaddexp(0, z) - y * z), np.dot(e, X) / len(X), np.mean(e)
