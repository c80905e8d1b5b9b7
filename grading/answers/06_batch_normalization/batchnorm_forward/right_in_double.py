# Computes in float64 and casts everything back to the type of X.
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    kind = X.dtype
    Z, g, b, m, v = (np.asarray(a, dtype=np.float64) for a in (X, gamma, beta, running_mean, running_var))
    if training:
        mu, var = Z.mean(0), Z.std(0) ** 2
        m, v = m + (1 - momentum) * (mu - m), v * momentum + var * (1 - momentum)
    else:
        mu, var = m, v
    s = np.hypot(np.sqrt(var), np.sqrt(eps))
    hat = (Z - mu) / s
    Y, hat, s, g, m, v = (a.astype(kind) for a in (g * hat + b, hat, s, g, m, v))
    return Y, (hat, s, g), m, v
