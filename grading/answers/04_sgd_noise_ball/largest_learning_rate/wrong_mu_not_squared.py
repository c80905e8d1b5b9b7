# mu instead of its square. [1 point]
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    return min(2 * mu * radius2 / (M / batch_size + mu * radius2), 2 / (L + mu))
