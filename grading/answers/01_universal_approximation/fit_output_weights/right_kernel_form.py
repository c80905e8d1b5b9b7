# With a penalty, the N equations (Phi Phi^T + ridge I) c = y and alpha = Phi^T c.
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(np.dot(X, W) + b)
    if ridge > 0:
        c = np.linalg.solve(Phi @ Phi.T + ridge * np.eye(len(y)), y)
        return Phi.T @ c
    alpha, *_ = np.linalg.lstsq(Phi, y, rcond=None)
    return alpha
