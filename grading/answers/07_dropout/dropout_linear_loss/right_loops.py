# Two loops.
def dropout_linear_loss(X, y, w, rate):
    total = 0.0
    for i in range(X.shape[0]):
        prediction = 0.0
        for j in range(X.shape[1]):
            prediction += X[i, j] * w[j]
            total += rate / (1 - rate) * X[i, j] ** 2 * w[j] ** 2
        total += (y[i] - prediction) ** 2
    return float(total)
