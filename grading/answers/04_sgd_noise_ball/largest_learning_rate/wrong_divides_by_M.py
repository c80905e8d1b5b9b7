# Breaks for M = 0. [2 points]
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    x = mu**2 * radius2 * batch_size / M
    return min(2 * mu * radius2 * batch_size / M / (1 + x), 2 / (L + mu))
