# Always a saddle. [0 points]
def classify_stationary_point(H, tol=1e-8):
    return "saddle"
