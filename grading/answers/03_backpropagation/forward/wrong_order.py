# Returns cache, logits. [0 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        A = g(Z)
    return cache, Z
