# Entry by entry, with Python's max.
def adamax_step(theta, g, m, u, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    place, first, top = np.empty_like(theta), np.empty_like(m), np.empty_like(u)
    for i in np.ndindex(np.shape(theta)):
        first[i] = beta1 * m[i] + (1 - beta1) * g[i]
        top[i] = max(beta2 * u[i], abs(g[i]))
        place[i] = theta[i] - lr * first[i] / (1 - beta1**t) / (top[i] + eps)
    return place, first, top


def amsgrad_step(theta, g, m, v, v_max, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    place, first, second, top = (np.empty_like(a) for a in (theta, m, v, v_max))
    for i in np.ndindex(np.shape(theta)):
        first[i] = beta1 * m[i] + (1 - beta1) * g[i]
        second[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
        top[i] = max(v_max[i], second[i])
        root = (float(top[i]) / (1 - beta2**t)) ** 0.5
        place[i] = theta[i] - lr * first[i] / (1 - beta1**t) / (root + eps)
    return place, first, second, top
