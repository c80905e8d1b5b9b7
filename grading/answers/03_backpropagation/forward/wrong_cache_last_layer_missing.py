# The last layer is missing in the cache. [2 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        A = g(Z)
    return Z, cache[:-1]
