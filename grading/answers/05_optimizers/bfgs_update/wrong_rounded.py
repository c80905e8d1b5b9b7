# Rounds to float32. [1 point]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return np.float32((I - np.outer(s, y) / sy) @ H @ (I - np.outer(y, s) / sy) + np.outer(s, s) / sy)
