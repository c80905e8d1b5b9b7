# tanh whatever g is. [0 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        A = np.tanh(Z)
    return Z, cache
