# Returns the Hessian, the inverse of what is asked for. [0 points]
def bfgs_update(H, s, y):
    sy = s @ y
    if sy <= 0:
        return np.array(H)
    left = np.eye(len(s)) - np.outer(s, y) / sy
    return np.linalg.inv(left @ H @ left.T + np.outer(s, s) / sy)
