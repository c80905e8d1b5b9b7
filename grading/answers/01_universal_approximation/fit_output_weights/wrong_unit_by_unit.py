# Fits every unit alone, as if the units were orthogonal: right for one unit only. [0 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    return Phi.T @ y / (np.sum(Phi**2, axis=0) + ridge)
