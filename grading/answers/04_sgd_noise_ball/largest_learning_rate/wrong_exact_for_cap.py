# Cap in the wrong place: no rate if the bound cannot be reached. [2 points]
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    a = 2 * mu * radius2 / (M / batch_size + mu**2 * radius2)
    return a if a <= 2 / (L + mu) else None
