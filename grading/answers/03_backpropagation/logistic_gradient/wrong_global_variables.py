# Uses the notebook's X, y, w and b instead of its arguments. [0 points]
def logistic_gradient(inputs, targets, weights, bias):
    z = X @ w + b
    e = sigmoid(z) - y
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ e / len(y), e.mean()
