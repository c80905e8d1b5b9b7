# log(1 + exp(z)) as on paper overflows. [2 points]
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    e = sigmoid(z) - y
    return np.mean(np.log(1 + np.exp(z)) - y * z), X.T @ e / len(y), e.mean()
