# In place on copies, in double precision, cast back.
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    kind = W.dtype
    W, b = W.astype(float), b.astype(float)
    factor = np.asarray(var, dtype=float) + eps
    np.sqrt(factor, out=factor)
    np.divide(gamma, factor, out=factor)
    W *= factor
    b -= mean
    b *= factor
    b += beta
    return W.astype(kind), b.astype(kind)
