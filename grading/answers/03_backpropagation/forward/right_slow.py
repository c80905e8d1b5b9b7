# Sample by sample, in pure loops.
def forward(X, params, g):
    A, cache = np.array(X, dtype=float), []
    for W, b in params:
        Z = np.zeros((len(A), len(b)))
        for k in range(len(A)):
            for j in range(len(b)):
                Z[k, j] = b[j]
                for i in range(A.shape[1]):
                    Z[k, j] += A[k, i] * W[i, j]
        cache.append((A, Z))
        A = g(Z)
    return Z, cache
