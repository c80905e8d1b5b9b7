# The fit is missing. [1 point]
def l2_gradient(w, lam):
    return lam * w
