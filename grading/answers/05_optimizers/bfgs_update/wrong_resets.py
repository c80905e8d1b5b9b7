# Goes back to the identity instead of skipping. [1 point]
def bfgs_update(H, s, y):
    sy = s @ y
    I = np.eye(len(s))
    if sy <= 0:
        return I
    return (I - np.outer(s, y) / sy) @ H @ (I - np.outer(y, s) / sy) + np.outer(s, s) / sy
