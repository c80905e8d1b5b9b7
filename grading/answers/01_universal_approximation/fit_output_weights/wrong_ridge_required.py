# ridge has no default value. [1 point]
def fit_output_weights(X, y, W, b, g, ridge):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    return np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0]
