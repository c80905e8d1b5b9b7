# Both return nothing. [0 points]
def adamax_step(theta, g, m, u, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    u = np.maximum(beta2 * u, np.abs(g))


def amsgrad_step(theta, g, m, v, v_max, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    v_max = np.maximum(v_max, v)
