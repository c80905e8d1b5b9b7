# Numbers only: math.sqrt. [0 points]
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    import math

    s = rho * s + (1 - rho) * g**2
    delta = -math.sqrt(d + eps) / math.sqrt(s + eps) * g
    return theta + delta, s, rho * d + (1 - rho) * delta**2
