# No hidden layer. [0 points]
def train_spiral(rng):
    params = [(he_normal(rng, 2, 2), np.zeros(2))]
    params, _ = gradient_descent(X_spiral, y_spiral, params, relu, relu_prime, 0.5, 1000)
    guess = forward(X_spiral, params, relu)[0].argmax(axis=1)
    return params, np.mean(guess == y_spiral)
