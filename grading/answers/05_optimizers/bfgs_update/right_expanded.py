# Multiplied out: two corrections.
def bfgs_update(H, s, y):
    sy = np.dot(s, y)
    if sy <= 0:
        return H
    Hy = H @ y
    return H + (sy + y @ Hy) / sy**2 * np.outer(s, s) - (np.outer(Hy, s) + np.outer(s, Hy)) / sy
