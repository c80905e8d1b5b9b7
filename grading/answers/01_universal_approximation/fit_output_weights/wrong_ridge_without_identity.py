# Adds ridge to every entry of Phi^T Phi: the identity is missing. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    if ridge > 0:
        return np.linalg.lstsq(Phi.T @ Phi + ridge, Phi.T @ y, rcond=None)[0]
    return np.linalg.lstsq(Phi, y, rcond=None)[0]
