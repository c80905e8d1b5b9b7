# DFP: another update that satisfies the secant equation. [1 point]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return H + np.outer(s, s) / sy - np.outer(H @ y, H @ y) / (y @ H @ y)
