# Subtracts the means of features and targets first, as for a regression with intercept. [0 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    Phi, n = Phi - Phi.mean(axis=0), Phi.shape[1]
    stacked = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    return np.linalg.lstsq(stacked, np.r_[y - y.mean(), np.zeros(n)], rcond=None)[0]
