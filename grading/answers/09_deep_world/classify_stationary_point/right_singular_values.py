# Singular values for the sizes, Cholesky for the signs.
def classify_stationary_point(H, tol=1e-8):
    s = np.linalg.svd(H, compute_uv=False)
    if s[-1] <= tol * s[0]:
        return "degenerate"
    for sign, name in ((1.0, "minimum"), (-1.0, "maximum")):
        try:
            np.linalg.cholesky(sign * np.asarray(H, dtype=float))
            return name
        except np.linalg.LinAlgError:
            pass
    return "saddle"
