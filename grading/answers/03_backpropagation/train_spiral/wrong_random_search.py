# Guesses, as in section 3.1. [0 points]
def train_spiral(rng):
    params, _ = random_search(X_spiral, y_spiral, 3000, 0.02, rng)
    guess = forward(X_spiral, params, relu)[0].argmax(axis=1)
    return params, np.mean(guess == y_spiral)
