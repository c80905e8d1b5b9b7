# Changes H. [1 point]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy > 0:
        left = np.eye(len(s)) - np.outer(s, y) / sy
        H[...] = left @ H @ left.T + np.outer(s, s) / sy
    return H
