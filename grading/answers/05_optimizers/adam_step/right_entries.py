# Entry by entry.
def adam_step(theta, g, m, v, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    place, first, second = np.empty_like(theta), np.empty_like(m), np.empty_like(v)
    for i in np.ndindex(np.shape(theta)):
        first[i] = beta1 * m[i] + (1 - beta1) * g[i]
        second[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
        root = (float(second[i]) / (1 - beta2**t)) ** 0.5
        place[i] = theta[i] - lr * float(first[i]) / (1 - beta1**t) / (root + eps)
    return place, first, second
