# Trains the last layer only. [0 points]
def train_spiral(rng):
    params = [(he_normal(rng, m, n), np.zeros(n)) for m, n in ((2, 32), (32, 32), (32, 2))]
    for _ in range(1500):
        logits, cache = forward(X_spiral, params, relu)
        grads = backward(cross_entropy_gradient(logits, y_spiral), params, cache, relu_prime)
        W, b = params[-1]
        params[-1] = (W - 0.5 * grads[-1][0], b - 0.5 * grads[-1][1])
    guess = forward(X_spiral, params, relu)[0].argmax(axis=1)
    return params, np.mean(guess == y_spiral)
