# Two samples and two weights. [0 points]
def dropout_linear_loss(X, y, w, rate):
    total = 0.0
    for i in range(2):
        total += (y[i] - X[i, 0] * w[0] - X[i, 1] * w[1]) ** 2
        total += rate / (1 - rate) * (X[i, 0] ** 2 * w[0] ** 2 + X[i, 1] ** 2 * w[1] ** 2)
    return float(total)
