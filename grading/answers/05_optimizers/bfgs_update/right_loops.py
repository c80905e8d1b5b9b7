# Loops.
def bfgs_update(H, s, y):
    n = len(s)
    sy = sum(s[i] * y[i] for i in range(n))
    if sy <= 0:
        return np.array(H, dtype=float)
    Hy = [sum(H[i, j] * y[j] for j in range(n)) for i in range(n)]
    yHy = sum(y[i] * Hy[i] for i in range(n))
    new = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            new[i, j] = H[i, j] - (Hy[i] * s[j] + s[i] * Hy[j]) / sy + s[i] * s[j] * (1 + yHy / sy) / sy
    return new
