# Penalty subtracted. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    if ridge > 0:
        return np.linalg.solve(Phi.T @ Phi - ridge * np.eye(len(b)), Phi.T @ y)
    return np.linalg.lstsq(Phi, y, rcond=None)[0]
