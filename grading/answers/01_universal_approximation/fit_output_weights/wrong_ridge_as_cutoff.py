# Passes ridge to lstsq as its cut-off. [3 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    return np.linalg.lstsq(g(X @ W + b), y, rcond=ridge if ridge > 0 else None)[0]
