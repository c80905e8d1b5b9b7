# alpha of shape (n, 1). [0 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    target = np.vstack([y.reshape(-1, 1), np.zeros((n, 1))])
    return np.linalg.lstsq(stacked, target, rcond=None)[0]
