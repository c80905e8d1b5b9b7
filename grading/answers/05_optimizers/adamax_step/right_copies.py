# In place, on copies.
def adamax_step(theta, g, m, u, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    theta, m, u = np.array(theta), np.array(m), np.array(u)
    m *= beta1
    m += (1 - beta1) * g
    u *= beta2
    np.maximum(u, abs(g), out=u)
    theta -= lr * m / ((1 - beta1**t) * (u + eps))
    return theta, m, u


def amsgrad_step(theta, g, m, v, v_max, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    theta, m, v, v_max = (np.array(a) for a in (theta, m, v, v_max))
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * g**2
    np.maximum(v_max, v, out=v_max)
    theta -= lr * m / (1 - beta1**t) / (np.sqrt(v_max / (1 - beta2**t)) + eps)
    return theta, m, v, v_max
