# One loop over the entries: works for vectors only. [0 points]
import math


def sigmoid(z):
    out = np.zeros_like(z)
    for i in range(len(z)):
        out[i] = 0.5 * (1 + math.tanh(0.5 * z[i]))
    return out


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
