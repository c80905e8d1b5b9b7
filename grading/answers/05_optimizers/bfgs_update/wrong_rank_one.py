# The symmetric rank-one update. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return H + np.outer(s - H @ y, s - H @ y) / ((s - H @ y) @ y)
