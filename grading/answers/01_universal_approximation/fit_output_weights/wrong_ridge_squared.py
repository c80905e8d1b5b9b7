# ridge instead of its square root in the stacked matrix. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, ridge * np.eye(n)])
    return np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0]
