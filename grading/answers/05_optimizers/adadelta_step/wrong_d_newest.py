# d is the newest squared step. [1 point]
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    s = rho * s + (1 - rho) * g**2
    delta = -np.sqrt((d + eps) / (s + eps)) * g
    d = delta**2
    return theta + delta, s, d
