# AdaGrad with hypot; RMSProp with the type restored at the end.
def adagrad_step(theta, g, r, lr, eps=1e-8):
    length = np.hypot(np.sqrt(r), g)
    return theta - lr * g / (length + eps), r + g * g


def rmsprop_step(theta, g, v, t, lr, beta2=0.9, eps=1e-8):
    dtype = np.asarray(theta).dtype
    v = np.average([v, g**2], axis=0, weights=[beta2, 1 - beta2]) if beta2 else g**2
    root = np.sqrt(v / (1 - np.power(beta2, t)))
    return np.asarray(theta - lr * g / (root + eps)).astype(dtype), np.asarray(v).astype(dtype)
