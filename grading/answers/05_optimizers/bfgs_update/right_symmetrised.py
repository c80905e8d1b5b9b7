# In place on a copy, and made symmetric at the end.
def bfgs_update(H, s, y):
    H = np.array(H, dtype=float)
    sy = float(s @ y)
    if sy > 0:
        H -= np.outer(s, y @ H) / sy
        H -= np.outer(H @ y, s) / sy
        H += np.outer(s, s) / sy
        H = (H + H.T) / 2
    return H
