# First and last of the sorted eigenvalues.
def classify_stationary_point(H, tol=1e-8):
    values = np.sort(np.linalg.eigh(H)[0])
    size = np.abs(values)
    if size.min() <= tol * size.max():
        return "degenerate"
    lowest, highest = values[0], values[-1]
    return "minimum" if lowest > 0 else "maximum" if highest < 0 else "saddle"
