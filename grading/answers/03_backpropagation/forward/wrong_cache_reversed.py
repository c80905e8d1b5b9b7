# The cache starts with the last layer. [2 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        cache.insert(0, (A, Z))
        A = g(Z)
    return Z, cache
