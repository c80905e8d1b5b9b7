# The slides' cost: the minus sign only before the first term. [1 point]
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    p = sigmoid(z)
    loss = -np.mean(y * np.log(p)) + np.mean((1 - y) * np.log(1 - p))
    return loss, X.T @ (p - y) / len(y), np.mean(p - y)
