# Projects a copy in place; works in float64 and casts back.
def batchnorm_backward(dY, cache):
    kind = dY.dtype
    X_hat, s, gamma = (np.asarray(part, dtype=float) for part in cache)
    G = dY.astype(float)
    dbeta = G.sum(axis=0)
    dgamma = np.multiply(G, X_hat).sum(axis=0)
    G -= dbeta / len(G)
    G -= X_hat * (dgamma / len(G))
    G *= gamma
    G /= s
    return G.astype(kind), dgamma.astype(kind), dbeta.astype(kind)
