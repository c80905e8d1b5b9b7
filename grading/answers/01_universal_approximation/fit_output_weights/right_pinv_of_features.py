# Pseudo-inverse of the stacked matrix (not of the normal equations).
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    stacked = np.concatenate((Phi, ridge**0.5 * np.identity(n)))
    return np.linalg.pinv(stacked, rcond=1e-13) @ np.concatenate((y, np.zeros(n)))
