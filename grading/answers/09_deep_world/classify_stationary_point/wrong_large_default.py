# tol is 1e-2 by default. [0 points]
def classify_stationary_point(H, tol=1e-2):
    values = np.linalg.eigvalsh(H)
    if np.any(np.abs(values) <= tol * np.abs(values).max()):
        return "degenerate"
    if np.all(values > 0):
        return "minimum"
    if np.all(values < 0):
        return "maximum"
    return "saddle"
