# Diagonal of R from a QR decomposition instead of singular values. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    R = np.linalg.qr(g(X @ W + b), mode="r")
    pivots = np.abs(np.diag(R))
    return int(np.sum(pivots > rtol * pivots.max()))
