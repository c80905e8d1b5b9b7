# The slides' factor, made symmetric afterwards. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return ((I - np.outer(y, s) / sy) @ H @ (I - np.outer(y, s) / sy) + ((I - np.outer(y, s) / sy) @ H @ (I - np.outer(y, s) / sy)).T) / 2 + np.outer(s, s) / sy
