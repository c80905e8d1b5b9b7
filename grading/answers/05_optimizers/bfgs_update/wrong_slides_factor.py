# The same factor on both sides (slides 003). [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return (I - np.outer(y, s) / sy) @ H @ (I - np.outer(y, s) / sy) + np.outer(s, s) / sy
