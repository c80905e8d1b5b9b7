# The cache holds X as the input of every layer. [2 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        cache.append((X, Z))
        A = g(Z)
    return Z, cache
