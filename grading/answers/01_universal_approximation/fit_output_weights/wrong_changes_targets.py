# Refines its solution and keeps the residual in y. [2 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    alpha = np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0]
    y -= Phi @ alpha
    return alpha
