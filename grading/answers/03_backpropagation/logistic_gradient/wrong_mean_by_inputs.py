# Divides by the number of inputs. [0 points]
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    e = sigmoid(z) - y
    return np.sum(np.logaddexp(0, z) - y * z) / X.shape[1], X.T @ e / X.shape[1], e.sum() / X.shape[1]
