# Computes the first sample only. [0 points]
def forward(X, params, g):
    A, cache = X[:1], []
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        A = g(Z)
    return Z, cache
