# One sample at a time, in a list.
def logistic_gradient(X, y, w, b):
    loss, dw, db = 0.0, np.zeros(len(w)), 0.0
    for x_k, y_k in zip(X, y):
        z = np.dot(w, x_k) + b
        loss += max(z, 0.0) + np.log1p(np.exp(-abs(z))) - y_k * z
        error = sigmoid(np.array([z]))[0] - y_k
        dw += error * x_k
        db += error
    n = len(X)
    return [loss / n, dw / n, db / n]
