# Starts from a generator of its own. [1 point]
def train_spiral(rng):
    own = np.random.default_rng(0)
    params = [(he_normal(own, m, n), np.zeros(n)) for m, n in ((2, 32), (32, 32), (32, 2))]
    params, _ = gradient_descent(X_spiral, y_spiral, params, relu, relu_prime, 0.5, 3000)
    guess = forward(X_spiral, params, relu)[0].argmax(axis=1)
    return params, np.mean(guess == y_spiral)
