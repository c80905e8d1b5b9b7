# Returns after the first layer. [0 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        return Z, cache
    return Z, cache
