# A helper for both averages; d from the ratio.
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    def average(old, new):
        return rho * old + (1 - rho) * new

    s = average(s, g**2)
    ratio = (d + eps) / (s + eps)
    return theta - np.sqrt(ratio) * g, s, average(d, ratio * g**2)
