# The rule for two dimensions, with an exact zero. [0 points]
def classify_stationary_point(H, tol=1e-8):
    determinant = np.linalg.det(H)
    if determinant == 0:
        return "degenerate"
    if determinant < 0:
        return "saddle"
    return "minimum" if H[0, 0] > 0 else "maximum"
