# Two cases for y = 1 and y = 0.
def logistic_gradient(X, y, w, b):
    z = X @ w + b
    signed = np.where(y == 1, -z, z)
    losses = np.maximum(signed, 0) + np.log(1 + np.exp(-np.abs(signed)))
    error = sigmoid(z) - y
    return losses.mean(), (error[:, None] * X).mean(axis=0), error.mean()
