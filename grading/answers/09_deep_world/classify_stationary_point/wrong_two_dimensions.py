# Two eigenvalues only. [0 points]
def classify_stationary_point(H, tol=1e-8):
    first, second = np.linalg.eigvalsh(H)
    if min(abs(first), abs(second)) <= tol * max(abs(first), abs(second)):
        return "degenerate"
    if first > 0 and second > 0:
        return "minimum"
    return "maximum" if first < 0 and second < 0 else "saddle"
