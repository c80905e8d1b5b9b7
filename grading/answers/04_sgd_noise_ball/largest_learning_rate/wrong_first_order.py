# Inverts the small-alpha approximation. [0 points]
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    if M == 0:
        return 2 / (L + mu)
    return min(2 * mu * radius2 * batch_size / M, 2 / (L + mu))
