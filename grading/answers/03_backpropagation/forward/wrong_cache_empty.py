# The cache stays empty. [2 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        A = g(Z)
    return Z, cache
