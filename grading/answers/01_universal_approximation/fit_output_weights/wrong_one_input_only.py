# Works only for one input: uses the first column of X alone. [1 point]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X[:, :1] * W[0] + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    return np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0]
