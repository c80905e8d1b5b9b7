# Last unit left out of the penalty when there are several, as if it were an intercept. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    penalty = np.sqrt(ridge) * np.eye(n)
    if n > 1:
        penalty[-1, -1] = 0.0
    return np.linalg.lstsq(np.vstack([Phi, penalty]), np.r_[y, np.zeros(n)], rcond=None)[0]
