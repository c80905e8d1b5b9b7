# A minimiser, but with huge weights that cancel between units that repeat each other. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    alpha = np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0]
    s, Vt = np.linalg.svd(stacked)[1:]
    if s[-1] < 1e-12 * s[0]:
        alpha = alpha + 1e6 * Vt[-1]
    return alpha
