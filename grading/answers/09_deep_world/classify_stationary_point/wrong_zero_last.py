# Signs first: degenerate only if they do not decide. [1 point]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)

    limit = tol * np.abs(values).max()
    if np.any(values > limit) and np.any(values < -limit):
        return "saddle"
    if np.any(np.abs(values) <= tol * np.abs(values).max()):
        return "degenerate"
    if np.all(values > 0):
        return "minimum"
    if np.all(values < 0):
        return "maximum"
    return "saddle"
