# SVD of Phi; each direction is multiplied by s / (s^2 + ridge), the ones without length dropped.
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    U, s, Vt = np.linalg.svd(Phi, full_matrices=False)
    keep = s > 1e-13 * s[0]
    U, s, Vt = U[:, keep], s[keep], Vt[keep]
    return Vt.T @ (s / (s**2 + ridge) * (U.T @ y))
