# Entry by entry, after one gradient.
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    ahead = np.empty_like(theta)
    for i in np.ndindex(theta.shape):
        ahead[i] = theta[i] - lr * beta1 * m[i]
    g, new, place = gradient(ahead), np.empty_like(m), np.empty_like(theta)
    for i in np.ndindex(theta.shape):
        new[i] = beta1 * m[i] + (1 - beta1) * g[i]
        place[i] = theta[i] - lr * new[i]
    return place, new
