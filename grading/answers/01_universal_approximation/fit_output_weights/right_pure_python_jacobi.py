# Slow, pure Python: rotates columns until they are orthogonal (one-sided Jacobi SVD).
from math import sqrt


def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b).tolist()
    n = len(W[0])
    columns = [[row[i] for row in Phi] for i in range(n)]
    for i in range(n):
        columns[i] += [sqrt(ridge) if i == j else 0.0 for j in range(n)]
    target = [float(v) for v in y] + [0.0] * n
    turns = [[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)]

    def dot(u, v):
        return sum(p * q for p, q in zip(u, v))

    def rotate(vectors, i, j, c, s):
        u, v = vectors[i], vectors[j]
        vectors[i] = [c * p - s * q for p, q in zip(u, v)]
        vectors[j] = [s * p + c * q for p, q in zip(u, v)]

    floor = 1e-30 * max(dot(u, u) for u in columns)
    for _ in range(40):
        turned = False
        for i in range(n - 1):
            for j in range(i + 1, n):
                uu, vv = dot(columns[i], columns[i]), dot(columns[j], columns[j])
                uv = dot(columns[i], columns[j])
                if abs(uv) <= 1e-15 * sqrt(uu * vv) or uu < floor or vv < floor:
                    continue
                turned = True
                zeta = (vv - uu) / (2 * uv)
                t = (1 if zeta >= 0 else -1) / (abs(zeta) + sqrt(1 + zeta * zeta))
                c = 1 / sqrt(1 + t * t)
                rotate(columns, i, j, c, c * t)
                rotate(turns, i, j, c, c * t)
        if not turned:
            break
    sizes = [sqrt(dot(u, u)) for u in columns]
    alpha = [0.0] * n
    for column, turn, size in zip(columns, turns, sizes):
        if size > 1e-13 * max(sizes):
            factor = dot(column, target) / size**2
            alpha = [a + factor * t for a, t in zip(alpha, turn)]
    return np.array(alpha)
