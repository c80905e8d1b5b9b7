# With an if.
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    noise = M / batch_size
    alpha = 2 * mu * radius2 / (noise + mu**2 * radius2)
    cap = 2 / (L + mu)
    if alpha > cap:
        return cap
    return alpha
