# Returns accuracy, params. [0 points]
def train_spiral(rng):
    params = [(he_normal(rng, m, n), np.zeros(n)) for m, n in ((2, 32), (32, 32), (32, 2))]
    params, _ = gradient_descent(X_spiral, y_spiral, params, relu, relu_prime, 0.5, 3000)
    return np.mean(forward(X_spiral, params, relu)[0].argmax(axis=1) == y_spiral), params
