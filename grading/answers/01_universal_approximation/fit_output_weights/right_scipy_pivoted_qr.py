# SciPy's least squares by QR with column pivoting.
from scipy.linalg import lstsq


def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    A = np.zeros((len(y) + n, n))
    A[: len(y)] = Phi
    A[len(y) :][np.diag_indices(n)] = np.sqrt(ridge)
    target = np.zeros(len(y) + n)
    target[: len(y)] = y
    return lstsq(A, target, cond=1e-12, lapack_driver="gelsy")[0]
