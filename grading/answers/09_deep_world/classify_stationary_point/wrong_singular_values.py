# Singular values, which have no sign. [1 point]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.svd(H, compute_uv=False)
    if np.any(np.abs(values) <= tol * np.abs(values).max()):
        return "degenerate"
    if np.all(values > 0):
        return "minimum"
    if np.all(values < 0):
        return "maximum"
    return "saddle"
