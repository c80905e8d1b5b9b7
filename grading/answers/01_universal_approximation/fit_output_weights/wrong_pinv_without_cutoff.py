# Pseudo-inverse without a cut-off: weights of units that repeat each other explode. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    return np.linalg.pinv(stacked, rcond=0) @ np.concatenate([y, np.zeros(n)])
