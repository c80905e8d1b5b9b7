# The last term is not divided. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return (I - np.outer(s, y) / sy) @ H @ (I - np.outer(y, s) / sy) + np.outer(s, s)
