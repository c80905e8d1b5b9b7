# By the hyperbolic tangent; derivative as a product of two sigmoids.
def sigmoid(z):
    return (np.tanh(z * 0.5) + 1) / 2


def sigmoid_prime(z):
    z = np.asarray(z)
    return sigmoid(z) * sigmoid(-z)
