# Averages move towards the new value.
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    s_new = s + (1 - rho) * (np.square(g) - s)
    change = g * ((d + eps) / (s_new + eps)) ** 0.5
    d_new = d + (1 - rho) * (np.square(change) - d)
    return [theta - change, s_new, d_new]
