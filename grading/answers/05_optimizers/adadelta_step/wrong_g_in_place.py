# Changes g. [1 point]
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    s = rho * s + (1 - rho) * g**2
    g *= np.sqrt((d + eps) / (s + eps))
    return theta - g, s, rho * d + (1 - rho) * g**2
