# A loop of its own, with momentum.
def train_spiral(rng):
    params = [(he_normal(rng, m, n), np.zeros(n)) for m, n in ((2, 32), (32, 32), (32, 2))]
    speed = [(0 * W, 0 * b) for W, b in params]
    for _ in range(1500):
        logits, cache = forward(X_spiral, params, relu)
        grads = backward(cross_entropy_gradient(logits, y_spiral), params, cache, relu_prime)
        speed = [(0.9 * vW - 0.05 * dW, 0.9 * vb - 0.05 * db) for (vW, vb), (dW, db) in zip(speed, grads)]
        params = [(W + vW, b + vb) for (W, b), (vW, vb) in zip(params, speed)]
    guess = forward(X_spiral, params, relu)[0].argmax(axis=1)
    return params, np.mean(guess == y_spiral)
