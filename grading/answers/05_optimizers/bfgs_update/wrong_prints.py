# Prints the result. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy > 0:
        left = np.eye(len(s)) - np.outer(s, y) / sy
        H = left @ H @ left.T + np.outer(s, s) / sy
    print(H)
