# SciPy; scaled by the largest first.
def classify_stationary_point(H, tol=1e-8):
    from scipy.linalg import eigvalsh

    values = eigvalsh(H)
    largest = np.abs(values).max()
    if largest == 0:
        return "degenerate"
    values = values / largest
    if np.abs(values).min() <= tol:
        return "degenerate"
    return {1: "minimum", -1: "maximum"}.get(int(np.sign(values).sum()) / len(values), "saddle")
