# Fits y by X itself instead of the features. [0 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    m = X.shape[1]
    stacked = np.vstack([X, np.sqrt(ridge) * np.eye(m)])
    return np.linalg.lstsq(stacked, np.concatenate([y, np.zeros(m)]), rcond=None)[0]
