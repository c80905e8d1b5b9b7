# Pseudo-inverse of the normal equations: half of the digits are gone. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    return np.linalg.pinv(Phi.T @ Phi + ridge * np.eye(len(b))) @ (Phi.T @ y)
