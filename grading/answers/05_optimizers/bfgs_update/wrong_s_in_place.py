# Changes s. [1 point]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    left = np.eye(len(s)) - np.outer(s, y) / sy
    scale = sy**0.5
    s /= scale
    return left @ H @ left.T + np.outer(s, s)
