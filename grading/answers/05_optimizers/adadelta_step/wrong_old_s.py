# Divides by the s before this step. [0 points]
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    delta = -np.sqrt((d + eps) / (s + eps)) * g
    s = rho * s + (1 - rho) * g**2
    d = rho * d + (1 - rho) * delta**2
    return theta + delta, s, d
