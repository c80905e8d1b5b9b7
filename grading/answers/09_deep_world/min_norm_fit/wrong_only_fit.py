# double_descent does not exist. [3 points]
def min_norm_fit(Phi, y):
    return np.linalg.lstsq(Phi, y, rcond=None)[0]


errors = []
