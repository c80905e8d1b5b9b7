# Adds to the biases in place. [0 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b; b += 0.5
        cache.append((A, Z))
        A = g(Z)
    return Z, cache
