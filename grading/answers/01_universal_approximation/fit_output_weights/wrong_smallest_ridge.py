# Raises ridge = 0 to 1e-6: not a minimum of (2) any more. [1 point]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    A = Phi.T @ Phi + max(ridge, 1e-6) * np.eye(Phi.shape[1])
    return np.linalg.solve(A, Phi.T @ y)
