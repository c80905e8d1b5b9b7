# Updates the Hessian: s and y exchanged. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return (I - np.outer(y, s) / sy) @ H @ (I - np.outer(s, y) / sy) + np.outer(y, y) / sy
