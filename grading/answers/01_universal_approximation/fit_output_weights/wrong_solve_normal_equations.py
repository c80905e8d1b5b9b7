# Normal equations with solve: breaks when units repeat each other. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    return np.linalg.solve(Phi.T @ Phi + ridge * np.eye(len(b)), Phi.T @ y)
