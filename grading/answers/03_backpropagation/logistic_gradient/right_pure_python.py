# Pure Python, no NumPy until the end.
def logistic_gradient(X, y, w, b):
    import math

    n, m = len(X), len(w)
    loss, dw, db = 0.0, [0.0] * m, 0.0
    for k in range(n):
        z = float(b) + sum(float(X[k][i]) * float(w[i]) for i in range(m))
        if z >= 0:
            tail = math.exp(-z)
            p, soft = 1 / (1 + tail), z + math.log1p(tail)
        else:
            tail = math.exp(z)
            p, soft = tail / (1 + tail), math.log1p(tail)
        loss += (soft - float(y[k]) * z) / n
        for i in range(m):
            dw[i] += (p - float(y[k])) * float(X[k][i]) / n
        db += (p - float(y[k])) / n
    return loss, np.array(dw), db
