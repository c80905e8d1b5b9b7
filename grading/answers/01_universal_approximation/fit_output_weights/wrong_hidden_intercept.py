# Fits an intercept as well and then drops it. [0 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    A = np.hstack([Phi, np.ones((len(y), 1))])
    penalty = np.sqrt(ridge) * np.eye(n, n + 1)
    return np.linalg.lstsq(np.vstack([A, penalty]), np.r_[y, np.zeros(n)], rcond=None)[0][:n]
