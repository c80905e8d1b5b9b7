# Naive, with Python's warnings filtered. [1 point]
import warnings

warnings.filterwarnings("ignore")


def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z)))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
