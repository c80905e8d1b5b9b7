# The variance of each product x w.
def dropout_linear_loss(X, y, w, rate):
    terms = X * w
    return np.sum((y - terms.sum(axis=1)) ** 2) + np.sum(terms**2) * rate / (1 - rate)
