# Two factors, columns as matrices.
def bfgs_update(H, s, y):
    s, y = s.reshape(-1, 1), y.reshape(-1, 1)
    curvature = (s.T @ y).item()
    if not curvature > 0:
        return H.copy()
    left = np.eye(len(s)) - s @ y.T / curvature
    return left @ H @ left.T + s @ s.T / curvature
