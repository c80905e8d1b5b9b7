# Normalises the features and does not scale the weights back. [0 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    Phi, n = Phi / np.linalg.norm(Phi, axis=0), Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    return np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0]
