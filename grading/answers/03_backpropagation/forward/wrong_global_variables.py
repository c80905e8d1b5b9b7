# Uses the notebook's X and params instead of its arguments. [0 points]
def forward(inputs, layers, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        A = g(Z)
    return Z, cache
