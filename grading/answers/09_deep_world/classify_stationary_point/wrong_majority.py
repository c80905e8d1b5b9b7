# The majority of the signs decides. [1 point]
def classify_stationary_point(H, tol=1e-8):
    values = np.linalg.eigvalsh(H)
    if np.any(np.abs(values) <= tol * np.abs(values).max()):
        return "degenerate"

    balance = np.sign(values).sum()
    return "minimum" if balance > 0 else "maximum" if balance < 0 else "saddle"
