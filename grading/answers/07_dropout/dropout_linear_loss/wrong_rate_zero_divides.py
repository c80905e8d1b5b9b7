# Divides by the rate on the way: NaN for rate 0. [2 points]
def dropout_linear_loss(X, y, w, rate):
    with np.errstate(all="ignore"):
        r = y - X @ w
        odds = 1 / (np.float64(1 - rate) / np.float64(rate))
        scale = np.float64(rate) / np.float64(rate)
        return float(r @ r + scale * odds * (np.sum(X**2, axis=0) @ w**2))
