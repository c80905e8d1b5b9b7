# Printed, not returned. [0 points]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    if np.any(np.abs(values) <= tol * np.abs(values).max()):
        print("degenerate")
    if np.all(values > 0):
        print("minimum")
    if np.all(values < 0):
        print("maximum")
    print("saddle")
