# SciPy's expit.
from scipy.special import expit


def sigmoid(z):
    return expit(z)


def sigmoid_prime(z):
    return expit(z) - expit(z) ** 2
