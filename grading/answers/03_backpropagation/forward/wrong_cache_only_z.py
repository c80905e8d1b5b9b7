# The cache holds Z only. [2 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        cache.append(Z)
        A = g(Z)
    return Z, cache
