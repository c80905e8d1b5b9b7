# Gaussian elimination in pure Python.
def ridge_fit(X, y, lam):
    n, m = X.shape
    A = [[float(sum(X[i, j] * X[i, k] for i in range(n))) for k in range(m)] for j in range(m)]
    b = [float(sum(X[i, j] * y[i] for i in range(n))) for j in range(m)]
    for j in range(m):
        A[j][j] += lam
    for j in range(m):  # positive definite: no pivoting needed
        for k in range(j + 1, m):
            factor = A[k][j] / A[j][j]
            A[k] = [a - factor * c for a, c in zip(A[k], A[j])]
            b[k] -= factor * b[j]
    w = np.zeros(m)
    for j in range(m - 1, -1, -1):
        w[j] = (b[j] - sum(A[j][k] * w[k] for k in range(j + 1, m))) / A[j][j]
    return w


def l2_gradient(w, lam):
    return lam * w
