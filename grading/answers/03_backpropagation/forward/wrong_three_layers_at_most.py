# One, two or three layers, written out. [2 points]
def forward(X, params, g):
    cache, A = [], X
    for j in range(min(3, len(params))):
        Z = A @ params[j][0] + params[j][1]
        cache.append((A, Z))
        A = g(Z)
    return Z, cache
