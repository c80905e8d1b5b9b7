# Uses the notebook's x and y instead of its arguments. [0 points]
def fit_output_weights(X, targets, W, b, g, ridge=0.0):
    Phi = g(x[:, None] @ W + b)
    n = Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    return np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(n)]), rcond=None)[0]
