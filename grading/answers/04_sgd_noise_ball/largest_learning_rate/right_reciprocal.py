# Through 1/alpha.
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    inverse = M / batch_size / (2 * mu * radius2) + mu / 2
    return 1 / max(inverse, (L + mu) / 2)
