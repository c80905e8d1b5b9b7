# The trace decides. [1 point]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    if np.any(np.abs(values) <= tol * np.abs(values).max()):
        return "degenerate"

    if np.trace(H) > 0:
        return "minimum"
    return "maximum" if np.trace(H) < 0 else "saddle"
