# Squares the radius again. [0 points]
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    radius2 = radius2**2
    return min(2 * mu * radius2 / (M / batch_size + mu**2 * radius2), 2 / (L + mu))
