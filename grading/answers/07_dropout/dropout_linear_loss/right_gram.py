# The diagonal of the Gram matrix.
def dropout_linear_loss(X, y, w, rate):
    lengths = np.diag(X.T @ X)
    return np.linalg.norm(X @ w - y) ** 2 + rate / (1 - rate) * np.dot(lengths, np.square(w))
