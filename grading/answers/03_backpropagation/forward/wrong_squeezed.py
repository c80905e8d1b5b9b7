# Drops the axis of the samples, or of the outputs, when it has length 1. [0 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = np.squeeze(A @ W + b)
        cache.append((A, Z))
        A = g(Z)
    return Z, cache
