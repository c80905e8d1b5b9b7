# Returns the change of H. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.zeros_like(H)
    left = np.eye(len(s)) - np.outer(s, y) / sy
    return left @ H @ left.T + np.outer(s, s) / sy - H
