# Trains on the easy spiral. [0 points]
def train_spiral(rng):
    params = [(he_normal(rng, m, n), np.zeros(n)) for m, n in ((2, 32), (32, 32), (32, 2))]
    params, _ = gradient_descent(X_easy, y_easy, params, relu, relu_prime, 0.5, 1500)
    guess = forward(X_easy, params, relu)[0].argmax(axis=1)
    return params, np.mean(guess == y_easy)
