# Numbers instead of words. [0 points]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    return int(np.sign(values).sum())
