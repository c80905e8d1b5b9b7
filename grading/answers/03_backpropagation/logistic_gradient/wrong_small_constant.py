# Adds 1e-15 inside the logarithms. [2 points]
def logistic_gradient(X, y, w, b):
    p = sigmoid(X @ w + b)
    loss = -np.mean(y * np.log(p + 1e-15) + (1 - y) * np.log(1 - p + 1e-15))
    return loss, X.T @ (p - y) / len(y), np.mean(p - y)
