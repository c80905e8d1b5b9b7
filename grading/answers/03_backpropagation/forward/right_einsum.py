# einsum, the cache as a tuple.
def forward(X, params, g):
    cache, A = (), X
    for j, (W, b) in enumerate(params):
        if j:
            A = g(cache[-1][1])
        cache += ((A, np.einsum("ni,ij->nj", A, W) + b[None]),)
    return cache[-1][1], cache
