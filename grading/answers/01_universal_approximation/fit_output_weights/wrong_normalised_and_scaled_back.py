# Normalises the features, scales back, but so the penalty is on other weights. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    size = np.sqrt(np.mean(Phi**2, axis=0))
    size[size == 0] = 1.0
    n = Phi.shape[1]
    stacked = np.vstack([Phi / size, np.sqrt(ridge) * np.eye(n)])
    return np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0] / size
