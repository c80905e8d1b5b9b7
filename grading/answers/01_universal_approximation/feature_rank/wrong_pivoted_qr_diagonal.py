# Diagonal of R from a pivoted QR decomposition instead of singular values. [0 points]
from scipy.linalg import qr


def feature_rank(X, W, b, g, rtol=1e-8):
    R = qr(g(X @ W + b), mode="r", pivoting=True)[0]
    pivots = np.abs(np.diag(R))
    return int(np.sum(pivots > rtol * pivots[0]))
