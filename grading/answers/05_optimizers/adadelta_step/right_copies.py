# In place, on copies.
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    theta, s, d = (np.array(a) for a in (theta, s, d))
    s *= rho
    s += (1 - rho) * g**2
    delta = -np.sqrt(d + eps) * g / np.sqrt(s + eps)
    theta += delta
    d *= rho
    d += (1 - rho) * delta**2
    return theta, s, d
