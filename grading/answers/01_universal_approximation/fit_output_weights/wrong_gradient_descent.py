# A thousand steps of gradient descent, which does not get there. [0 points]
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    alpha = np.zeros(Phi.shape[1])
    rate = 0.5 / (np.linalg.norm(Phi) ** 2 + ridge)
    for _ in range(1000):
        alpha = alpha - rate * (Phi.T @ (Phi @ alpha - y) + ridge * alpha)
    return alpha
