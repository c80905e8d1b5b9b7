# Capital letters. [0 points]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    if np.any(np.abs(values) <= tol * np.abs(values).max()):
        return "Degenerate"
    if np.all(values > 0):
        return "Minimum"
    if np.all(values < 0):
        return "Maximum"
    return "Saddle"
