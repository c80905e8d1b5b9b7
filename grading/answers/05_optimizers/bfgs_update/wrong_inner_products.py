# Products of numbers instead of outer products. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    I = np.eye(len(s))
    return (I - s @ y / sy) @ H @ (I - y @ s / sy) + s @ s / sy
