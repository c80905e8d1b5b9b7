# np.minimum, multiplied out by B.
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    return np.minimum(2 * batch_size * mu * radius2 / (M + batch_size * mu**2 * radius2), 2 / (L + mu))
