# Slow, pure Python: one-sided Jacobi rotations until the columns are orthogonal.
from math import sqrt


def feature_rank(X, W, b, g, rtol=1e-8):
    Phi = g(X @ W + b).tolist()
    if len(Phi) < len(Phi[0]):
        columns = Phi
    else:
        columns = [[row[i] for row in Phi] for i in range(len(Phi[0]))]

    def dot(u, v):
        return sum(p * q for p, q in zip(u, v))

    floor = 1e-31 * max(dot(u, u) for u in columns)
    for _ in range(30):
        turned = False
        for i in range(len(columns) - 1):
            for j in range(i + 1, len(columns)):
                u, v = columns[i], columns[j]
                uu, vv, uv = dot(u, u), dot(v, v), dot(u, v)
                if uu <= floor or vv <= floor or abs(uv) <= 1e-14 * sqrt(uu * vv):
                    continue
                turned = True
                zeta = (vv - uu) / (2 * uv)
                t = (1 if zeta >= 0 else -1) / (abs(zeta) + sqrt(1 + zeta * zeta))
                c = 1 / sqrt(1 + t * t)
                s = c * t
                columns[i] = [c * p - s * q for p, q in zip(u, v)]
                columns[j] = [s * p + c * q for p, q in zip(u, v)]
        if not turned:
            break
    sizes = [sqrt(dot(u, u)) for u in columns]
    return sum(size > rtol * max(sizes) for size in sizes)
