# Loops over the eigenvalues; a set of signs.
def classify_stationary_point(H, tol=1e-8):
    values = [float(v) for v in np.linalg.eigvalsh(np.asarray(H, dtype=float))]
    largest = max(abs(v) for v in values)
    signs = set()
    for v in values:
        if abs(v) <= tol * largest:
            return "degenerate"
        signs.add(v > 0)
    if len(signs) == 2:
        return "saddle"
    return "minimum" if True in signs else "maximum"
