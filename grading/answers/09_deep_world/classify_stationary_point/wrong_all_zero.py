# Degenerate only if all eigenvalues are zero, as the slides say. [1 point]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    if np.all(np.abs(values) <= tol * np.abs(values).max()):
        return "degenerate"
    if np.all(values > 0):
        return "minimum"
    if np.all(values < 0):
        return "maximum"
    return "saddle"
