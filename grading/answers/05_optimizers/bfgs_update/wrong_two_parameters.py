# Only for two parameters. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return (np.eye(2) - np.outer(s, y) / sy) @ H @ (np.eye(2) - np.outer(y, s) / sy) + np.outer(s, s) / sy
