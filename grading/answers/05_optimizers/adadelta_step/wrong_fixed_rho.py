# rho is always 0.95. [0 points]
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    s = 0.95 * s + 0.05 * g**2
    delta = -np.sqrt((d + eps) / (s + eps)) * g
    d = 0.95 * d + 0.05 * delta**2
    return theta + delta, s, d
