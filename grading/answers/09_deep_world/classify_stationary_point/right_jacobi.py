# Jacobi's rotations instead of a library.
def eigenvalues_by_rotations(H, n_sweeps=30):
    A = np.array(H, dtype=float)
    d = len(A)
    for _ in range(n_sweeps):
        for i in range(d):
            for j in range(i + 1, d):
                if A[i, j] == 0:
                    continue
                angle = 0.5 * math.atan2(2 * A[i, j], A[j, j] - A[i, i])
                c, s = math.cos(angle), math.sin(angle)
                R = np.eye(d)
                R[[i, j], [i, j]] = c
                R[i, j], R[j, i] = s, -s
                A = R.T @ A @ R
    return np.diag(A)


def classify_stationary_point(H, tol=1e-8):
    values = eigenvalues_by_rotations(H)
    size = np.abs(values)
    if np.any(size <= tol * size.max()):
        return "degenerate"
    kinds = {(True, False): "minimum", (False, True): "maximum", (True, True): "saddle"}
    return kinds[bool((values > 0).any()), bool((values < 0).any())]
