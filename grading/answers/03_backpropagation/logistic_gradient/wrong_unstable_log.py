# log(p) and log(1 - p) as on paper. [2 points]
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    p = sigmoid(z)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (p - y) / len(y), np.mean(p - y)
