# Raises an error instead of skipping. [1 point]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        raise ValueError(f"s @ y must be positive. Received: {sy}")
    left = np.eye(len(s)) - np.outer(s, y) / sy
    return left @ H @ left.T + np.outer(s, s) / sy
