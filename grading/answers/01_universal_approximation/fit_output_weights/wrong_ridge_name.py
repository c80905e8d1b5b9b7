# The penalty is called lam, so ridge=9 is refused; passed by position it would be right. [3 points]
def fit_output_weights(X, y, W, b, g, lam=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(lam) * np.eye(n)])
    return np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0]
