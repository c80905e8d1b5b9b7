# Entry by entry.
def adadelta_step(theta, g, s, d, rho=0.95, eps=1e-6):
    place, squares, steps = np.empty_like(theta), np.empty_like(s), np.empty_like(d)
    for i in np.ndindex(np.shape(theta)):
        squares[i] = rho * s[i] + (1 - rho) * g[i] ** 2
        move = -(((float(d[i]) + eps) / (float(squares[i]) + eps)) ** 0.5) * g[i]
        steps[i] = rho * d[i] + (1 - rho) * move**2
        place[i] = theta[i] + move
    return place, squares, steps
