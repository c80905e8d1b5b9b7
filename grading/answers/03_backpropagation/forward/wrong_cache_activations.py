# The cache holds the activations instead of the inputs. [2 points]
def forward(X, params, g):
    A, cache = X, []
    for W, b in params:
        Z = A @ W + b
        A = g(Z)
        cache.append((A, Z))
    return Z, cache
