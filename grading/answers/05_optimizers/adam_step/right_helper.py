# A helper that makes an average and its corrected value; type restored at the end.
def adam_step(theta, g, m, v, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    def average(old, new, beta):
        now = np.einsum("k,k...->...", np.array([beta, 1 - beta]), np.stack([old, new]))
        return now, now / (1 - np.power(beta, t))

    m, m_hat = average(m, g, beta1)
    v, v_hat = average(v, np.square(g), beta2)
    theta_new = theta - lr * m_hat / (np.sqrt(v_hat) + eps)
    dtype = np.asarray(theta).dtype
    return tuple(np.asarray(a).astype(dtype) for a in (theta_new, m, v))
