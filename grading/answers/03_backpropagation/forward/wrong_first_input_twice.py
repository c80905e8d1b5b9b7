# Every layer reads X: only for equal sizes. [0 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = X @ W + b
        cache.append((A, Z))
        A = g(Z)
    return Z, cache
