# np.vectorize over the math module: float64 whatever comes in. [1 point]
import math


@np.vectorize
def sigmoid(z):
    e = math.exp(-abs(z))
    return 1 / (1 + e) if z >= 0 else e / (1 + e)


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
