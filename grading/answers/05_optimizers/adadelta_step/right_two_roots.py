# Two roots.
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    s = rho * s + (1 - rho) * g * g
    step = np.sqrt(d + eps) / np.sqrt(s + eps) * g
    return theta - step, s, rho * d + (1 - rho) * step * step
