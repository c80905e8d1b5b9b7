# Squares of the eigenvalues are compared. [0 points]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    if np.any(values**2 <= tol * np.max(values**2)):
        return "degenerate"
    if np.all(values > 0):
        return "minimum"
    if np.all(values < 0):
        return "maximum"
    return "saddle"
