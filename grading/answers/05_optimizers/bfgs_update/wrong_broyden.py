# Broyden's update: secant equation, not symmetric. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return H + np.outer(s - H @ y, s @ H) / (s @ H @ y)
