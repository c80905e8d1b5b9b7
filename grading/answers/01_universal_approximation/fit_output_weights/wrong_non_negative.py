# Non-negative least squares. [0 points]
from scipy.optimize import nnls


def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    return nnls(np.vstack([Phi, np.sqrt(ridge) * np.eye(n)]), np.r_[y, np.zeros(n)])[0]
