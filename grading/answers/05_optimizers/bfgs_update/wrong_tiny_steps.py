# Skips small steps, too: stops learning near a minimum. [1 point]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy < 1e-8:
        return np.array(H)
    I = np.eye(len(s))
    return (I - np.outer(s, y) / sy) @ H @ (I - np.outer(y, s) / sy) + np.outer(s, s) / sy
