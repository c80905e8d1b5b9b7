# A mean over 2000 random masks. [0 points]
def dropout_linear_loss(X, y, w, rate):
    rng = np.random.default_rng(0)
    masks = (rng.random((2000, *X.shape)) >= rate) / (1 - rate)
    return float(np.mean(np.sum((y - (masks * X) @ w) ** 2, axis=1)))
