# The bias as the weight of an input that is always 1.
def logistic_gradient(X, y, w, b):
    wide = np.c_[X, np.ones(len(X))]
    z = wide @ np.append(w, b)
    grad = wide.T @ (sigmoid(z) - y) / len(y)
    return np.mean(np.logaddexp(0, z) - y * z), grad[:-1], grad[-1]
