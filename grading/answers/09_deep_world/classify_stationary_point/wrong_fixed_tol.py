# Always 1e-8, whatever tol says. [1 point]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    if np.any(np.abs(values) <= 1e-8 * np.abs(values).max()):
        return "degenerate"
    if np.all(values > 0):
        return "minimum"
    if np.all(values < 0):
        return "maximum"
    return "saddle"
