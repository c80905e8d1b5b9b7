# Lists what it could be. [0 points]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    return ["minimum", "maximum", "saddle", "degenerate"]
