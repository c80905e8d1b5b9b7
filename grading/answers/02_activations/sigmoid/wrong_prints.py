# Prints instead of returning. [0 points]
def sigmoid(z):
    print(0.5 * (1 + np.tanh(0.5 * np.asarray(z))))


def sigmoid_prime(z):
    e = np.exp(-np.abs(z))
    print(e / (1 + e) ** 2)
