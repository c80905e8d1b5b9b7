# Not trained at all. [0 points]
def train_spiral(rng):
    params = [(he_normal(rng, m, n), np.zeros(n)) for m, n in ((2, 32), (32, 32), (32, 2))]
    guess = forward(X_spiral, params, relu)[0].argmax(axis=1)
    return params, np.mean(guess == y_spiral)
