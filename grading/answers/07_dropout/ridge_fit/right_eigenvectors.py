# Eigenvectors of X.T X; the gradient entry by entry.
def ridge_fit(X, y, lam):
    values, vectors = np.linalg.eigh(X.T @ X)
    return vectors @ ((vectors.T @ (X.T @ y)) / (values + lam))


def l2_gradient(w, lam):
    gradient = np.zeros_like(w)
    for place in np.ndindex(*w.shape):
        gradient[place] = lam * w[place]
    return gradient
