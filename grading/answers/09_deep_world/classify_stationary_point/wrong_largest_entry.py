# Compared with the largest entry on the diagonal. [1 point]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    if np.any(np.abs(values) <= tol * np.abs(np.diag(H)).max() / 10):
        return "degenerate"
    if np.all(values > 0):
        return "minimum"
    if np.all(values < 0):
        return "maximum"
    return "saddle"
