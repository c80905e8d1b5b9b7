# lstsq on the normal equations: loses digits, but finds a minimum.
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    A = Phi.T @ Phi + ridge * np.eye(Phi.shape[1])
    return np.linalg.lstsq(A, Phi.T @ y, rcond=None)[0]
