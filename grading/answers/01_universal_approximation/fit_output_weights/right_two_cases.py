# lstsq without a penalty, normal equations with one (there they are regular).
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    if ridge == 0:
        return np.linalg.lstsq(Phi, y, rcond=None)[0]
    n = W.shape[1]
    return np.linalg.solve(Phi.T @ Phi + ridge * np.eye(n), Phi.T @ y)
