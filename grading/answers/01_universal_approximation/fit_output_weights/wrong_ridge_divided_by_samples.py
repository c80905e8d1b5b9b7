# Penalty divided by N. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    N, n = Phi.shape
    stacked = np.vstack([Phi, np.sqrt(ridge / N) * np.eye(n)])
    return np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0]
