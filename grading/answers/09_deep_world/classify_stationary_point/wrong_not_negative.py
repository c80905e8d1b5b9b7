# Eigenvalues that are not negative make a minimum. [1 point]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)

    limit = tol * np.abs(values).max()
    if np.all(values >= -limit):
        return "minimum"
    if np.all(values <= limit):
        return "maximum"
    return "degenerate" if np.any(np.abs(values) <= limit) else "saddle"
