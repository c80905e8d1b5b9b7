# g after the last layer as well. [1 point]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        A = g(Z)
    return A, cache
