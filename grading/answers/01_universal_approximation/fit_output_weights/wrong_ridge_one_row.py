# One penalty row for the sum of the weights instead of a row for each. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    stacked = np.vstack([Phi, np.full(Phi.shape[1], np.sqrt(ridge))])
    return np.linalg.lstsq(stacked, np.append(y, 0.0), rcond=None)[0]
