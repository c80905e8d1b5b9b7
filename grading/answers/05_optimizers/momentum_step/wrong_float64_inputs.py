# Makes float64 of everything. [1 point]
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    theta, g, m = (np.asarray(a, dtype=float) for a in (theta, g, m))
    m = beta1 * m + (1 - beta1) * g
    return theta - lr * m / (1 - beta1**t), m
