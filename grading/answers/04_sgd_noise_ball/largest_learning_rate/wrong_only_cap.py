# Only the cap. [0 points]
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    return 2 / (L + mu)
