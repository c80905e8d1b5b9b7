# Mean over the inputs instead of the samples. [1 point]
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    e = sigmoid(z) - y
    loss = np.mean(np.logaddexp(0, z) - y * z)
    return loss, (e[:, None] * X).mean(axis=1), e.mean()
