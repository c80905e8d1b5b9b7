# Searches a coarse grid. [0 points]
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    best = 0.0
    for a in np.linspace(0, 2 / (L + mu), 1001)[1:]:
        if a * M / (batch_size * mu * (2 - a * mu)) <= radius2:
            best = a
    return best
