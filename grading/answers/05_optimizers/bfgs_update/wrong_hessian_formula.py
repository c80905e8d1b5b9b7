# The formula for the Hessian. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return H + np.outer(y, y) / sy - np.outer(H @ s, H @ s) / (s @ H @ s)
