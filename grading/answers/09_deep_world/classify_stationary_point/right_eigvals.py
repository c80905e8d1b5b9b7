# np.linalg.eigvals, which knows nothing of symmetry.
def classify_stationary_point(H, tol=1e-8):
    values = np.real(np.linalg.eigvals(H))
    if np.min(np.abs(values)) <= tol * np.max(np.abs(values)):
        return "degenerate"
    if min(values) > 0:
        return "minimum"
    elif max(values) < 0:
        return "maximum"
    else:
        return "saddle"
