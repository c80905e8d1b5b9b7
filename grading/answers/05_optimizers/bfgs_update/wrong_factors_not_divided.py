# The factors are not divided. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return (I - np.outer(s, y)) @ H @ (I - np.outer(y, s)) + np.outer(s, s) / sy
