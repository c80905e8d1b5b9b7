# Adds a tiny ridge to the normal equations so that they never fail. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    A = Phi.T @ Phi + (ridge + 1e-10) * np.eye(Phi.shape[1])
    return np.linalg.solve(A, Phi.T @ y)
