# Entry by entry, with math.
def adagrad_step(theta, g, r, lr, eps=1e-8):
    new, place = np.empty_like(r), np.empty_like(theta)
    for i in np.ndindex(np.shape(g)):
        new[i] = r[i] + g[i] ** 2
        place[i] = theta[i] - lr * g[i] / (float(new[i]) ** 0.5 + eps)
    return place, new


def rmsprop_step(theta, g, v, t, lr, beta2=0.9, eps=1e-8):
    new, place = np.empty_like(v), np.empty_like(theta)
    for i in np.ndindex(np.shape(g)):
        new[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
        place[i] = theta[i] - lr * g[i] / ((float(new[i]) / (1 - beta2**t)) ** 0.5 + eps)
    return place, new
