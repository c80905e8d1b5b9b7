# Counts positive and negative eigenvalues.
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    limit = tol * np.max(np.abs(values))
    n_up, n_down = np.sum(values > limit), np.sum(values < -limit)
    if n_up + n_down < len(values):
        return "degenerate"
    if n_down == 0:
        return "minimum"
    if n_up == 0:
        return "maximum"
    return "saddle"
