# A mean over 500 masks of the global generator. [0 points]
def dropout_linear_loss(X, y, w, rate):
    masks = (np.random.rand(500, *X.shape) >= rate) / (1 - rate)
    return float(np.mean(np.sum((y - (masks * X) @ w) ** 2, axis=1)))
