# QR without pivoting: R is singular when units repeat each other. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    Q, R = np.linalg.qr(np.vstack([Phi, np.sqrt(ridge) * np.eye(n)]))
    return np.linalg.solve(R, Q.T @ np.concatenate([y, np.zeros(n)]))
